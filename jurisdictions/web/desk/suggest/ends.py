"""Where forms begin and end: what they hold at first, how they are sent, where they lead."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.timezone import now
from django.utils.translation import gettext as _

from jurisdictions.record.people.permissions import Actor, may
from jurisdictions.record.proposing.proposals import propose
from jurisdictions.web.desk.forms.attached import hand_over
from jurisdictions.web.desk.forms.suggestion import Suggestion
from jurisdictions.web.desk.forms.task import Task
from jurisdictions.web.desk.forms.typed import Typed, whole_number
from jurisdictions.web.desk.preview.recognized import refuse_nothing_new
from jurisdictions.web.desk.suggest.flow import End
from jurisdictions.web.desk.suggest.flow_words import title_of
from jurisdictions.web.site.addresses import address


def first_typed(request: HttpRequest, task: Task | None = None) -> Typed:
    """What a form holds at first: what the address brings.

    A tip brings its number and a reason, the desk a thread that lacks a step. No source is chosen
    beforehand: who changes a value says which one tells the new value.
    """
    whole = {name: request.GET.get(name, "") for name in ("reason", "thread", "tip")}
    if task and task.base:
        whole["base"] = str(task.base)
    return Typed(whole=whole)


def begun_with(request: HttpRequest) -> dict[str, str]:
    """What a tip's address brings, for the addresses of the forms."""
    return {name: request.GET.get(name, "") for name in ("reason", "tip")}


def proposing(request: HttpRequest, actor: Actor) -> End:
    """Propose what the form says, and lead to the proposal."""

    def send(form: Suggestion) -> HttpResponse:
        files, wishes = form.files(), form.wishes()
        refuse_nothing_new(form.task.as_of.program.slug, wishes)
        made = propose(
            program=form.task.as_of.program.slug,
            wishes=wishes,
            title=title_of(form),
            reason=form.reason.cleaned_data["reason"],
            by=actor,
            at=now(),
            tip=whole_number(form.typed.said("tip"), None),
        )
        hand_over(files, made, actor)
        messages.success(request, _("Sent. A reviewer looks at it next; you are told by e-mail."))
        return HttpResponseRedirect(address("proposal", {}, proposal=made), status=303)

    return End("send", _("Send to the reviewers"), send)


def after(task: Task, actor: Actor) -> str:
    """Where the desk tells that it is done: public pages tell nobody anything."""
    return after_at(task.region, actor)


def after_at(region: str, actor: Actor) -> str:
    """The facts of the region, for who works there; else the desk itself."""
    if region and may(actor, "facts.propose", region):
        return address("suggest", {}, geoid=region)
    return address("desk", {})


def back_to(task: Task) -> str:
    """The page that the form is about."""
    if task.place:
        return address("place", {}, geoid=task.place.geoid, slug=task.place.slug)
    if task.kind == "source" and task.name:
        return address("source", {}, key=task.name.partition(":")[2])
    return address("policy", {})
