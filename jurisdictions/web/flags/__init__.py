"""Flags: what in the record calls for a second look."""
