"""Pages: each view parses the address, calls a read, and renders."""
