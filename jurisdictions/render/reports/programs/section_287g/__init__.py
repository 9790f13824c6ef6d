"""287(g) as reports tell it."""
