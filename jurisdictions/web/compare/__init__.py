"""Two days compared: a page, pictures and files."""
