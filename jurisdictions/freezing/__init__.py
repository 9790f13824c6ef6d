"""The public site of an edition as files that any web server serves, signed."""
