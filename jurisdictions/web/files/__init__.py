"""Files: the rows of a page under its address with an extension."""
