"""WRITE: every change of a fact enters here; keyword-only, atomic, with by, at and a reason."""
