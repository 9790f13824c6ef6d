"""The step in which the headings of a file are matched to columns."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from jurisdictions.read.keeping.upload_steps import COLUMNS
from jurisdictions.read.keeping.uploads import UploadDetail
from jurisdictions.record.uploads.columns import (
    EXPORT,
    match_headings,
    needed,
    suggestion,
    targets_of,
)
from jurisdictions.render.files.uploads.words import column_explained, column_title, mode_title
from jurisdictions.web.desk.uploads.kinds import kinds_offered
from jurisdictions.web.desk.uploads.steps import steps_context


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the file: what stands below it, the column chosen, whether it was found."""

    at: int
    written: str
    samples: tuple[str, ...]
    chosen: str
    found: bool
    left_out: bool
    guessed: bool
    hidden: bool


@dataclass(frozen=True, slots=True)
class Option:
    """A column that a heading may be."""

    name: str
    title: str
    explained: str
    needed: bool


def columns_context(request: HttpRequest, found: UploadDetail) -> dict[str, object]:
    """Everything that uploads/columns.html reads."""
    mode = found.row.mode
    matched = match_headings(found.headings, mode)
    chosen = _chosen(request, found, matched)
    must = set(needed(mode))
    return {
        "upload": found.row,
        "sheet": found.sheet,
        "unread": found.unread,
        "head": found.head,
        "above": found.above,
        "headings": [
            Heading(
                at=at,
                written=written or _("(no heading)"),
                samples=tuple(dict.fromkeys(row[at] for row in found.samples if row[at])),
                chosen=chosen[at],
                found=matched[at] is not None,
                left_out=matched[at] == "",
                guessed=matched[at] is None and at in found.before.guessed,
                hidden=written in found.before.hidden_columns,
            )
            for at, written in enumerate(found.headings)
        ],
        "unmatched": sum(
            1 for at, one in enumerate(matched) if one is None and at not in found.before.guessed
        ),
        "told_by_cells": sum(1 for at in found.before.guessed if matched[at] is None),
        "options": [
            Option(name, column_title(mode, name), column_explained(mode, name), name in must)
            for name in targets_of(mode)
        ],
        "erase": "erase" in request.POST if request.method == "POST" else found.erase,
        "texts": request.POST.get("texts", found.texts),
        "exported": mode == EXPORT,
        "kinds": [] if found.row.parts else _kinds(found),
        "remembered": found.before.remembered,
        **steps_context(found, COLUMNS),
    }


def _kinds(found: UploadDetail) -> list[tuple[str, str, bool]]:
    """What the file may hold: the name of the kind, its title, whether it is read so."""
    offered = (*kinds_offered(found.row.program), EXPORT)
    return [(kind, mode_title(kind), kind == found.row.mode) for kind in offered]


def chosen_columns(request: HttpRequest, found: UploadDetail) -> list[str]:
    """The column that was chosen for each heading."""
    return [request.POST.get(f"column-{at}", "") for at in range(len(found.headings))]


def _chosen(request: HttpRequest, found: UploadDetail, matched: list[str | None]) -> list[str]:
    """What the form shows: what was sent, else what was chosen before, else what was found."""
    if request.method == "POST":
        return chosen_columns(request, found)
    if found.columns is not None:
        return list(found.columns)
    guessed = found.before.guessed
    taken = [*matched, *guessed.values()]
    return [
        guessed.get(at) or suggestion(written, found.row.mode, taken) if column is None else column
        for at, (written, column) in enumerate(zip(found.headings, matched, strict=True))
    ]
