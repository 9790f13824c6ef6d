"""Copies of all that cannot be made again, and the way back from them."""
