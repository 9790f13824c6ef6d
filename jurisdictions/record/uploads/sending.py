"""What is right of a file is sent, to each region its own rows; the rest keeps its place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import ProposalStatus, Upload, UploadPart
from jurisdictions.record.changing.wishes import WishDraft
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.proposing.proposals import propose
from jurisdictions.record.uploads.asking import ask_for_check, demand_own, locked_upload
from jurisdictions.record.uploads.files import delete_later
from jurisdictions.record.uploads.kept_rows import going
from jurisdictions.record.uploads.regions import Part, parts_of


@transaction.atomic
def send_upload(
    *,
    upload: int,
    title: str,
    reason: str,
    leave_out: int,
    by: Actor,
    at: datetime,
    sent: int = 0,
) -> tuple[int, ...]:
    """Propose the rows that are right, one proposal for each region that reviews them, or none.

    `leave_out` is how many rows the author was told of that are not right yet, or that they left
    for later: the rest is sent only when there are just as many; they stay in the file, which is
    deleted once none is left.
    `sent` is how many parts the author saw as sent: who sends twice sends nothing twice, and is
    answered nothing. Raises Refused, Conflict, NotAllowed as `propose` does.
    """
    found = locked_upload(upload)
    demand_own(found, by)
    if found.finished_at or found.parts.count() != sent:
        return ()
    counts = found.findings.get("counts", {})
    staying = int(counts.get("rejected", 0)) + int(counts.get("left", 0))
    if not found.findings or found.findings.get("stuck"):
        raise Refused([Fault("", 0, "", "", _("The file has to be checked first."))])
    if staying != leave_out:
        said = _("Of this file %(count)d rows would stay for later now: look at it again.")
        raise Refused([Fault("", 0, "", "", said % {"count": staying})])
    made = tuple(
        _propose(found, part, title, reason, by, at) for part in parts_of(going(found), by)
    )
    if staying:
        ask_for_check(found, by, at)
    else:
        _finish(found, at)
    return made


def rows_sent(upload: Upload) -> frozenset[int]:
    """The rows of the sheet that were proposed, save in proposals that were taken back."""
    parts = upload.parts.filter(sheet=upload.shape["sheet"])
    kept = parts.exclude(proposal__status=ProposalStatus.WITHDRAWN)
    return frozenset(row for rows in kept.values_list("rows", flat=True) for row in rows)


def wish_of(told: Mapping[str, Any]) -> WishDraft:
    """A wish as the check kept it."""
    return WishDraft(
        told["action"], told["kind"], told["name"], told["cells"], told["base"], told["row"]
    )


def _propose(upload: Upload, part: Part, title: str, reason: str, by: Actor, at: datetime) -> int:
    """Propose the rows of one region, and keep which they were."""
    proposal = propose(
        program=upload.program.slug,
        wishes=[wish_of(told) for told in part.wishes],
        title=title,
        reason=reason,
        by=by,
        at=at,
        upload=upload.file_name,
    )
    rows = sorted({one["row"] for one in part.wishes if not one.get("beside")} - {0})
    UploadPart.objects.create(
        upload=upload, proposal_id=proposal, sheet=upload.shape["sheet"], rows=rows
    )
    return proposal


def _finish(upload: Upload, at: datetime) -> None:
    """Once all of it is proposed, the proposals hold all that there is to know."""
    delete_later(upload.file)
    upload.finished_at = at
    upload.file, upload.wishes, upload.faults = "", [], []
    upload.save()
