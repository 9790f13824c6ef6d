"""Finished files that can be made again: one writer, one reader that believes none of them."""
