"""A proposal in one line of the queue: when what it is about was, what it would change, its age."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.keeping.proposal_gists import Gist
from jurisdictions.read.keeping.proposal_rows import EffectRow, ProposalLine
from jurisdictions.read.rows import PlaceRow
from jurisdictions.render.words.days import date_text, from_text, period_text
from jurisdictions.render.words.labels import label
from jurisdictions.render.words.people import person_text
from jurisdictions.status.dates import NotADate, PartialDate, read_edtf
from jurisdictions.status.programs import rule_of


def when_text(gists: Sequence[Gist]) -> str:
    """When what is proposed was: a day, or from the first to the last; "" where no day is told."""
    days = [day for one in gists for text in (one.first, one.last) if (day := _day(text))]
    if not days:
        return ""
    first, last = min(days, key=_begins), max(days, key=_begins)
    return date_text(first) if first == last else period_text(first, last)


def effect_text(line: ProposalLine, places: Mapping[str, PlaceRow], latest: int) -> str:
    """What accepting it would do to the status, as far as it is worked out; "" once decided."""
    if not line.is_open:
        return ""
    effect = line.effect
    if effect is None:
        return _("Its effect is being worked out.")
    told = _told(line.program, effect, places)
    if effect.seen < latest:
        moved = _("The record changed since; this is being worked out anew.")
        return f"{told} {moved}"
    return told


def marks_of(line: ProposalLine, *, rivals: bool) -> list[str]:
    """What speaks for looking at it closely; `rivals`: others wish to change the same."""
    effect = line.effect
    marks = [_("Others wish the same")] if rivals else []
    if effect is None or not line.is_open:
        return marks
    if effect.stale:
        marks.append(_("Its facts were changed since"))
    if effect.faults:
        marks.append(_("Cannot be carried out whole"))
    return marks


def told_text(line: ProposalLine, at: datetime, came_from: str) -> str:
    """The number, who proposed it and when, its age, where it came from, who decided."""
    words = {
        "number": line.proposal_id,
        "name": person_text(line.made_by),
        "day": date_text(line.made_at.date()),
    }
    parts = [_("Proposal %(number)s, %(name)s, %(day)s") % words, age_text(line, at), came_from]
    if line.decided_by and line.decided_at:
        by = {"name": person_text(line.decided_by), "day": date_text(line.decided_at.date())}
        parts.append(_("decided by %(name)s, %(day)s") % by)
    return " · ".join(part for part in parts if part)


def age_text(line: ProposalLine, at: datetime) -> str:
    """How long it has waited; "" once it is decided."""
    if not line.is_open:
        return ""
    days = (at - line.made_at).days
    if days < 1:
        return _("waiting since today")
    return ngettext("waiting %(number)d day", "waiting %(number)d days", days) % {"number": days}


def _told(program: str, effect: EffectRow, places: Mapping[str, PlaceRow]) -> str:
    if not effect.places:
        return _("No status would change.")
    place = places.get(effect.geoid)
    day = _day(effect.day)
    words = {
        "place": place.label if place else effect.geoid,
        "before": _word(program, effect.before),
        "after": _word(program, effect.after),
        "since": from_text(day) if day else _("from the beginning"),
        "number": effect.places - 1,
    }
    if effect.places == 1:
        return _("%(place)s: %(before)s → %(after)s, %(since)s.") % words
    many = ngettext(
        "%(place)s: %(before)s → %(after)s, %(since)s; %(number)d more place.",
        "%(place)s: %(before)s → %(after)s, %(since)s; %(number)d more places.",
        effect.places - 1,
    )
    return many % words


def _word(program: str, word: str) -> str:
    return label(rule_of(program).STATUSES(word)) if word else _("not on record")


def _day(text: str) -> PartialDate | None:
    try:
        return read_edtf(text)
    except NotADate:
        return None


def _begins(day: PartialDate) -> date:
    return day.first_day
