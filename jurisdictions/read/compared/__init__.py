"""Two days compared: which places stand otherwise, from which status to which."""
