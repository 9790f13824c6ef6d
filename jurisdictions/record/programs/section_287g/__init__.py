"""287(g): the kinds of fact that only it tells."""
