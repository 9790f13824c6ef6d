"""How names are compared, for the rooms that keep rows: the reader of names owns it."""

from jurisdictions.gazetteer.folding import fold

__all__ = ["fold"]
