"""Watched sources at the desk: which, how they stand, what came, what changed."""
