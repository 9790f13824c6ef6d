"""Newer code beside older: what migrations the code of the release before survives."""
