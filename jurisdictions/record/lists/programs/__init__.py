"""Lists that only one program reads: a folder for each of those that do."""
