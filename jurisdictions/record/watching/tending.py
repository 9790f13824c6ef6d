"""Sources that somebody wants watched: begun, looked at now, stopped, begun again."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Program, Source, Upload, Watch, WatchKind
from jurisdictions.record.changing.concerned import region_of_fact
from jurisdictions.record.cleaning import one_line
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.fetching.targets import target_of
from jurisdictions.record.fetching.unfetched import Unfetched
from jurisdictions.record.lists import programs_with_lists
from jurisdictions.record.people.permissions import EDITOR, Actor, NotAllowed, demand
from jurisdictions.record.watching.looks_asked import ask_look
from jurisdictions.status.geoids import NATION, smallest_around

DOOR = "sources.watch"
HOURS = (6, 24, 168)
"""How often an address may be looked at: four times a day, daily, weekly."""
MOST = 1_000
"""Addresses that are watched at once, all programs together."""
AGAIN = timedelta(minutes=1)
"""Nobody looks twice within so long."""
LONGEST_ADDRESS, LONGEST_TITLE = 600, 200


@transaction.atomic
def begin_watch(
    *, program: str, address: str, kind: str, hours: int, title: str, by: Actor, at: datetime
) -> int:
    """Watch an address from now on; answers the watch's id.

    Who edits in the region of the source that has the address may; of an address that is no
    source's, who edits anywhere. A list is the nation's. Raises NotAllowed, Refused.
    """
    address = address.strip()
    found = Program.objects.select_for_update().get(slug=program)
    faults = [*_faults(found, address, kind, hours)]
    if faults:
        raise Refused(faults)
    source = Source.objects.current().filter(url=address).order_by("fact_id").first()
    region = _region(kind, source.key if source else "", by)
    demand(by, DOOR, region)
    title = one_line(title) or (source.title if source else address)
    made = Watch.objects.create(
        program=found,
        kind=kind,
        address=address,
        title=title[:LONGEST_TITLE],
        source=source.key if source else "",
        geoid=region,
        hours=hours,
        begun_at=at,
        begun_by_id=by.person_id,
        next_look_at=at,
    )
    return made.pk


def _faults(program: Program, address: str, kind: str, hours: int) -> list[Fault]:
    faults = []
    try:
        target_of(address)
    except Unfetched as wrong:
        faults.append(Fault("", 0, "address", "", wrong.text))
    if len(address) > LONGEST_ADDRESS:
        faults.append(Fault("", 0, "address", "", _("The address is too long.")))
    if kind not in WatchKind.values or (
        kind == WatchKind.LIST and program.slug not in programs_with_lists()
    ):
        faults.append(Fault("", 0, "kind", "", _("This program reads no such lists.")))
    if hours not in HOURS:
        faults.append(Fault("", 0, "hours", "", _("Choose how often.")))
    if Watch.objects.filter(program=program, address=address).exists():
        faults.append(Fault("", 0, "address", "", _("This address is watched already.")))
    if Watch.objects.exclude(next_look_at=None).count() >= MOST:
        faults.append(Fault("", 0, "address", "", _("Too many addresses are watched: stop some.")))
    return faults


def _region(kind: str, source: str, by: Actor) -> str:
    own = by.regions(EDITOR)
    if not own:
        raise NotAllowed(DOOR, NATION)
    if kind == WatchKind.LIST:
        return NATION
    return region_of_fact(f"source:{source}", "") if source else smallest_around(own)


@transaction.atomic
def look_now(*, watch: int, by: Actor, at: datetime) -> None:
    """Ask for a look at once. Raises NotAllowed, Refused, Watch.DoesNotExist."""
    found = own_watch(watch, by)
    if not settings.WATCHING:
        raise Refused([Fault("", 0, "", "", _("The operator has not turned watching on."))])
    if found.looked_at and at - found.looked_at < AGAIN:
        raise Refused([Fault("", 0, "", "", _("It was looked at a moment ago."))])
    ask_look(found, by=by.name, at=at)


@transaction.atomic
def stop_watch(*, watch: int, by: Actor) -> None:
    """Look no more; what came is kept."""
    found = own_watch(watch, by)
    found.next_look_at = None
    found.save(update_fields=["next_look_at"])


@transaction.atomic
def resume_watch(*, watch: int, hours: int, by: Actor, at: datetime) -> None:
    """Look again, or at other intervals, from now on. Raises Refused."""
    found = own_watch(watch, by)
    if hours not in HOURS:
        raise Refused([Fault("", 0, "hours", "", _("Choose how often."))])
    found.hours = hours
    found.next_look_at = found.next_look_at or at
    if found.looked_at:
        found.next_look_at = max(at, found.looked_at + timedelta(hours=hours))
    found.save(update_fields=["hours", "next_look_at"])


@transaction.atomic
def take_list(*, watch: int, look: int, by: Actor) -> int:
    """Take a list whose questions wait: from now on it is one's own file. Answers its upload."""
    found = own_watch(watch, by)
    waiting = Upload.objects.select_for_update(of=("self",)).filter(finished_at=None)
    one = waiting.filter(pk__in=found.looks.filter(pk=look).values("upload")).first()
    if one is None:
        raise Refused([Fault("", 0, "", "", _("Nothing is asked of this list any more."))])
    one.made_by_id = by.person_id
    one.save(update_fields=["made_by"])
    return one.pk


def own_watch(watch: int, by: Actor) -> Watch:
    """The watch, locked, for who edits in its region. Raises NotAllowed, Watch.DoesNotExist."""
    locked = Watch.objects.select_for_update(of=("self",)).select_related("program")
    found = locked.get(pk=watch)
    demand(by, DOOR, found.geoid)
    return found
