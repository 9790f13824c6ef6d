"""Bulk reports: asked for, followed, taken away."""
