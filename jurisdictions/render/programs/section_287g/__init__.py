"""287(g) in words."""
