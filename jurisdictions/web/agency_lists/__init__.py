"""The lists of agencies and of the agreements that they signed."""
