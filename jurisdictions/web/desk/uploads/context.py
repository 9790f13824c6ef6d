"""What the pages of uploads show: the list, the progress of a check, what it found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from jurisdictions.read.keeping.upload_steps import COLUMNS, DATES, FETCH, ROWS, SOURCE, TABLE
from jurisdictions.read.keeping.uploads import (
    FAULTS_AT_A_TIME,
    WISHES_AT_A_TIME,
    Answered,
    UploadDetail,
    UploadRow,
    uploads_of,
)
from jurisdictions.read.places import all_places
from jurisdictions.read.program_addresses import spoken_for
from jurisdictions.record.ingest.tables import MOST_ROWS
from jurisdictions.record.lists import programs_with_lists
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.uploads.columns import EXPORT
from jurisdictions.render.files.uploads.words import mode_explained, mode_title
from jurisdictions.render.words.days import number_text
from jurisdictions.render.words.labels import label
from jurisdictions.status.programs import rule_of
from jurisdictions.web.desk.preview.cautions import cautions_told
from jurisdictions.web.desk.uploads.asking import asking_context
from jurisdictions.web.desk.uploads.faults import shared_faults
from jurisdictions.web.desk.uploads.kinds import kinds_offered
from jurisdictions.web.desk.uploads.other_sheets import sheets_context
from jurisdictions.web.desk.uploads.rows import rows_context
from jurisdictions.web.desk.uploads.sending import send_context
from jurisdictions.web.desk.uploads.steps import steps_context
from jurisdictions.web.site.addresses import with_query

STEPS = ((0.3, noop("Reading the rows.")), (0.6, noop("Checking the rows against the record.")))
LAST_STEP = noop("Trying out what would change.")
"""What a check is at, until so far."""
WAITS_FOR = {
    FETCH: noop("To be fetched"),
    TABLE: noop("Headings to be shown"),
    COLUMNS: noop("Columns to be chosen"),
    DATES: noop("Order of dates to be said"),
    SOURCE: noop("Source to be named"),
}
"""What is said of a file that somebody has to tell something of, by step."""
OUTCOMES = ("created", "corrected", "unchanged", "rejected")
PLACES_SHOWN = 30
LONGEST_PASTED = 2_000_000
"""Characters that a page takes from the clipboard; what is longer comes as a file."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A kind of facts that can be uploaded."""

    kind: str
    title: str
    explained: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a long list: its rows, its number, how many there are, the ways to others."""

    rows: Sequence[Any]
    number: int
    of: int
    total: int
    previous: str
    following: str


def list_context(
    actor: Actor, fault: str, kind: str, pasted: str = "", address: str = ""
) -> dict[str, object]:
    """Everything that uploads/list.html reads."""
    return {
        "uploads": unfinished_files(actor.person_id),
        "offered": [
            Offered(name, mode_title(name), mode_explained(name), name == kind)
            for name in kinds_offered(spoken_for())
        ],
        "reads_lists": spoken_for() in programs_with_lists(),
        "exported": kind == EXPORT,
        "most_rows": MOST_ROWS,
        "fault": fault,
        "pasted": pasted,
        "address": address,
        "longest_pasted": LONGEST_PASTED,
    }


def unfinished_files(person: int) -> list[tuple[UploadRow, str, str]]:
    """The files of somebody of which rows are still to be sent: what they hold, how they stand."""
    return [(one, mode_title(one.mode), standing(one)) for one in uploads_of(person)]


def standing(upload: UploadRow) -> str:
    """Where an upload stands, in a few words."""
    if upload.step in WAITS_FOR:
        return _(WAITS_FOR[upload.step])
    if upload.checking:
        return _("Being checked")
    if upload.failed or upload.stuck:
        return _("Could not be checked")
    if upload.parts and not upload.changing:
        said = ngettext("%(number)s row left", "%(number)s rows left", upload.rejected)
        return said % {"number": number_text(upload.rejected)}
    if not upload.rejected:
        return _("Ready to be sent")
    said = ngettext("%(number)s row rejected", "%(number)s rows rejected", upload.rejected)
    return said % {"number": number_text(upload.rejected)}


def checking_context(request: HttpRequest, found: UploadDetail) -> dict[str, object]:
    """Everything that uploads/checking.html reads."""
    upload = found.row
    return {
        "upload": upload,
        **steps_context(found, ROWS),
        "percent": int(100 * upload.progress),
        "said": progress_said(upload),
        "reloads": "still" not in request.GET,
    }


def fetching_context(request: HttpRequest, found: UploadDetail) -> dict[str, object]:
    """Everything that uploads/fetching.html reads."""
    before = found.before
    return {
        "upload": found.row,
        "address": before.address,
        "why": before.failed,
        "open": found.row.checking and not before.failed,
        "percent": 0,
        "said": _("Waiting for its turn.") if found.row.queued else _("It is being fetched."),
        "reloads": "still" not in request.GET,
    }


def progress_said(upload: UploadRow) -> str:
    """What the check is at."""
    if upload.queued:
        return _("Waiting for its turn.")
    return next((_(said) for until, said in STEPS if upload.progress < until), _(LAST_STEP))


def preview_context(request: HttpRequest, actor: Actor, found: UploadDetail) -> dict[str, object]:
    """Everything that uploads/preview.html reads."""
    row = found.row
    return {
        "upload": row,
        "title": mode_title(row.mode),
        "sheet": found.sheet,
        "unread": found.unread,
        "counts": [(name, row.counts.get(name, 0)) for name in OUTCOMES],
        "beside": sum(1 for one in found.wishes if one["beside"]),
        "hidden_rows": len(found.before.hidden_rows),
        "examples": row.counts.get("examples", 0),
        "passed_over": row.counts.get("passed_over", 0),
        "mends": found.mends,
        "proposed": found.proposed,
        "left_out_columns": _left_out(found),
        **asking_context(request, found),
        "answered": _answered(found.answers),
        "has_answers": bool(found.answers or any(found.other_answers.values())),
        "fault_part": _part(request, "faults", shared_faults(found.faults), FAULTS_AT_A_TIME),
        "wish_part": _part(request, "rows", found.wishes, WISHES_AT_A_TIME, _shown),
        "effect": _effect(found.effect),
        "cautions": cautions_told(
            (one["fact"], one["column"], one["reason"], one["row"]) for one in found.cautions
        ),
        **rows_context(request, found),
        **send_context(request, actor, found),
        **sheets_context(request, actor, found),
        "exported": row.mode == EXPORT,
        "remembered": found.before.remembered,
        **steps_context(found, ROWS),
    }


def _left_out(found: UploadDetail) -> list[str]:
    columns = found.columns or ()
    pairs = zip(found.headings, columns, strict=False)
    return [heading for heading, column in pairs if heading and not column]


def _answered(answers: Sequence[Answered]) -> list[tuple[str, str]]:
    """What the author said of written names before."""
    names = _names() if answers else {}
    return [(one.written, names.get(one.geoid, _("none of the places"))) for one in answers]


def _names() -> Mapping[str, str]:
    return {geoid: place.label for geoid, place in all_places(get_language() or "en").items()}


def _shown(wish: Mapping[str, Any]) -> dict[str, Any]:
    """A wish with its cells as name, text, and text before."""
    was = wish["was"]
    return {
        **wish,
        "shown": [(name, cell, was.get(name, "")) for name, cell in wish["cells"].items()],
    }


def _part(
    request: HttpRequest,
    name: str,
    rows: Sequence[Any],
    size: int,
    shape: Callable[[Any], Any] = lambda row: row,
) -> Part:
    """The part of a list that the address asks for; the ways keep the other parameters."""
    pages = max(1, -(-len(rows) // size))
    asked = request.GET.get(name, "1")
    number = min(int(asked), pages) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1
    number = max(number, 1)

    def way(to: int) -> str:
        if not 1 <= to <= pages:
            return ""
        query: dict[str, object] = {key: request.GET[key] for key in request.GET}
        return f"{with_query(request.path, {**query, name: to})}#{name}"

    part = [shape(row) for row in rows[(number - 1) * size : number * size]]
    return Part(part, number, pages, len(rows), way(number - 1), way(number + 1))


def _effect(told: Mapping[str, Any] | None) -> dict[str, object] | None:
    """What would change: how many places move from which status to which, and the first of them."""
    if told is None:
        return None
    turned = [place for place in told["places"] if place["turned"]][:PLACES_SHOWN]
    return {
        **told,
        "moves": [(_status(one), _status(other), count) for one, other, count in told["moves"]],
        "shown": [
            {**place, "on": date.fromisoformat(place["from"]) if place["from"] else None}
            for place in turned
        ],
        "unshown": told["turned"] - len(turned),
    }


def _status(word: str) -> tuple[str, str]:
    """A status as a swatch's class and a label; nothing for a place that is not on record."""
    statuses = rule_of(spoken_for()).STATUSES
    return (word, label(statuses(word))) if word else ("", _("not on record"))
