"""The page of what became known later of a day."""
