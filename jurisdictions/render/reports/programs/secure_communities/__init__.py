"""Secure Communities as reports tell it: its places, its nation, its requests."""
