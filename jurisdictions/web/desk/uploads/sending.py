"""The end of an upload: which regions its rows go to, what was sent of it, what stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from jurisdictions.read.keeping.uploads import SentPart, UploadDetail
from jurisdictions.read.places import all_places
from jurisdictions.read.rows import PlaceRow
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.uploads.regions import Part, parts_of
from jurisdictions.render.files.uploads.words import mode_title
from jurisdictions.status.geoids import NATION, is_state

STATES_NAMED = 5


@dataclass(frozen=True, slots=True)
class Goes:
    """Where some of the rows go: the region, who decides there, and which states have nobody."""

    name: str
    part: Part
    own: bool
    unreviewed: str


@dataclass(frozen=True, slots=True)
class Went:
    """What was sent before: the region, the proposal with where it stands."""

    name: str
    part: SentPart


def send_context(request: HttpRequest, actor: Actor, found: UploadDetail) -> dict[str, object]:
    """Everything that uploads/send.html and uploads/sent.html read."""
    row = found.row
    left = {one.number for one in found.rows if one.left}
    going = [one for one in found.wishes if one["beside"] or one["row"] not in left]
    parts = parts_of(going, actor) if row.changing else []
    return {
        "parts": [_goes(part) for part in parts],
        "sent": went(row.parts),
        "sendable": bool(row.changing),
        "written": {
            "title": request.POST.get("title", _default_title(found)),
            "reason": request.POST.get("reason", ""),
        },
    }


def went(parts: Sequence[SentPart]) -> list[Went]:
    """What was sent of a file, in words."""
    return [Went(_called(part.geoid), part) for part in parts]


def _goes(part: Part) -> Goes:
    names = [_called(state) for state in part.unreviewed]
    said = ", ".join(names[:STATES_NAMED])
    if more := len(names) - STATES_NAMED if len(names) > STATES_NAMED else 0:
        told = ngettext("%(names)s and %(count)d more", "%(names)s and %(count)d more", more)
        said = told % {"names": said, "count": more}
    return Goes(_called(part.geoid), part, not part.unreviewed, said)


def _called(geoid: str) -> str:
    if geoid == NATION:
        return _("United States")
    place = _places().get(geoid)
    if place is None:
        return geoid
    return place.name if is_state(geoid) else place.label


def _places() -> Mapping[str, PlaceRow]:
    return all_places(get_language() or "en")


def _default_title(found: UploadDetail) -> str:
    stem = found.row.file_name.rpartition(".")[0] or found.row.file_name
    return f"{mode_title(found.row.mode)}: {stem}"[:200]
