"""The worker is asked to fetch what lies at the address of a source, and keeps it as its file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from jurisdictions.models import Job, Source
from jurisdictions.models.job import FINAL
from jurisdictions.record.evidence.attaching import attach_fetched
from jurisdictions.record.evidence.rights import ATTACH, demand_at
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.fetching.fetch import fetch
from jurisdictions.record.fetching.limits import Limits
from jurisdictions.record.fetching.targets import target_of
from jurisdictions.record.fetching.unfetched import Unfetched
from jurisdictions.record.jobs.queue import ask_job
from jurisdictions.record.people.permissions import Actor

KIND = "source_file"


@dataclass(frozen=True, slots=True)
class FetchState:
    """Where the last fetch of a source stands: under way, or why nothing came ("" for a file)."""

    waits: bool
    why: str


@transaction.atomic
def ask_fetch(*, source: str, language: str, by: Actor, at: datetime) -> None:
    """Ask the worker. Raises NotAllowed; Refused for a source without an address to be fetched."""
    demand_at(by, ATTACH, source)
    address = Source.objects.current().filter(key=source).values_list("url", flat=True).first()
    try:
        target_of(address or "")
    except Unfetched as wrong:
        raise Refused([Fault("", 0, "", "", wrong.text)]) from wrong
    if _open(source):
        raise Refused([Fault("", 0, "", "", _("It is being fetched already."))])
    ask_job(
        kind=KIND,
        arguments={
            "source": source,
            "address": address,
            "person": by.person_id,
            "language": language,
        },
        by=by.name,
        at=at,
        lease=timedelta(seconds=settings.JOB_LEASE_SECONDS),
    )


def fetch_source_file(
    *, source: str, address: str, person: int, language: str, at: datetime
) -> None:
    """Fetch it, look through it, keep it for reviewers; or note why that is not so."""
    with translation.override(language):
        why = ""
        try:
            # A person asked for this one address.
            found = fetch(
                address, at=at, robots=False, limits=Limits(most_bytes=settings.EVIDENCE_FILE_BYTES)
            )
            attach_fetched(
                source=source,
                address=address,
                name=found.file_name,
                content=found.content,
                by=person,
                at=at,
            )
        except Unfetched as failed:
            why = failed.text
        except Refused as refused:
            why = refused.faults[0].reason
    _open(source).update(result={"why": why})


def fetch_state(source: str) -> FetchState | None:
    """Where the last fetch of a source stands; None where nobody asked for one."""
    last = Job.objects.filter(kind=KIND, arguments__source=source).order_by("-pk").first()
    if last is None:
        return None
    return FetchState(last.status not in FINAL, str(last.result.get("why", last.error)))


def _open(source: str) -> QuerySet[Job]:
    return Job.objects.filter(kind=KIND, arguments__source=source).exclude(status__in=FINAL)
