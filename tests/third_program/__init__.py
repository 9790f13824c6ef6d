"""A third program, added to a copy of the tracker by copying a folder over it."""
