"""Build and publish editions: numbered, immutable, whole or not at all."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Change, Edition, Fact, Program
from jurisdictions.publish.changes import Changed, changed_facts
from jurisdictions.publish.derive import Span, derive, load_facts
from jurisdictions.publish.programs import has_publishing, publishing_of
from jurisdictions.publish.spans import store_spans
from jurisdictions.shelf.nudge import nudge
from jurisdictions.status.geoids import state_of
from jurisdictions.status.programs import rule_of

BELIEVED = timedelta(days=7)
"""A clock that says less than the edition before is believed within this."""
log = logging.getLogger(__name__)
Progress = Callable[[int, int], None]


class NothingRecorded(ValueError):
    """There are no facts to publish."""


class NoRule(ValueError):
    """A program is on record for which there is no rule, so that no status follows."""


@dataclass(frozen=True, slots=True)
class Published:
    """The edition that now stands, whether it is new, and what it took."""

    number: int
    new: bool
    places: int
    spans_changed: int


@dataclass(frozen=True, slots=True)
class Derived:
    """Spans derived afresh: of which places (None: all), one place after the other; how many."""

    places: frozenset[str] | None
    spans: Iterator[tuple[str, tuple[Span, ...]]]
    total: int


def programs_recorded() -> list[str]:
    """The slugs of the programs that have facts and a rule, the first program first."""
    recorded = Program.objects.filter(pk__in=Fact.objects.values("program_id")).order_by("pk")
    return [slug for slug in recorded.values_list("slug", flat=True) if has_publishing(slug)]


def publish_edition(
    *,
    program: str,
    by: str,
    reason: str,
    at: datetime,
    progress: Progress = lambda done, total: None,
) -> Published:
    """Derive the spans that changed facts touch and publish them as the next edition.

    The same facts under the same rule make no new edition. Readers see the edition before until
    this one is whole. Raises NothingRecorded for a program without facts, NoRule for one that
    has no folder in `status/programs` and `publish/programs`.
    """
    version = _rule_version(program)
    with transaction.atomic():
        # The program's row is the publisher's lock: editions are numbered one after the other.
        found = Program.objects.select_for_update().get(slug=program)
        last, until = found.editions.order_by("-number").first(), _last_change()
        changed = changed_facts(found.pk, last.last_change_id if last else 0, until)
        fresh = last is None or last.rule_version != version
        if last and not fresh and not changed.facts:
            return Published(last.number, new=False, places=0, spans_changed=0)
        number = last.number + 1 if last else 1
        derived = derive_changed(found, until, changed, everywhere=fresh)
        stored = store_spans(found, number, derived.spans, derived.places, derived.total, progress)
        Edition.objects.create(
            program=found,
            number=number,
            published_at=moment_of(at, last.published_at if last else None),
            published_by=by,
            reason=reason,
            rule_version=version,
            last_change_id=until,
            facts_changed=len(changed.facts),
            spans=(last.spans if last else 0) + stored.begun - stored.ended,
        )
        transaction.on_commit(lambda: nudge(Path(settings.DATA_DIR) / "answers"))
        differing = stored.begun + stored.ended
        return Published(number, new=True, places=derived.total, spans_changed=differing)


def moment_of(clock: datetime, before: datetime | None) -> datetime:
    """When an edition is said to be published: what the clock says, unless that cannot be.

    A clock that was ahead and was set right may say less than for the edition `before`: numbers
    tell the order, and time is not bent to it. One that is behind by more than a week is wrong.
    """
    if before is None or clock >= before:
        return clock
    log.warning("The clock says %s, and the edition before is of %s", clock, before)
    return clock if before - clock <= BELIEVED else before + timedelta(microseconds=1)


def _rule_version(program: str) -> str:
    """The version of the program's rule; raise NoRule when there is none."""
    if not has_publishing(program):
        said = _("There is no rule for “%(program)s”: its facts are kept, no status follows.")
        raise NoRule(said % {"program": program})
    return rule_of(program).VERSION


def _last_change() -> int:
    """The number of the record's latest change; raise NothingRecorded when there is none."""
    until = Change.objects.order_by("-id").values_list("id", flat=True).first()
    if until is None:
        raise NothingRecorded(_("There are no facts to publish: load them first."))
    return until


def derive_changed(
    program: Program, until: int, changed: Changed, *, everywhere: bool = False
) -> Derived:
    """The spans of every place, or of those that the changed facts touch, as of a change."""
    touched = frozenset[str]() if changed.places is None else changed.places
    everywhere = everywhere or changed.places is None
    if not everywhere and not touched:
        return Derived(frozenset(), iter(()), 0)
    states = None if everywhere else {state_of(geoid) for geoid in touched}
    loaded = load_facts(program, until, states)
    places = (
        None
        if everywhere
        else frozenset(publishing_of(program.slug).reach(touched, loaded.parents) | touched)
    )
    total = len(loaded.parents) if places is None else len(places)
    return Derived(places, derive(program.slug, loaded, places), total)
