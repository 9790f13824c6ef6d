"""The federal rule that an act of a place rested on, in a sentence with its days counted.

What acts are called is told by each program: `stood` in its folder.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.agencies.rows import AgreementRow
from jurisdictions.read.rows import FactRow, StoodRow
from jurisdictions.render.words.days import date_text, number_text
from jurisdictions.render.words.fact_days import beginning_a_line
from jurisdictions.render.words.own_labels import own


def stood_sentence(row: FactRow | AgreementRow) -> str:
    """That it was done so many days after one federal act and before the next; "" for no rule.

    "Arlington County voted not to take part 42 days after ICE published how to opt out, 8 days
    before Secretary Janet Napolitano said that there was no opting out."
    """
    if row.stood is None:
        return ""
    between = ", ".join(_between(row.stood))
    done = _done(row)
    if not done:
        return _("That was %(between)s.") % {"between": between}
    told = _("%(done)s %(between)s.") % {"done": done, "between": between}
    return beginning_a_line(told)


def rule_text(stood: StoodRow) -> str:
    """What the rule was and when it stood, for those who want to look it up."""
    said = {
        "begun": _named(stood.begun) if stood.begun else "",
        "ended": _named(stood.ended) if stood.ended else "",
    }
    if not stood.ended:
        return _("Federal rule then: %(begun)s. Nothing on record took its place.") % said
    if not stood.begun:
        return _("None was published before that day. The first: %(ended)s.") % said
    return _("Federal rule then: %(begun)s. What took its place: %(ended)s.") % said


def _named(act: FactRow) -> str:
    return _("“%(title)s” (%(day)s)") % {"title": act.title, "day": _day(act)}


def _day(act: FactRow) -> str:
    return date_text(act.on) if act.on else _("Date unknown")


def _done(row: FactRow | AgreementRow) -> str:
    """Who did what; "" where the words before it say so."""
    told = own("DONE", "stood")
    if isinstance(row, AgreementRow):
        return _(told[row.own.model])
    by = told.get((row.kind, row.word))
    if by is None or row.stood is None or not row.stood.who:
        return ""
    text: str = by.get(row.instrument, by[""])
    return _(text) % {"who": row.stood.who}


def _between(stood: StoodRow) -> Iterator[str]:
    if stood.begun:
        yield _after(stood.begun, stood.since)
    if stood.ended:
        yield _before(stood.ended, stood.until)


def _after(act: FactRow, days: int | None) -> str:
    said = {"act": _clause(act), "days": number_text(days or 0)}
    if days is None:
        return _("after %(act)s (%(day)s)") % {**said, "day": _day(act)}
    return ngettext("%(days)s day after %(act)s", "%(days)s days after %(act)s", days) % said


def _before(act: FactRow, days: int | None) -> str:
    said = {"act": _clause(act), "title": act.title, "days": number_text(days or 0)}
    if days is None:
        return _("before %(act)s (%(day)s)") % {**said, "day": _day(act)}
    if not days:
        return _("on the day of “%(title)s”") % said
    return ngettext("%(days)s day before %(act)s", "%(days)s days before %(act)s", days) % said


def _clause(act: FactRow) -> str:
    """What the act did, as half a sentence: "ICE published how to opt out"."""
    text: str = own("CLAUSES", "stood")[act.word]
    return _(text) % {"by": act.by}
