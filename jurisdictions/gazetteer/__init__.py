"""The one reader of names: what people write, type or paste -> the places that they mean."""
