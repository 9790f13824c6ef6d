"""The public label of every vocabulary word, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_noop as _

from jurisdictions.read.program_addresses import spoken_for
from jurisdictions.render.words.own_labels import own, own_of
from jurisdictions.status.flags.raised import FlagKind
from jurisdictions.status.kinds import FactKind
from jurisdictions.status.programs import effects_of, packages
from jurisdictions.status.sureness import Basis, Contradicted, Precision
from jurisdictions.status.vocabulary import Instrument, PlaceKind, Qualifier, SourceKind

LABELS: dict[type[StrEnum], dict[str, str]] = {
    SourceKind: {
        SourceKind.DOCUMENT: _("Document"),
        SourceKind.OFFICIAL_LIST: _("Official list"),
        SourceKind.LIST: _("List of somebody else"),
        SourceKind.PRESS: _("Press or report"),
    },
    Basis: {
        Basis.DOCUMENT: _("Document"),
        Basis.OFFICIAL_LIST: _("Official list"),
        Basis.LIST_ONLY: _("List of others only"),
        Basis.PRESS: _("Press or report"),
        Basis.NOT_STATED: _("Not stated"),
        Basis.NO_FACT: _("No fact on record"),
    },
    Precision: {
        Precision.DAY: _("Known to the day"),
        Precision.MONTH: _("Known to the month"),
        Precision.YEAR: _("Known to the year"),
        Precision.BOUNDED: _("Between two days, or by a day"),
        Precision.NO_DAY: _("No day"),
    },
    Contradicted: {
        Contradicted.YES: _("A source says otherwise"),
        Contradicted.NO: _("No source says otherwise"),
    },
    FlagKind: {
        FlagKind.FIGURE_FELL: _("A running total that fell"),
        FlagKind.FIGURE_JUMPED: _("A jump"),
        FlagKind.TWO_DAYS: _("A day that two sources give differently"),
        FlagKind.VANISHED: _("A source that vanished"),
    },
    Qualifier: {
        Qualifier.MORE_THAN: _("More than"),
        Qualifier.AT_LEAST: _("At least"),
        Qualifier.ABOUT: _("Roughly"),
        Qualifier.ALMOST: _("Almost"),
        Qualifier.AT_MOST: _("At most"),
        Qualifier.LESS_THAN: _("Less than"),
    },
    PlaceKind: {
        PlaceKind.NATION: _("Nation"),
        PlaceKind.STATE: _("State"),
        PlaceKind.DISTRICT: _("District"),
        PlaceKind.TERRITORY: _("Territory"),
        PlaceKind.COUNTY: _("County"),
        PlaceKind.PARISH: _("Parish"),
        PlaceKind.BOROUGH: _("Borough"),
        PlaceKind.CENSUS_AREA: _("Census area"),
        PlaceKind.MUNICIPALITY: _("Municipality"),
        PlaceKind.INDEPENDENT_CITY: _("Independent city"),
        PlaceKind.MUNICIPIO: _("Municipio"),
        PlaceKind.ISLAND: _("Island"),
        PlaceKind.COUNTY_EQUIVALENT: _("County equivalent"),
    },
    Instrument: {
        Instrument.ACTIVATION: _("Activation"),
        Instrument.ANNOUNCEMENT: _("Announcement"),
        Instrument.BILL: _("Bill"),
        Instrument.COURT_ORDER: _("Court order"),
        Instrument.EMAIL: _("Email"),
        Instrument.EXECUTIVE_ORDER: _("Executive order"),
        Instrument.LAWSUIT: _("Lawsuit"),
        Instrument.LETTER: _("Letter"),
        Instrument.MEETING: _("Meeting"),
        Instrument.MEMO: _("Memo"),
        Instrument.NEWS_REPORT: _("News report"),
        Instrument.NOTICE: _("Notice"),
        Instrument.PRESS_CONFERENCE: _("Press conference"),
        Instrument.PROGRAM_START: _("Program start"),
        Instrument.RECORDS_RELEASE: _("Records release"),
        Instrument.RECORDS_REQUEST: _("Records request"),
        Instrument.REFORM: _("Reform"),
        Instrument.REPLY: _("Reply"),
        Instrument.REPORT: _("Report"),
        Instrument.RESOLUTION: _("Resolution"),
        Instrument.SETTLEMENT: _("Settlement"),
        Instrument.STATEMENT: _("Statement"),
        Instrument.STATUTE: _("Statute"),
        Instrument.SUSPENSION: _("Suspension"),
        Instrument.TASK_FORCE: _("Advisory task force"),
        Instrument.TELEPHONE: _("Telephone call"),
        Instrument.TERMINATION: _("Termination"),
        Instrument.WEB_PAGE_REMOVED: _("Web page removed"),
        Instrument.WITHDRAWAL: _("Withdrawal"),
    },
}

LABELS |= own("LABELS")

UNITS: dict[str, str] = {
    "jurisdictions": _("jurisdictions"),
    "states and territories": _("states and territories"),
    "states": _("states"),
    "persons": _("persons"),
    "percent": _("percent"),
    "submissions": _("submissions"),
}

WORDS: dict[str, type[StrEnum]] = {
    "jurisdiction": PlaceKind,
    "source": SourceKind,
    **own("WORDS"),
    "policy_event": effects_of(next(iter(packages()))),
}
"""Which vocabulary the word of a fact of each kind belongs to: see `vocabularies_of`."""

KINDS: dict[str, str] = {
    **own("KINDS"),
    "policy_event": _("Federal act"),
    "reported_figure": _("Reported figure"),
    "explanation": _("Explanation of a flag"),
}
"""The kinds of facts, as headings and badges name them."""


def label(value: StrEnum) -> str:
    """The public label of a vocabulary word: "Active over objection"."""
    return _label(get_language(), type(value), value)


@lru_cache(maxsize=4096)
def _label(language: str | None, vocabulary: type[StrEnum], value: StrEnum) -> str:
    """Kept, for the page of a large state asks for the same few hundreds of times.

    The vocabulary is part of the key: words of two of them are equal when they are written alike.
    """
    del language
    return gettext(LABELS[vocabulary][value])


def word_label(kind: str, word: str) -> str:
    """The label of a fact's word: "Request refused" for an opt_out's `refused`.

    An activation has no word of its own and is called by its kind; an unlisted metric by its name.
    """
    return _word_label(get_language(), spoken_for(), kind, word)


@lru_cache(maxsize=4096)
def _word_label(language: str | None, program: str, kind: str, word: str) -> str:
    """Kept, for every fact is called by its word four times on a page."""
    del language, program  # parts of the key: federal acts are the program's own
    if kind == "reported_figure":
        return gettext(own("METRICS").get(word, word))
    if kind not in WORDS:
        return gettext(KINDS[kind])
    return label(vocabulary_word(kind, word))


def vocabularies_of(kind: str) -> list[type[StrEnum]]:
    """The vocabularies that the word of a fact of a kind may belong to; none for some kinds.

    What a federal act does has words of its own in each program: that which the page tells of
    comes first.
    """
    if kind == FactKind.POLICY_EVENT:
        here = spoken_for()
        return [effects_of(slug) for slug in sorted(packages(), key=lambda slug: slug != here)]
    return [WORDS[kind]] if kind in WORDS else []


def vocabulary_word(kind: str, word: str) -> StrEnum:
    """A fact's word in its vocabulary; a federal act's in that of the program that has it."""
    for vocabulary in vocabularies_of(kind):
        if word in {one.value for one in vocabulary}:
            return vocabulary(word)
    raise ValueError(word)


def metrics_here() -> Mapping[str, str]:
    """What figures count in the program that the page tells of, with the label of each."""
    found: Mapping[str, str] = own_of(spoken_for(), "METRICS")
    return found


def units_here() -> Mapping[str, str]:
    """The units of these figures, with the label of each."""
    return {**UNITS, **own_of(spoken_for(), "UNITS")}


def unit_label(unit: str) -> str:
    """The unit of a reported figure: "persons"; an unlisted unit as it was recorded."""
    known = UNITS.get(unit) or own("UNITS").get(unit)
    return gettext(known) if known else unit


def outcome_label(kind: str, outcome: str) -> str:
    """What became of what a fact of a kind tells: "Adopted"; empty stays empty."""
    return label(own("OUTCOMES")[kind](outcome)) if outcome else ""


def instrument_label(instrument: str) -> str:
    """The form of an act: "Letter"; one that is not in the vocabulary as it was recorded."""
    known = {word.value for word in Instrument}
    # Facts of one program write "executive-order", those of the other "executive order".
    word = instrument.replace("-", " ")
    return label(Instrument(word)) if word in known else instrument
