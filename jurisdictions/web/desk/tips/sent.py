"""What the desk's pages of tips and replies show alike: what a message is about, who ended it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jurisdictions.read.agencies.rows import AgencyRow
from jurisdictions.read.asking import ask
from jurisdictions.read.keeping.tips import TipRow
from jurisdictions.read.places import places_of
from jurisdictions.read.records import fact_of
from jurisdictions.read.rows import FactRow, PlaceRow
from jurisdictions.render.words.days import date_text
from jurisdictions.web.site.addresses import address
from jurisdictions.web.tips.agencies import agency_named


@dataclass(frozen=True, slots=True)
class Shown:
    """A place and perhaps a fact, or an agency, as the newest edition has it; else None."""

    place: PlaceRow | None
    fact: FactRow | None
    page: str
    agency: AgencyRow | None = None


def subject_shown(program: str, geoid: str, fact: str) -> Shown:
    """What a message is about, and the address of the page that it was sent from."""
    as_of = ask(program=program, language=get_language() or "en", today=localdate())
    place = places_of(as_of).get(geoid)
    if agency := agency_named(as_of, fact):
        return Shown(place, None, address("agency", {}, agency=agency.key), agency)
    row = fact_of(as_of, fact) if fact else None
    if place is None:
        return Shown(None, row, address("place-code", {}, code=geoid))
    page = address("place", {}, geoid=geoid, slug=place.slug)
    return Shown(place, row, f"{page}#{fact}" if row else page)


def suggestion(tip: TipRow, subject: Shown) -> str:
    """Where the tip becomes a proposal; the reason names the tip, not what a stranger wrote."""
    reason = _("Tip %(number)d, received on %(day)s") % {
        "number": tip.tip_id,
        "day": date_text(tip.received_at.date()),
    }
    begun = {"reason": reason, "tip": str(tip.tip_id)}
    if subject.fact is not None or subject.agency is not None:
        return address("suggest-correct", begun, name=tip.fact)
    return address("suggest", begun, geoid=tip.geoid)


def ended_text(by: str, at: datetime) -> str:
    """That somebody was faster."""
    return _("%(name)s ended this on %(day)s, while you wrote. What you wrote is still here.") % {
        "name": by,
        "day": date_text(at.date()),
    }
