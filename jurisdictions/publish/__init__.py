"""DERIVE -> SNAPSHOT: the only caller of the rule; numbered editions of all spans."""
