"""Secure Communities: the kinds of fact that only it tells."""
