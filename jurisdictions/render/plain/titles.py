"""What the dimensions of a program are called, as its glossary has them."""

from __future__ import annotations

from jurisdictions.render.programs import part_of


def titles_of(slug: str) -> dict[str, str]:
    """By the name of a dimension, in English; raise KeyError for a slug that is none's."""
    return {name: title for name, title, _texts in part_of(slug, "glossary").DIMENSION_TEXTS}
