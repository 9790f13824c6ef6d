"""What the pages of watched sources show, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jurisdictions.read.keeping.regions import region_name
from jurisdictions.read.keeping.watched import LookRow, WatchRow
from jurisdictions.record.fetching.unfetched import words_of
from jurisdictions.record.people.permissions import Actor, may
from jurisdictions.record.watching.tending import DOOR, HOURS


@dataclass(frozen=True, slots=True)
class Told:
    """A watched address with how it stands in words; `troubled`: somebody should look at it."""

    row: WatchRow
    region: str
    often: str
    standing: str
    trouble: str
    may_tend: bool

    @property
    def troubled(self) -> bool:
        """Whether somebody should look at it."""
        return bool(self.row.vanished_at or (self.row.newest and self.row.newest.asks))


@dataclass(frozen=True, slots=True)
class LookTold:
    """A look in words."""

    row: LookRow
    outcome: str


def told(row: WatchRow, actor: Actor) -> Told:
    """A watched address in words."""
    return Told(
        row,
        region_name(row.geoid, get_language() or "en"),
        often(row.hours),
        _standing(row),
        words_of(row.why, row.status),
        may(actor, DOOR, row.geoid),
    )


def _standing(row: WatchRow) -> str:
    if row.next_look_at is None:
        return _("Stopped")
    if row.vanished_at:
        return _("Vanished")
    if row.why:
        return _("Not reached")
    return _("Watched") if row.looked_at else _("Not looked at yet")


def looks_told(looks: list[LookRow]) -> list[LookTold]:
    """Looks in words."""
    return [LookTold(one, outcome_text(one.outcome)) for one in looks]


def outcome_text(outcome: str) -> str:
    """What a look brought."""
    return {
        "first": _("First copy"),
        "changed": _("Changed"),
        "proposed": _("Became a proposal"),
        "asks": _("Asks something"),
        "known": _("Nothing new in it"),
        "unread": _("Could not be read"),
        "vanished": _("Vanished"),
        "returned": _("There again"),
    }[outcome]


def often(hours: int) -> str:
    """How often an address is looked at."""
    return {
        6: _("four times a day"),
        24: _("once a day"),
        168: _("once a week"),
    }[hours]


def choices(chosen: int) -> Iterator[tuple[int, str, bool]]:
    """How often one may look: hours, words, whether it is chosen."""
    for hours in HOURS:
        yield hours, often(hours), hours == chosen


def watching_is_on() -> bool:
    """Whether the operator lets sources be watched."""
    return bool(settings.WATCHING)
