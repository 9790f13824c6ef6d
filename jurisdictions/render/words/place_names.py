"""Names of places that are not on record themselves, as sentences of either language have them."""

from __future__ import annotations

from django.utils.translation import get_language

from jurisdictions.gazetteer.spanish_names import SpanishName, spanish_name
from jurisdictions.read.languages import SPANISH


def spoken(name: str) -> dict[str, str]:
    """The name for a sentence: `name` "el condado de Bedford", `plain` without its article,
    `of_name` "del condado de Bedford"; in English each is as the Census writes it.
    """
    if get_language() != SPANISH:
        return {"name": name, "plain": name, "of_name": name}
    said: SpanishName = spanish_name(name)
    return {"name": said.spoken, "plain": said.plain, "of_name": said.of}


def of_body(by: str) -> str:
    """Who acted, after "de": "del alguacil Michael Hennessey"; in English bare.

    The Spanish of a fact has the article ("el alguacil"), and only "el" contracts.
    """
    if get_language() != SPANISH:
        return by
    return f"del {by.removeprefix('el ')}" if by.startswith("el ") else f"de {by}"
