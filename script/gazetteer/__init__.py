"""Makes the lists of cities and ZIP codes that the reader of names looks through."""
