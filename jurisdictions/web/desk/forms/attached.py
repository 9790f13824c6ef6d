"""Files that come with a form: kept when it is sent the first time, carried along to the end."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.timezone import now
from django.utils.translation import gettext as _

from jurisdictions.read.source_files import waiting_files
from jurisdictions.record.evidence.attaching import give_to_proposal, receive_file
from jurisdictions.record.evidence.deciding import NoSuchFile, remove_file
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import Actor
from jurisdictions.web.desk.forms.suggestion import Suggestion
from jurisdictions.web.desk.forms.typed import Typed, ids_in

_FIELD = re.compile(r"s-([0-9])-file")
_DROP = re.compile(r"drop-file-([0-9])-([0-9]{1,15})")
TOO_LARGE = "tracker.file_too_large"
Faults = Mapping[int, str]
"""By the number of the source, why its file was not taken."""


def with_files(request: HttpRequest, actor: Actor, typed: Typed) -> tuple[Typed, Faults]:
    """What was typed, with the files that came with it, and why others were not taken."""
    if dropped := _DROP.fullmatch(request.POST.get("do", "")):
        return _without(typed, int(dropped[1]), int(dropped[2]), actor), {}
    faults: dict[int, str] = {}
    if TOO_LARGE in request.META:
        faults[0] = _("The file is larger than %(most)d MB.") % {"most": 10}
    sources = list(typed.sources)
    for field, file in request.FILES.items():
        found = _FIELD.fullmatch(field)
        number = int(found[1]) if found else len(sources)
        if number >= len(sources) or not isinstance(file, UploadedFile) or not file.name:
            continue
        wants = sources[number].get("public") == "1"
        try:
            kept = receive_file(
                name=file.name,
                content=file.read(),
                wants_public=wants,
                by=actor,
                at=now(),
            )
        except Refused as refused:
            faults[number] = refused.faults[0].reason
            continue
        ids = (*ids_in(sources[number].get("files", "")), kept.pk)
        sources[number] = {**sources[number], "files": " ".join(map(str, ids))}
    return replace(typed, sources=tuple(sources)), faults


def _without(typed: Typed, number: int, file: int, actor: Actor) -> Typed:
    if number >= len(typed.sources):
        return typed
    texts = typed.sources[number]
    left = [one for one in ids_in(texts.get("files", "")) if one != file]
    with suppress(NoSuchFile):
        remove_file(source="", file=file, reason="", by=actor, at=now())
    sources = list(typed.sources)
    sources[number] = {**texts, "files": " ".join(map(str, left))}
    return replace(typed, sources=tuple(sources))


def show_files(form: Suggestion, actor: Actor, faults: Faults) -> None:
    """Tell the form which files wait with it, and put faults beside their fields."""
    for number, source in enumerate(form.sources):
        source.waiting = waiting_files(source.file_ids, actor.person_id)
        if number in faults:
            form.refuse_file(number, faults[number])


def hand_over(files: Mapping[str, tuple[int, ...]], proposal: int | None, actor: Actor) -> None:
    """The form was sent: its files belong to its sources now."""
    if any(files.values()):
        give_to_proposal(proposal=proposal, files=files, by=actor)
