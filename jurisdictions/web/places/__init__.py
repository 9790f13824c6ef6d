"""The list of places."""
