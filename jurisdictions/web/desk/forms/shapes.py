"""What the form of each kind of fact asks: in which order, in which words, with which example."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from jurisdictions.status.programs import packages, part_in
from jurisdictions.web.desk.forms.asks import (
    DATE,
    DISCLOSED,
    LOCATOR,
    NOTE,
    QUOTE,
    SUCCESSION,
    SUMMARY,
    Ask,
    Shape,
)

FOLDERS = "jurisdictions.web.programs"
POLICY_EVENT = Shape(
    _("Federal act"),
    _("Something that the federal government said or did about the program."),
    (
        Ask(
            "title",
            _("What it is called"),
            _("A few words, for example: Memo on mandatory participation."),
            needed=True,
            bilingual=True,
        ),
        Ask("on", _("When"), DATE),
        Ask("by", _("Who acted"), _("For example: ICE Director John Morton."), bilingual=True),
        Ask("instrument", _("In which form")),
        Ask("effect", _("What did it change?"), needed=True),
        SUMMARY,
    ),
    (LOCATOR, QUOTE, DISCLOSED),
)
REPORTED_FIGURE = Shape(
    _("Published figure"),
    _("A number that somebody published, exactly as it was published."),
    (
        Ask("metric", _("What was counted"), needed=True),
        Ask("value", _("The number"), _("Digits only, for example: 1510."), needed=True),
        Ask("unit", _("Of what"), needed=True),
        Ask("as_of", _("Day or end of the period"), DATE, needed=True),
        Ask(
            "period_start",
            _("Beginning of the period"),
            _("Empty means: the number is of one day, not of a period."),
        ),
    ),
    (
        LOCATOR,
        QUOTE,
        NOTE,
        Ask(
            "reason",
            _("Why the record gives another number"),
            _("Only what is known, not what may be. Empty means: nobody knows yet."),
            long=True,
            bilingual=True,
        ),
        DISCLOSED,
    ),
)
EXPLANATION = Shape(
    _("Explanation of a flag"),
    _("Why the two things that do not fit together are as they are, as far as that is known."),
    (
        Ask(
            "summary",
            _("What explains it"),
            _("Only what is known, not what may be."),
            needed=True,
            long=True,
            bilingual=True,
        ),
    ),
    (
        LOCATOR,
        QUOTE,
    ),
)
SOURCE = Shape(
    _("Source"),
    _("A publication that facts rest on."),
    (
        Ask(
            "title",
            _("Title"),
            _("As the publication has it, in its own language."),
            needed=True,
            long=True,
        ),
        Ask("publisher", _("Publisher"), _("For example: San Francisco Chronicle.")),
        Ask("published_on", _("When it was published"), DATE),
        Ask(
            "url",
            _("Web address"),
            _("A lasting one where there is one: a document library."),
        ),
        Ask(
            "archive_url",
            _("Copy in the Internet Archive"),
            _(
                "For example: https://web.archive.org/web/20110805120000/https://example.org/letter."
            ),
        ),
        Ask(
            "kind",
            _("What sort of source it is"),
            _("What rests on it is as sure as this. Empty means: nobody has said yet."),
        ),
        Ask("language", _("Its language"), _("Words that are quoted of it are in this language.")),
    ),
    (
        Ask(
            "vanished_on",
            _("Since when nothing is at its address any more"),
            _("Clear it when you give another address."),
        ),
    ),
)
JURISDICTION = Shape(
    _("The place itself"),
    _("How the place is named and found, and what a reader should know about it."),
    (
        Ask("name", _("Name"), _("As the Census writes it."), needed=True, bilingual=True),
        Ask("aliases", _("Other names"), _("One on each line. Search finds the place by them.")),
        Ask("valid_from", _("When it came to be"), DATE),
        Ask("valid_to", _("The first day on which it was no more"), DATE),
        Ask("predecessors", _("What it was before"), SUCCESSION),
        Ask("successors", _("What became of it"), SUCCESSION),
        Ask("validity_source", _("Source of these dates")),
        NOTE,
    ),
)


def _own_shapes() -> dict[str, Shape]:
    """The forms of kinds that only one program tells: `forms` in its folder of `web/programs`."""
    found: dict[str, Shape] = {}
    for slug in packages():
        found |= getattr(part_in(FOLDERS, slug, "forms"), "SHAPES", {})
    return found


SHAPES: Mapping[str, Shape] = {
    **_own_shapes(),
    "reported_figure": REPORTED_FIGURE,
    "policy_event": POLICY_EVENT,
    "explanation": EXPLANATION,
    "source": SOURCE,
    "jurisdiction": JURISDICTION,
}
"""The form of each kind, in the order in which they are offered."""
