"""The API: the same frozen rows as the pages, as JSON."""
