"""The desk page of a source: its files, where else it is found, what is one with it."""
