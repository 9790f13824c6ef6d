"""/api/v1/flags/: what in the record calls for a second look."""

from __future__ import annotations

from typing import Any

from jurisdictions.api import described_lists as described
from jurisdictions.api import list_shapes
from jurisdictions.api.answering import ListView
from jurisdictions.api.cursors import CURSOR, rows_from_cursor
from jurisdictions.api.filters import states_of
from jurisdictions.api.links import full_address
from jurisdictions.api.parameters import one_of, several
from jurisdictions.api.question import Question
from jurisdictions.read.flags.all import flag_kinds, flags
from jurisdictions.read.flags.rows import Flag
from jurisdictions.read.program_addresses import path_of
from jurisdictions.render.programs.flags import flag_sentence


@described.flags
class FlagsView(ListView):
    """The flags of an edition."""

    asking = ("known", "edition", "program", "lang")
    parameters = ("kind", "state", "geoid", *CURSOR, "fields")
    row = list_shapes.Flag

    def answer(self, question: Question) -> dict[str, Any]:
        """A page of flags, kind by kind, within one by place; raises BadParameter."""
        query, as_of = question.request.query_params, question.as_of
        states, geoids = states_of(query, as_of), several(query, "geoid")
        kinds = one_of(query, "kind", flag_kinds(as_of.program.slug))
        found = [
            one
            for one in flags(as_of)
            if (not kinds or one.kind in kinds)
            and (not states or one.state in states)
            and (not geoids or one.raised.geoid in geoids)
        ]
        part, beside = rows_from_cursor(question, found, lambda one: one.key)

        def shape(one: Flag) -> dict[str, Any]:
            return flag_answer(question, one)

        return {**beside, "results": list(map(self.shaped(question, shape), part))}


def flag_answer(question: Question, flag: Flag) -> dict[str, Any]:
    """A flag, in words and in parts."""
    slug, raised = question.as_of.program.slug, flag.raised
    path = path_of(slug, "flags-of-kind", kind=flag.kind)
    return {
        "flag": flag.key,
        "kind": flag.kind,
        "geoid": raised.geoid,
        "place": flag.place,
        "state": flag.state,
        "agency": flag.agency,
        "days": [str(day) for day in raised.days],
        "values": list(raised.values),
        "unit": raised.unit,
        "about": str(raised.word),
        "text": flag_sentence(slug, flag),
        "facts": list(raised.facts),
        "explanation": flag.explanation.summary if flag.explanation else "",
        "explained_as": raised.explained_as,
        "url": full_address(question.request, f"{path}#{flag.key}"),
    }
