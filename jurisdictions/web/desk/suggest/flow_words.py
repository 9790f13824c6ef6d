"""What a form is called, what its buttons say, and the title of the proposal that comes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from jurisdictions.read.keeping.proposal_gists import Gist
from jurisdictions.record.changing.wishes import CONTRADICT, CORRECT, RECORD, RETRACT
from jurisdictions.render.words.proposal_titles import done_to
from jurisdictions.web.desk.forms.shapes import SHAPES
from jurisdictions.web.desk.forms.suggestion import Suggestion
from jurisdictions.web.desk.forms.task import Task

LONGEST_TITLE = 200


def form_words(task: Task) -> dict[str, str]:
    """The words of a form that ends in a proposal."""
    return {
        "heading": heading_of(task),
        "lead": lead_of(task),
        "next": _("Look at what it would change"),
        "after": _("Nothing is sent yet: you see first what would change."),
        "send": _("Send to the reviewers"),
        "thread_question": _("Is this a new request, or does it go on with one on record?")
        if task.kind == "opt_out"
        else _("Is this a new agreement, or does it go on with one on record?"),
        "thread_new": _("A new request") if task.kind == "opt_out" else _("A new agreement"),
    }


def heading_of(task: Task) -> str:
    """What the form does."""
    return doing(task.action, task.kind)


def doing(action: str, kind: str, count: int = 1) -> str:
    """What is done to how many facts of a kind: "Record: Opt-out request, 3 steps"."""
    return done_to(action, kind, str(SHAPES[kind].title), count)


def proposal_title(gists: Sequence[Gist], where: str, title: str) -> str:
    """What a proposal is called in the reader's language; `title` when it does many things."""
    if len(gists) != 1:
        return title
    only = gists[0]
    return f"{doing(only.action, only.kind, only.count)} · {where}"


def lead_of(task: Task) -> str:
    """What the form is for, in a sentence."""
    said: Mapping[str, str] = {
        RECORD: str(SHAPES[task.kind].lead),
        CORRECT: _("Change what is wrong and leave the rest as it is."),
        RETRACT: _(
            "Take the fact off the record because it is wrong as a whole. It stays in the history "
            "with your reason. When only a part is wrong, correct it instead."
        ),
        CONTRADICT: _(
            "The record keeps its value, and readers see both. When the record is wrong, correct "
            "it instead."
        ),
    }
    return said[task.action]


def title_of(form: Suggestion) -> str:
    """The title of the proposal that comes of the form: what is done, and where."""
    task = form.task
    what = doing(task.action, task.kind, len(form.facts) if task.in_steps else 1)
    return f"{what} · {task.where}"[:LONGEST_TITLE]
