"""Following by mail: asking for it, confirming the address, leaving."""
