"""Proposals: their queue, one of them, what is decided on it."""
