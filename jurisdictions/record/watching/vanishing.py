"""An address at which there is nothing any more, on more than one look; and one that is back.

A source on record whose address it is has the day in the record: that flags what rests on it.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from jurisdictions.models import Look, LookOutcome, Source, Watch
from jurisdictions.record.changing.facts import correct_fact

CONFIRMED_AFTER = timedelta(hours=1)
"""How long after the first look that found nothing another one confirms it."""
WATCHER = "Watched sources"
"""By whom the record is changed: nobody with an account."""


def note_gone(watch: Watch, at: datetime) -> None:
    """A look found nothing there (404 or 410): the second one, some time later, confirms it."""
    watch.gone_since = watch.gone_since or at
    if watch.vanished_at is None and at - watch.gone_since >= CONFIRMED_AFTER:
        watch.vanished_at = at
        Look.objects.create(watch=watch, at=at, outcome=LookOutcome.VANISHED)
        why = _("Nothing is found at its address any more.")
        for source in _sources_of(watch, vanished=False):
            _record(watch, source, watch.gone_since.date().isoformat(), why, at)


def note_there(watch: Watch, at: datetime) -> None:
    """A look found something there."""
    if watch.vanished_at:
        Look.objects.create(watch=watch, at=at, outcome=LookOutcome.RETURNED)
        why = _("Something is found at its address again.")
        for source in _sources_of(watch, vanished=True):
            _record(watch, source, "", why, at)
    watch.gone_since = watch.vanished_at = None


def _sources_of(watch: Watch, *, vanished: bool) -> list[str]:
    """The keys of the sources that have this very address, said to have vanished or not."""
    current = Source.objects.current().filter(url=watch.address, vanished_on__isnull=not vanished)
    return list(current.order_by("fact_id").values_list("key", flat=True))


def _record(watch: Watch, source: str, day: str, why: str, at: datetime) -> None:
    correct_fact(
        program=watch.program.slug,
        name=f"source:{source}",
        cells={"vanished_on": day},
        by=WATCHER,
        reason=why,
        at=at,
    )
