"""Words around a name: "County", "parroquia de", "Sheriff's Office"; what they say of the place."""

from __future__ import annotations

import re
from collections.abc import Mapping

Words = tuple[str, ...]

CITY = "city"
"""Said of towns as well: the place is a city of its own, or the county that a city lies in."""
KINDS: Mapping[str, str] = {
    "city and county": "",
    "city county": "",
    "ciudad y condado": "",
    "ciudad condado": "",
    "city and borough": "borough",
    "unified government": "",
    "metropolitan government": "",
    "metro government": "",
    "census area": "census-area",
    "area censal": "census-area",
    "planning region": "",
    "county": "county",
    "counties": "county",
    "co": "county",
    "cnty": "county",
    "cty": "county",
    "condado": "county",
    "parish": "parish",
    "parroquia": "parish",
    "borough": "borough",
    "municipality": "municipality",
    "municipalidad": "municipality",
    "municipio": "municipio",
    "independent city": CITY,
    "ciudad independiente": CITY,
    "city": CITY,
    "ciudad": CITY,
    "town": CITY,
    "township": CITY,
    "village": CITY,
    "pueblo": CITY,
}
"""What stands before or after a name -> the kind of place; "" for one that any kind may be."""
IN_FRONT = frozenset(("of", "de", "del", "the", "for", "at", "in", "en", "el"))
EVERYTHING = frozenset(
    (
        *("all counties", "every county", "statewide", "all", "all jurisdictions", "all parishes"),
        *("entire state", "whole state", "all places", "countywide", "each county", "all other"),
        *("todos los condados", "todo el estado", "todos", "todas", "cada condado"),
    )
)
EVERY = (
    r"(?:the )?(?:(?:all|multiple|several|various|todos|todas|varios|varias)"
    r"|(?:entire|whole|every|each|other|remaining|\d+|todo|toda|los|las|cada|otros|otras|demas)"
    r"(?=.* (?:count|par|bor|mun|juris|place|local|agenc|state|cond|parro|lugar|estado)))"
    r"(?: (?:of|the|other|remaining|el|los|las|de|demas|\d+))*"
    r"(?: (?:count(?:y|ies)|parish(?:es)?|boroughs?|municipios?|municipalities|jurisdictions?"
    r"|places?|localities|agencies|states?|condados?|parroquias?|jurisdicciones|lugares|estado))?"
)
"""All or several places at once: "all 254 counties", "various", "todos los municipios"."""
TOTAL = (
    r"(?:(?:grand|gran|state|statewide|national|sub|u s) ?)?total(?:s|es)?(?: .*)?|suma?(?: .*)?"
)
NOTHING = frozenset(
    (
        *("n a", "na", "n d", "s d", "none", "null", "nil", "unknown", "unk", "tbd", "not known"),
        *("not applicable", "not available", "no data", "blank", "ninguno", "ninguna", "nada"),
        *("desconocido", "desconocida", "no aplica", "sin datos", "no disponible"),
    )
)
"""What stands in cells of places that hold none: never the beginning of a name (Navajo)."""
JOINTS = (" of ", " de ", " del ", " of the ", " ")
"""What stands between the word for a kind and the name after it."""
NEVER_BEFORE = frozenset(("co", "city"))
"""Such words as stand before a name only with a joint: "Co Springs" is no county."""
LEFT_BEHIND = frozenset(("of", "de", "del", "the"))
ALL_OF = frozenset(("in", "of", "en", "de", "del"))
"""What is left between "all counties" and the state that was taken off."""
OFFICE = (
    r"\b(?:"
    r"(?:county |the )?sheriffs? (?:office|department|dept|deputies|detention center)"
    r"|office of (?:the )?sheriff|sheriffs?"
    r"|(?:metropolitan |metro )?police (?:department|dept|force)"
    r"|police|p d|pd|s o|so|sheriff s office"
    r"|(?:department|dept|division) of (?:corrections?|public safety|detention)|d o c|doc"
    r"|(?:adult |regional )?(?:detention|correctional?|corrections|justice) "
    r"(?:center|facility|complex|institution|department)"
    r"|corrections|jails?|prison|public safety"
    r"|(?:district|county|states?|prosecuting) attorneys?(?: office)?|prosecutors?(?: office)?"
    r"|board of (?:supervisors|commissioners|freeholders)|county (?:council|commission)"
    r"|fingerprint unit|live ?scan"
    r"|(?:oficina|departamento) del? (?:el )?(?:sheriff|alguacil|policia|correccion(?:es)?)"
    r"|alguacil(?:ia)?|policia|carcel|centro de detencion|fiscalia"
    r")\b"
)
_OFFICE, _EVERY, _TOTAL = re.compile(OFFICE), re.compile(EVERY), re.compile(TOTAL)


def without_office(words: Words) -> Words:
    """The words without those that name an office: "etowah county sheriffs office"."""
    left = " ".join(_OFFICE.sub(" ", " ".join(words)).split())
    return _without_front(tuple(left.split()))


def without_kind(words: Words) -> tuple[Words, str, bool]:
    """A name without the word for what it is, the kind that this means, whether one stood there.

    What is nothing but such a word stays whole.
    """
    text = " ".join(words)
    for written, kind in KINDS.items():
        for joint in JOINTS:
            if text.startswith(written + joint) and (joint != " " or written not in NEVER_BEFORE):
                rest = text[len(written + joint) :]
                if rest.strip():
                    return _inner(tuple(rest.split()), kind)
        if text.endswith(f" {written}"):
            return _inner(tuple(text[: -len(written)].split()), kind)
    return words, "", False


def _inner(words: Words, kind: str) -> tuple[Words, str, bool]:
    """Once more, for "county of cook county": the outer word decides."""
    bare = _without_front(words)
    if len(bare) > 1 and kind != CITY:
        again, _kind, found = without_kind(bare)
        bare = again if found else bare
    return bare, kind, True


def is_kind_alone(words: Words) -> bool:
    """Whether the words say only what a place is, and no name."""
    return " ".join(words) in KINDS


def means_everything(words: Words) -> bool:
    """Whether the words stand for all places together: "all counties"."""
    while words and words[-1] in ALL_OF:
        words = words[:-1]
    said = " ".join(words)
    return said in EVERYTHING or (not said.isdigit() and _EVERY.fullmatch(said) is not None)


def means_total(words: Words) -> bool:
    """Whether the words head a row of totals, which is about no place."""
    return _TOTAL.fullmatch(" ".join(words)) is not None


def means_nothing(words: Words) -> bool:
    """Whether the words say that there is nothing to name; no word at all, "-", says so too."""
    return " ".join(words) in NOTHING or not words


def _without_front(words: Words) -> Words:
    while len(words) > 1 and words[0] in IN_FRONT:
        words = words[1:]
    while len(words) > 1 and words[-1] in LEFT_BEHIND:
        words = words[:-1]
    return words
