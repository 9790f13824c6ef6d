"""All that a file asks on its page, in one form: what is asked first, and what was answered."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from jurisdictions.read.keeping.uploads import UploadDetail, source_names
from jurisdictions.record.uploads.answering import Given, WholeSource
from jurisdictions.record.uploads.naming import place_named
from jurisdictions.web.desk.uploads.faults import (
    SharedFault,
    common_faults,
    lacking_open,
    rows_alone,
)
from jurisdictions.web.desk.uploads.places_asked import NONE, places_asked
from jurisdictions.web.desk.uploads.questions import (
    described,
    orders_asked,
    sources_told,
    words_asked,
)

MOST_QUESTIONS, MOST_SOURCES = 150, 60
"""What a page asks at once: a form has a thousand fields at most. The rest follows after it."""
LONG = 4
"""From so many questions on, the form can be sent from its beginning too."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question: the template that asks it, how many rows it settles, what it is about."""

    form: str
    rows: int
    first: int
    one: object


@dataclass(frozen=True, slots=True)
class SharedAsked:
    """What is wrong with several rows alike, with what was typed for all of them."""

    at: int
    fault: SharedFault
    typed: str
    left: bool

    @property
    def known_as(self) -> str:
        """What tells it from others, should they have changed meanwhile."""
        return f"{self.fault.target}:{self.fault.value}"


def asking_context(request: HttpRequest, found: UploadDetail) -> dict[str, object]:
    """Everything that uploads/asked.html reads."""
    asks = sorted(_asks(request, found), key=lambda ask: -ask.rows)
    sources = sources_told(request, found)
    return {
        "asks": asks[:MOST_QUESTIONS],
        "questions": len(asks),
        "asked_later": max(0, len(asks) - MOST_QUESTIONS),
        "long_form": len(asks) >= LONG,
        "alone": rows_alone(found),
        "later": sum(row.left for row in found.rows),
        "lacking": found.lacking,
        "source_answered": found.other_answers.get("source", {}),
        "whole": {
            name: request.POST.get(name, "") for name in ("whole", "whole_locator", "whole_same")
        },
        "new_sources": sources[:MOST_SOURCES],
        "sources_later": max(0, len(sources) - MOST_SOURCES),
        "sources_open": any(request.POST.get(f"source-{one.at}-title") for one in sources),
        "known_sources": source_names() if found.lacking.rows or sources else (),
    }


def given(request: HttpRequest, found: UploadDetail) -> Given:
    """What was answered of it. Raises Refused for what is no place, or no day."""
    cells: dict[int, dict[str, str]] = {}
    left: set[int] = set()
    for one in _shared(request, found):
        if request.POST.get(f"all-{one.at}-of", "") != one.known_as:
            continue
        if one.left:
            left |= set(one.fault.rows)
        elif one.typed and one.typed != one.fault.value:
            for row in one.fault.rows:
                cells.setdefault(row, {})[one.fault.target] = one.typed
    return Given(
        places=_places(request, found),
        orders={
            question.column: answer
            for at, question in enumerate(found.orders)
            if (answer := request.POST.get(f"order-{at}", ""))
        },
        words=_words(request, found),
        sources=described(request, found),
        whole=WholeSource(
            request.POST.get("whole", ""),
            request.POST.get("whole_locator", ""),
            request.POST.get("whole_same", "") == "yes",
        ),
        cells=cells,
        left=left,
    )


def _asks(request: HttpRequest, found: UploadDetail) -> list[Ask]:
    asks = [
        Ask("order", one.question.rows, one.question.first, one)
        for one in orders_asked(request, found.orders)
    ]
    if lacking_open(found):
        asks.append(Ask("whole", found.lacking.rows, found.lacking.first, found.lacking))
    asks += [
        Ask("word", one.question.rows, one.question.first, one)
        for one in words_asked(request, found.words)
    ]
    asks += [
        Ask("place", one.question.rows, one.question.first, one)
        for one in places_asked(request, found)
    ]
    shared = _shared(request, found)
    return asks + [Ask("shared", len(one.fault.rows), one.fault.rows[0], one) for one in shared]


def _shared(request: HttpRequest, found: UploadDetail) -> list[SharedAsked]:
    return [
        SharedAsked(
            at,
            one,
            request.POST.get(f"all-{at}", "").strip(),
            request.POST.get(f"all-{at}-leave", "") == "yes",
        )
        for at, one in enumerate(common_faults(found))
    ]


def _places(request: HttpRequest, found: UploadDetail) -> dict[str, str]:
    answers = {
        question.key: "" if answer == NONE else answer
        for at, question in enumerate(found.questions)
        if (answer := request.POST.get(f"place-{at}", "")) in (*question.candidates, NONE)
    }
    for at, question in enumerate(found.questions):
        if named := request.POST.get(f"place-{at}-named", "").strip():
            answers[question.key] = place_named(named)
    return answers


def _words(request: HttpRequest, found: UploadDetail) -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = {}
    for at, asked in enumerate(found.words):
        if (answer := request.POST.get(f"word-{at}", "")) in asked.options:
            words.setdefault(asked.column, {})[asked.written] = answer
    return words
