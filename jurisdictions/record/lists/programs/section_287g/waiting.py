"""A list that somebody uploaded at the desk: kept with the answers until it is proposed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Program, Upload, UploadPart
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.ingest.tables import Unreadable
from jurisdictions.record.lists.programs.section_287g.keeping import keep_list
from jurisdictions.record.lists.programs.section_287g.on_record import (
    agencies_on_record,
    places_on_record,
)
from jurisdictions.record.lists.programs.section_287g.placing import AGENCY, LEAVE, PLACE
from jurisdictions.record.lists.programs.section_287g.reading import (
    ListFile,
    ListPlan,
    plan_list,
    read_file,
)
from jurisdictions.record.lists.programs.section_287g.recording import (
    demand_confirmed,
    propose_plan,
)
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.uploads.asking import demand_somewhere, own_upload
from jurisdictions.record.uploads.files import delete_later, file_name, keep_file, path_of
from jurisdictions.record.uploads.reading_first import unread
from jurisdictions.status.geoids import is_state
from jurisdictions.status.programs.section_287g import SLUG


@dataclass(frozen=True, slots=True)
class WaitingList:
    """A list that waits, and what reading it comes to as the record stands."""

    upload: int
    plan: ListPlan


def begin_list(
    *, name: str, content: bytes, listed_on: date | None, language: str, by: Actor, at: datetime
) -> int:
    """Keep a list's file; answers the upload's id. Raises Refused for what is no list.

    Nothing is locked: others write while a long list is read.
    """
    demand_somewhere(by)
    name = file_name(name)
    file = keep_file(name, content)
    try:
        read_file(path_of(file), name, at.date(), listed_on)
    except Unreadable as wrong:
        path_of(file).unlink()
        raise Refused([Fault("", 0, "file", name, f"{name} {wrong}.")]) from wrong
    made = Upload.objects.create(
        program=Program.objects.get(slug=SLUG),
        kind="list",
        file_name=name,
        file=file,
        language=language,
        shape={"list_of": SLUG, "listed_on": str(listed_on or "")},
        made_at=at,
        made_by_id=by.person_id,
    )
    return made.pk


def waiting_list(upload: int, by: Actor, today: date) -> WaitingList | None:
    """A list of somebody's own, read against the record; None where there is none that waits."""
    own = Upload.objects.filter(
        pk=upload, made_by_id=by.person_id, finished_at=None, shape__has_key="list_of"
    )
    found = own.select_related("program").first()
    if found is None:
        return None
    return WaitingList(found.pk, plan_list(found.program, _read(found, today), found.places))


def _read(found: Upload, today: date) -> ListFile:
    said = found.shape["listed_on"]
    day = date.fromisoformat(said) if said else None
    return read_file(path_of(found.file), found.file_name, today, day)


@transaction.atomic
def answer_list(*, upload: int, answers: Mapping[str, tuple[str, str]], by: Actor) -> None:
    """Say what the names mean that were asked about: of each what was chosen and what was written.

    Raises Refused where what is written is no agency, or no place, for certain.
    """
    found = own_upload(upload, by)
    taken: dict[str, str] = {}
    faults = []
    for key, (chosen, written) in answers.items():
        answer = _answer(key, chosen, written)
        if answer:
            taken[key] = answer
        else:
            faults.append(Fault("", 0, key, written, _not_one(chosen)))
    if faults:
        raise Refused(faults)
    found.places = {**found.places, **taken}
    found.save(update_fields=["places"])


def _answer(key: str, chosen: str, written: str) -> str:
    if chosen == LEAVE or (chosen.startswith((AGENCY, PLACE)) and not chosen.endswith(":")):
        return chosen
    state, reader = key.partition("|")[0], places_on_record()
    if chosen == AGENCY:
        book = agencies_on_record(reader).book
        found = written if written in book.agencies else book.find(written, state).key
        return f"{AGENCY}{found}" if found else ""
    exact = [m.geoid for m in reader.read(written, state).so_called if not is_state(m.geoid)]
    return f"{PLACE}{exact[0]}" if chosen == PLACE and len(exact) == 1 else ""


def _not_one(chosen: str) -> str:
    if chosen == AGENCY:
        return _("is no agency on record: write its name or its key")
    return _("is no single place of the state: write the county's name or its code")


def send_list(
    *,
    upload: int,
    title: str,
    reason: str,
    confirmed: Collection[str],
    by: Actor,
    at: datetime,
) -> int:
    """Propose what the list tells, as one proposal; answers its id. Raises what `propose` raises.

    Raises Refused while a name is asked about, or something speaks against it unconfirmed, and
    for a file that is gone. It never changes, so that it is read before anything is locked.
    """
    with transaction.atomic():
        found = own_upload(upload, by)
    try:
        read = _read(found, at.date())
    except OSError as gone:
        raise unread(found.file_name, gone) from gone
    with transaction.atomic():
        found = own_upload(upload, by)
        plan = plan_list(found.program, read, found.places)
        _demand_sendable(plan, confirmed)
        keep_list(plan.checksum, path_of(found.file).read_bytes())
        proposal = propose_plan(plan, by=by, at=at, title=title, reason=reason)
        UploadPart.objects.create(upload=found, proposal_id=proposal)
        delete_later(found.file)
        found.file, found.finished_at = "", at
        found.save(update_fields=["file", "finished_at"])
    return proposal


def _demand_sendable(plan: ListPlan, confirmed: Collection[str]) -> None:
    """Raise Refused while something is to be said of a list before it is proposed."""
    if plan.questions:
        raise Refused([Fault("", 0, "", "", _("Say first what the names mean that fit nobody."))])
    if plan.proposed:
        said = _("This very list waits for a reviewer already, as proposal %(number)d.")
        raise Refused([Fault("", 0, "", "", said % {"number": plan.proposed})])
    demand_confirmed(plan, confirmed=confirmed)


@transaction.atomic
def delete_list(*, upload: int, by: Actor) -> None:
    """Give a list up: its file is deleted."""
    found = own_upload(upload, by)
    delete_later(found.file)
    found.delete()
