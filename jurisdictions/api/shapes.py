"""The answers' shapes, for the schema only: no answer passes through a serializer."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers as s

from jurisdictions.status.kinds import TOLD
from jurisdictions.status.successions import SuccessionKind
from jurisdictions.status.sureness import Basis, Contradicted, Precision
from jurisdictions.status.vocabulary import PlaceKind

FACT_KINDS = TOLD
BASES, PRECISIONS, CONTRADICTED = tuple(Basis), tuple(Precision), tuple(Contradicted)
PLACE_KINDS = tuple(kind for kind in PlaceKind if kind is not PlaceKind.NATION)


def word(vocabulary: Iterable[StrEnum | str], **options: Any) -> s.ChoiceField:
    """A word of a closed vocabulary."""
    return s.ChoiceField(choices=[str(value) for value in vocabulary], **options)


def edtf() -> s.CharField:
    """A day beside which the first day that it may be stands, under the name before `_edtf`."""
    return s.CharField(
        allow_null=True,
        help_text=_(
            "The same day as precise as the record knows it, in EDTF: 2010, 2010-07, 2010-07-13, "
            "or between two of these, 2026-05-14/2026-05-18."
        ),
    )


AS_KNOWN = _(
    "As precise as it is known: 2010, 2010-07, 2010-07-13, or between two of these, "
    "2026-05-14/2026-05-18."
)
RECORD_FROM = _("The first day on which anything that the record tells of turned.")
RECORD_TO = _(
    "The last such day. Of a later day an answer tells what stood then, as far as the record goes."
)


class Source(s.Serializer[Any]):
    """Where a fact comes from."""

    key = s.CharField()
    title = s.CharField()
    publisher = s.CharField()
    published_on = s.CharField(allow_null=True, help_text=AS_KNOWN)
    url = s.CharField()
    kind = s.CharField(
        allow_blank=True, help_text=_("What sort of source it is; empty: nobody has said.")
    )
    archive_url = s.CharField(
        allow_blank=True, help_text=_("Its copy in the Internet Archive; empty: none is on record.")
    )
    language = s.CharField(
        allow_blank=True, help_text=_("The language that it is in; empty: nobody has said.")
    )
    vanished_on = s.CharField(
        allow_null=True,
        help_text=_("Since when nothing is found at its address any more; null: not that we know."),
    )


class HowSure(s.Serializer[Any]):
    """How sure a status is."""

    basis = word(
        BASES, help_text=_("What the weakest of the facts that decide the status rests on.")
    )
    precision = word(
        PRECISIONS,
        help_text=_("How precisely the day is known since which the status holds."),
    )
    contradicted = word(
        CONTRADICTED,
        help_text=_("Whether a source says otherwise on a fact that decides the status."),
    )
    sources = s.ListField(
        child=s.CharField(),
        help_text=_("Keys of the sources that support the facts that decide the status."),
    )


class Reason(s.Serializer[Any]):
    """A fact that decided a status."""

    fact = s.CharField(help_text=_("The fact's public name, such as opt_out:arlington-2010:2."))
    kind = word(FACT_KINDS)
    on = s.CharField(allow_null=True, help_text=AS_KNOWN)
    text = s.CharField(help_text=_("One sentence in the language asked for."))
    sources = Source(many=True)


KNOWN_LATER = _(
    "What became public after the day and changed what one could know of it, in that order; empty"
    " where nothing did."
)
KNOWN_LATER_COUNT = _(
    "County equivalents whose status on the day only became known later: facts that decide it were"
    " not public yet."
)


def learned_of(name: str, statuses: Iterable[StrEnum]) -> Any:
    """The shape of what became known later, in the words of a program."""
    words = tuple(statuses)
    members = {
        "public_on": s.DateField(help_text=_("The day on which the facts became public.")),
        "public_on_edtf": edtf(),
        "before": word(words, help_text=_("The status of the day, as known until then.")),
        "after": word(words, help_text=_("The status of the day, as known from then on.")),
        "facts": Reason(many=True),
    }
    told = "Facts that became public after the day, and how they changed its status."
    return type(name, (s.Serializer,), {"__doc__": told, **members})


class Asked(s.Serializer[Any]):
    """What was asked, as understood."""

    program = s.CharField()
    date = s.DateField()
    known = s.DateField(allow_null=True)
    edition = s.IntegerField()
    record_from = s.DateField(allow_null=True, help_text=RECORD_FROM)
    record_to = s.DateField(allow_null=True, help_text=RECORD_TO)


VALID_FROM = _("When the place came to be, as precise as known; null: before the program.")
VALID_TO = _("The first day on which the place was no more; null: it still is.")
VALIDITY_SOURCE = _("Key of the source for these; null: none, or nothing changed.")


class Succession(s.Serializer[Any]):
    """Another place that a place followed, or that followed it."""

    code = s.CharField(help_text=_("Census geoid of the other place."))
    kind = word(SuccessionKind)
    on = s.CharField(help_text=_("When the one followed the other, as precise as known."))
    name = s.CharField()


class Place(s.Serializer[Any]):
    """A state, district, territory, county or equivalent."""

    geoid = s.CharField()
    name = s.CharField()
    name_es = s.CharField(help_text=_("Its Spanish name: Condado de Harris."))
    label = s.CharField(  # type: ignore[assignment] # a field of the answer, not of the class
        help_text=_("The name that tells it apart: Harris County, Texas.")
    )
    kind = word(PLACE_KINDS)
    state = s.CharField()
    parent = s.CharField(  # type: ignore[assignment] # a field of the answer, not of the class
        allow_null=True, help_text=_("Geoid of the place around it.")
    )
    ocd_id = s.CharField()
    population_2010 = s.IntegerField(allow_null=True)
    aliases = s.ListField(child=s.CharField())
    valid_from = s.CharField(allow_null=True, help_text=VALID_FROM)
    valid_to = s.CharField(allow_null=True, help_text=VALID_TO)
    predecessors = Succession(many=True)
    successors = Succession(many=True)
    validity_source = s.CharField(allow_null=True, help_text=VALIDITY_SOURCE)
    url = s.URLField(help_text=_("The place's page."))


def counts_of(name: str, statuses: Iterable[StrEnum]) -> Any:
    """County equivalents per status: no status is a Python name, to be written in a class."""
    members = {str(status): s.IntegerField() for status in statuses}
    told = "County equivalents per status; together they are the total."
    return type(name, (s.Serializer,), {"__doc__": told, **members})


class Problem(s.Serializer[Any]):
    """What was wrong (RFC 9457)."""

    type = s.CharField()
    title = s.CharField()
    status = s.IntegerField()
    detail = s.CharField()
    parameter = s.CharField(allow_null=True, help_text=_("The part of the query at fault."))
