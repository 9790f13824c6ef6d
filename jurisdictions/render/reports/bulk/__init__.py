"""Bulk reports: every place report of a state or the nation, in one file."""
