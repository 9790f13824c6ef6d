"""The programs that the tracker follows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from rest_framework.request import Request

from jurisdictions.api import described_lists as described
from jurisdictions.api import list_shapes
from jurisdictions.api.answering import ListView
from jurisdictions.api.answers import Answer
from jurisdictions.api.cursors import CURSOR, rows_from_cursor
from jurisdictions.api.freshness import etag_of
from jurisdictions.api.question import Question
from jurisdictions.read.editions import newest_of_all
from jurisdictions.read.rows import AsOf, EditionRow, ProgramRow

Published = tuple[ProgramRow, EditionRow | None]


@described.programs
class ProgramsView(ListView):
    """The programs, each with its newest edition."""

    asking = ("lang",)
    parameters = (*CURSOR, "fields")
    row = list_shapes.Program

    def tag(self, as_of: AsOf, request: Request) -> str:
        """Changes with the newest edition of any program, and with what is said of one."""
        return etag_of(as_of, request, newest_of_all(as_of.language))

    def answer(self, question: Question) -> dict[str, Any]:
        """A page of programs, the default one first."""
        found = sorted(
            newest_of_all(question.as_of.language), key=lambda one: not _is_default(one[0])
        )
        part, beside = rows_from_cursor(question, found, lambda one: one[0].slug)
        shaped = self.shaped(question, _program_answer)
        return {**beside, "results": [shaped(one) for one in part]}


def _program_answer(published: Published) -> Answer:
    program, edition = published
    return {
        "slug": program.slug,
        "name": program.name,
        "agency": program.agency,
        "summary": program.summary,
        "default": _is_default(program),
        "opening_on": program.opening_on,
        "edition": edition and edition.number,
        "published_at": edition and edition.published_at.isoformat(timespec="seconds"),
        "record_from": edition and edition.record_from,
        "record_to": edition and edition.record_to,
    }


def _is_default(program: ProgramRow) -> bool:
    return bool(program.slug == settings.DEFAULT_PROGRAM)
