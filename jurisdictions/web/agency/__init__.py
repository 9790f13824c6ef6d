"""The page of one law enforcement agency."""
