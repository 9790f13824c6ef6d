"""What languages are called, in the reader's own."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language

LANGUAGES_OF_SOURCES = ("en", "es", "fr", "ht", "pt", "zh", "vi", "ar", "so")
"""The languages in which sources of the record are, or may well be."""


def language_text(tag: str) -> str:
    """A language by its tag, as the reader calls it; one that nobody knows as it is written."""
    reader = Locale.parse(get_language() or "en", sep="-")
    try:
        return Locale.parse(tag, sep="-").get_display_name(reader) or tag
    except (UnknownLocaleError, ValueError):
        return tag
