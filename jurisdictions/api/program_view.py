"""The programs that the tracker follows."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from django.conf import settings
from django.urls import reverse
from rest_framework.request import Request

from jurisdictions.api import described_lists as described
from jurisdictions.api import list_shapes
from jurisdictions.api.answering import ListView
from jurisdictions.api.answers import Answer
from jurisdictions.api.cursors import CURSOR, rows_from_cursor
from jurisdictions.api.freshness import etag_of
from jurisdictions.api.links import full_address
from jurisdictions.api.question import Question
from jurisdictions.read.editions import newest_of_all
from jurisdictions.read.program_addresses import path_of
from jurisdictions.read.program_life import ProgramLife, life_of
from jurisdictions.read.rows import AsOf, EditionRow, ProgramRow
from jurisdictions.render.files.columns.programs import lists_of

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
        shaped = self.shaped(question, partial(_program_answer, question))
        return {**beside, "results": [shaped(one) for one in part]}


def _program_answer(question: Question, published: Published) -> Answer:
    program, edition = published
    life = life_of(_newest(question, program, edition)) if edition else NO_LIFE
    return {
        "slug": program.slug,
        "name": program.name,
        "name_es": program.name_es,
        "agency": program.agency,
        "summary": program.summary,
        "default": _is_default(program),
        "opening_on": program.opening_on,
        "edition": edition and edition.number,
        "published_at": edition and edition.published_at.isoformat(timespec="seconds"),
        "record_from": edition and edition.record_from,
        "record_to": edition and edition.record_to,
        "record_until": life.record_until,
        "began": life.began,
        "ended": life.ended,
        "links": _links(question, program.slug),
    }


NO_LIFE = ProgramLife(None, None, None)
"""Of a program without an edition."""
LINKED = {
    "map": "map",
    "jurisdictions": "places",
    "agencies": "agencies",
    "agreements": "agreements",
    "policy": "policy",
    "files": "data",
}
"""The pages that an answer links to, and the names of their addresses."""


def _newest(question: Question, program: ProgramRow, edition: EditionRow) -> AsOf:
    return replace(question.as_of, program=program, edition=edition, known_on=None)


def _links(question: Question, slug: str) -> Answer:
    """The full addresses of a program's pages, null for one that it has not, and of its API."""
    own = {table.name for table in lists_of(slug)}
    others = {"agencies", "agreements"} - own

    def full(path: str) -> str:
        return full_address(question.request, path)

    pages = {
        name: None if page in others else full(path_of(slug, page)) for name, page in LINKED.items()
    }
    return {**pages, "api": full(f"{reverse('api-summary')}?program={slug}")}


def _is_default(program: ProgramRow) -> bool:
    return bool(program.slug == settings.DEFAULT_PROGRAM)
