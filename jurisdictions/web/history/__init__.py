"""Histories: of a fact, and of a place."""
