"""The forms in which people write facts: one made for each kind."""
