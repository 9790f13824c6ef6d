"""A file is attached to a source: by hand, with a proposal, or by the worker that fetched it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from functools import partial
from pathlib import PurePosixPath

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jurisdictions.models import CapturedList, Proposal, Source, SourceFile, Wish
from jurisdictions.record.cleaning import one_line
from jurisdictions.record.evidence.limits import demand_room
from jurisdictions.record.evidence.looking_through import look_through, without_data
from jurisdictions.record.evidence.rights import ATTACH, demand_at
from jurisdictions.record.evidence.store import checksum_of, forget, keep
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.people.permissions import CONTRIBUTOR, Actor, NotAllowed
from jurisdictions.status.geoids import NATION

LONGEST_NAME = 200
WAITING_MOST = 20
"""Files of one person that wait for a form to be sent."""


def receive_file(
    *, name: str, content: bytes, wants_public: bool, by: Actor, at: datetime
) -> SourceFile:
    """Take a file that came with a form that is not sent yet; it waits, for its author alone.

    Raises NotAllowed for who proposes nowhere; Refused, with the reason, for a file that is not
    taken; OSError when the disk does not take it.
    """
    if not by.regions(CONTRIBUTOR):
        raise NotAllowed("facts.propose", NATION)
    waiting = SourceFile.objects.filter(source="", added_by_id=by.person_id, removed_at=None)
    if waiting.count() >= WAITING_MOST:
        said = _("Too many of your files wait in forms that were not sent.")
        raise Refused([Fault("", 0, "file", name, said)])
    return _take(name, content, at, by=by, wants_public=wants_public)


def attach_file(
    *, source: str, name: str, content: bytes, wants_public: bool, by: Actor, at: datetime
) -> SourceFile:
    """Attach a file to a source on record or proposed. Raises as `receive_file` does."""
    demand_at(by, ATTACH, source)
    demand_source(source)
    return _take(name, content, at, by=by, source=source, wants_public=wants_public)


def attach_fetched(
    *, source: str, address: str, name: str, content: bytes, by: int | None, at: datetime
) -> SourceFile:
    """Keep what the worker fetched from an address of a source; `by` asked for it."""
    return _take(name, content, at, person=by, source=source, address=address)


def demand_source(key: str) -> None:
    """Raise Refused for a source that is neither on record nor proposed."""
    on_record = Source.objects.current().filter(key=key).exists()
    if not on_record and not Wish.objects.filter(name=f"source:{key}", action="record").exists():
        raise Refused([Fault("", 0, "source", key, _("is no source on record"))])


def _take(
    name: str,
    content: bytes,
    at: datetime,
    *,
    by: Actor | None = None,
    person: int | None = None,
    **said: object,
) -> SourceFile:
    name = _named(name)
    owner = by.person_id if by else person
    demand_room(len(content), name, owner)
    sort = look_through(content, name)
    if by:
        # Somebody's photo tells where they live. What was published is kept as it was published.
        content = without_data(content, sort, name)
    _refuse_known(checksum_of(content), str(said.get("source", "")), name)
    return SourceFile.objects.create(
        name=name,
        checksum=keep(content),
        size=len(content),
        media_type=sort.media_type,
        added_at=at,
        added_by_id=owner,
        **said,
    )


def _named(name: str) -> str:
    """The last part of what a browser says that a file is called."""
    return PurePosixPath(one_line(name).replace("\\", "/")).name[-LONGEST_NAME:] or "file"


def _refuse_known(checksum: str, source: str, name: str) -> None:
    """The same bytes are attached to a source once, and what was removed does not come back."""
    same = SourceFile.objects.filter(checksum=checksum)
    if gone := same.exclude(removed_at=None).first():
        said = _("This very file was removed (%(why)s) and is not taken again.")
        raise Refused([Fault("", 0, "file", name, said % {"why": gone.removal})])
    if source and same.filter(source=source).exists():
        said = _("This source has this very file already.")
        raise Refused([Fault("", 0, "file", name, said)])


@transaction.atomic
def give_to_proposal(
    *, proposal: int | None, files: Mapping[str, Collection[int]], by: Actor
) -> None:
    """The form was sent: its author's files that waited belong to its sources, by their keys."""
    for source, ids in files.items():
        waiting = SourceFile.objects.filter(
            pk__in=list(ids), source="", added_by_id=by.person_id, removed_at=None
        )
        there = set(SourceFile.objects.filter(source=source).values_list("checksum", flat=True))
        for file in waiting.exclude(checksum__in=there):
            file.source, file.proposal_id = source, proposal
            file.save(update_fields=["source", "proposal"])


def show_with(proposal: Proposal, by: Actor, at: datetime) -> None:
    """What the author of an accepted proposal lets everybody see is shown, of sources on record."""
    on_record = Source.objects.current().values("key")
    waiting = SourceFile.objects.filter(
        proposal=proposal, wants_public=True, shown_at=None, removed_at=None, source__in=on_record
    )
    waiting.update(shown_at=at, shown_by_id=by.person_id)


def sweep_files(*, at: datetime) -> int:
    """Forget files of forms that were never sent; answers how many there were."""
    return _forget(
        SourceFile.objects.filter(added_at__lt=at - timedelta(days=settings.DRAFTS_DAYS))
    )


def forget_unsent(person: int) -> int:
    """Forget the files of forms that somebody never sent: they concern nobody else."""
    return _forget(SourceFile.objects.filter(added_by_id=person))


def _forget(files: QuerySet[SourceFile]) -> int:
    waiting = files.filter(source="")
    if not waiting.exists():
        return 0
    with transaction.atomic():
        checksums = list(waiting.values_list("checksum", flat=True))
        count = waiting.delete()[0]
        forget_unused(checksums)
    return count


def forget_unused(checksums: Collection[str]) -> None:
    """Delete the bytes that nothing names any more, once this transaction is kept."""
    standing = SourceFile.objects.filter(checksum__in=checksums, removed_at=None)
    lists = CapturedList.objects.filter(checksum__in=checksums)
    named = {one for rows in (standing, lists) for one in rows.values_list("checksum", flat=True)}
    for checksum in set(checksums) - named:
        transaction.on_commit(partial(forget, checksum))
