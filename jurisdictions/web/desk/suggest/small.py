"""Small corrections, which an editor records at once: spellings, notes, sources."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.timezone import now
from django.utils.translation import gettext as _

from jurisdictions.record.people.permissions import Actor, may
from jurisdictions.record.proposing.corrections import SMALL_COLUMNS, correct_small
from jurisdictions.web.desk.forms.attached import hand_over
from jurisdictions.web.desk.forms.suggestion import Suggestion
from jurisdictions.web.desk.forms.task import Task
from jurisdictions.web.desk.suggest.ends import after
from jurisdictions.web.desk.suggest.flow import End
from jurisdictions.web.site.addresses import address

DOOR = "facts.correct_small"


def recording_now(request: HttpRequest, actor: Actor, task: Task) -> tuple[End, ...]:
    """Record it at once: for an editor, and only what cannot change a status."""
    if not may(actor, DOOR, task.region):
        return ()

    def send(form: Suggestion) -> HttpResponse:
        files = form.files()
        correct_small(
            program=task.as_of.program.slug,
            name=task.name,
            cells=form.wishes()[0].cells,
            by=actor,
            reason=form.reason.cleaned_data["reason"],
            at=now(),
            base=form.task.base,
        )
        hand_over(files, None, actor)
        messages.success(request, _("Recorded and published."))
        return HttpResponseRedirect(after(task, actor), status=303)

    help_text = _("This is small, and you are an editor here: it may be recorded at once.")
    action = address("correct-small", {}, name=task.name)
    return (End("small", _("Record it now"), send, help_text, action, _is_small),)


def _is_small(form: Suggestion) -> bool:
    wishes = form.wishes()
    return len(wishes) == 1 and set(wishes[0].cells) <= set(SMALL_COLUMNS[form.task.kind])
