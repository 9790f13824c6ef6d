"""Flags in words: what each kind is called, its rule, and a sentence for each."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_noop as _

from jurisdictions.read.flags.rows import Flag
from jurisdictions.render.words.days import date_text, number_text, period_text
from jurisdictions.render.words.fields import field_label
from jurisdictions.render.words.labels import unit_label, word_label
from jurisdictions.status.flags.raised import FlagKind

RULES: Mapping[StrEnum, str] = {
    FlagKind.FIGURE_FELL: _(
        "A number counted from a beginning on can only grow. It is flagged where a later number of"
        " the same (what is counted, where, from the same beginning) is smaller than an earlier"
        " one, or where a source says that it fell. Numbers that are only “about” so many are not"
        " compared."
    ),
    FlagKind.FIGURE_JUMPED: _(
        "A published number rises more than five times as fast as it had until then, or, where"
        " nothing tells how fast it had risen, to more than ten times the number before. Dates that"
        " mean several days are read so that the rise is slowest. Not flagged are a rise of less"
        " than a tenth, and one during which this record's own count rose at least half as much."
    ),
    FlagKind.TWO_DAYS: _(
        "The record holds one day and a source gives another, and no day can be meant by both: a"
        " source that is only more precise, or less, is not flagged. A source may also disagree"
        " with itself."
    ),
    FlagKind.VANISHED: _(
        "Facts rest on a source at whose address there is nothing any more: the server said so on"
        " more than one look. A server that fails or is away for a while is not flagged."
    ),
}


def flags_title() -> str:
    """What the list of all flags is called."""
    return gettext("What calls for a second look")


def fell(flag: Flag) -> str:
    """By how much a running total fell, between which days."""
    raised = flag.raised
    said = {"what": word_label("reported_figure", raised.word), **_days(flag), **_values(flag)}
    if len(raised.values) == 1:
        number = f"{number_text(abs(raised.values[0]))} {unit_label(raised.unit)}".strip()
        if raised.unit == "percent":
            number = f"{number_text(abs(raised.values[0]))}%"
        told = gettext("%(what)s: the total fell by %(number)s %(period)s.")
        return told % {**said, "number": number, "period": period_text(*raised.days)}
    told = gettext("%(what)s: the total fell from %(before)s (%(first)s) to %(after)s (%(last)s).")
    return told % said


def jumped(flag: Flag) -> str:
    """From which number to which it rose, between which days."""
    said = {"what": word_label("reported_figure", flag.raised.word)}
    told = gettext("%(what)s: from %(before)s (%(first)s) to %(after)s (%(last)s).")
    return told % {**said, **_days(flag), **_values(flag)}


def two_days(flag: Flag) -> str:
    """The day that the record holds, and the others."""
    recorded, *others = flag.raised.days
    told = gettext("%(field)s: %(recorded)s in this record; a source says %(said)s.")
    field = field_label(flag.raised.word)
    return told % {
        "field": f"{field[:1].upper()}{field[1:]}",
        "recorded": date_text(recorded),
        "said": "; ".join(date_text(one) for one in others),
    }


def vanished(flag: Flag) -> str:
    """Since when nothing is there, and how much rests on it."""
    count = flag.raised.values[0]
    told = ngettext(
        "“%(source)s”: nothing is at its address any more since %(since)s; %(number)s fact rests"
        " on it.",
        "“%(source)s”: nothing is at its address any more since %(since)s; %(number)s facts rest"
        " on it.",
        count,
    )
    since = date_text(flag.raised.days[0])
    return told % {"source": flag.source, "since": since, "number": number_text(count)}


SENTENCES = {
    FlagKind.VANISHED: vanished,
    FlagKind.FIGURE_FELL: fell,
    FlagKind.FIGURE_JUMPED: jumped,
    FlagKind.TWO_DAYS: two_days,
}


def _days(flag: Flag) -> dict[str, str]:
    days = flag.raised.days
    return {"first": date_text(days[0]), "last": date_text(days[-1])}


def _values(flag: Flag) -> dict[str, str]:
    values = flag.raised.values
    return {"before": number_text(values[0]), "after": number_text(values[-1])}
