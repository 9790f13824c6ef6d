"""What places are called in Spanish, made from their English names: "condado de Harris".

Spanish contracts ("del condado"), so a name is needed in four forms; docs/spanish.md has the rule.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SUFFIXES: tuple[tuple[str, str, str], ...] = (
    (" City and Borough", "ciudad y borough", "la"),
    (" Census Area", "área censal", "el"),
    (" Municipality", "municipalidad", "la"),
    (" Municipio", "municipio", "el"),
    (" Borough", "borough", "el"),
    (" Parish", "parroquia", "la"),
    (" County", "condado", "el"),
    (" Island", "isla", "la"),
    (" District", "distrito", "el"),
    (" city", "ciudad", "la"),
)
"""The end of an English name -> the Spanish word for its kind, and its article; the longer first.

The end is written as the Census writes it: "Charles City County" is a county named Charles City,
"Baltimore city" a city, and Carson City is only called so.
"""

ARTICLES = {
    "Distrito de Columbia": "el",
    "Islas Marianas del Norte": "las",
    "Islas Vírgenes de Estados Unidos": "las",
}
"""States, districts and territories that have an article within a sentence; no other has."""

_KIND_BEFORE = re.compile(
    rf"({'|'.join(word for _end, word, _article in SUFFIXES)}) (?:(?:del|de las|de los|de la|de) )?"
)


@dataclass(frozen=True, slots=True)
class SpanishName:
    """A place's name within a sentence, the part that lists go by, and its article or ""."""

    plain: str
    proper: str
    article: str = ""

    @property
    def title(self) -> str:
        """As a heading or a label has it: "Condado de Harris"."""
        return self.plain[:1].upper() + self.plain[1:]

    @property
    def spoken(self) -> str:
        """As a sentence has it: "el condado de Harris"."""
        return f"{self.article} {self.plain}".strip()

    @property
    def of(self) -> str:
        """After "de": "del condado de Harris", "de la parroquia de Orleans"."""
        return f"del {self.plain}" if self.article == "el" else f"de {self.spoken}"

    @property
    def to(self) -> str:
        """After "a": "al condado de Harris", "a la parroquia de Orleans"."""
        return f"al {self.plain}" if self.article == "el" else f"a {self.spoken}"


def spanish_name(name: str, own: str = "", *, is_state: bool = False) -> SpanishName:
    """The Spanish name of a place from its English one; `own` where it has another than by rule.

    `own` is whole ("condado de Doña Ana", "isla Rose", "Nueva York") or the proper name alone
    ("Doña Ana"), which then takes the place of the English one. A state has no word for its kind:
    Rhode Island is no island.
    """
    if is_state or own in ARTICLES:
        said = own or name
        return SpanishName(said, said, ARTICLES.get(said, ""))
    begun = own[:1].lower() + own[1:]
    if found := _KIND_BEFORE.match(begun):
        return SpanishName(begun, begun[found.end() :], _article_of(found[1]))
    for end, word, article in SUFFIXES:
        if name.endswith(end) and name != end.strip():
            proper = own or name.removesuffix(end)
            return SpanishName(f"{word} de {proper}", proper, article)
    return SpanishName(own or name, own or name)


def spanish_kinds() -> list[list[str]]:
    """The ends of English names with their Spanish words, for `static/js/core/spanish-names.js`."""
    return [[end, word] for end, word, _article in SUFFIXES]


def _article_of(kind: str) -> str:
    return next(article for _end, word, article in SUFFIXES if word == kind)
