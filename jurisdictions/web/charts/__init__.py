"""Charts through time: a page, pictures and files."""
