"""/desk/facts/<name>/adjudicate/: why the record stands although a source says otherwise."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.timezone import now
from django.utils.translation import gettext as _

from jurisdictions.read.keeping.histories import fact_now
from jurisdictions.read.keeping.history_rows import Dispute, FactNow
from jurisdictions.record.changing.wishes import CONTRADICT
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import Actor, demand
from jurisdictions.record.proposing.contradicting import adjudicate as keep_note
from jurisdictions.render.words.cell_changes import CellChange, contradiction_told
from jurisdictions.web.desk.forms.fact_tasks import fact_task
from jurisdictions.web.desk.forms.task import Task
from jurisdictions.web.desk.forms.tasks import edition_of
from jurisdictions.web.desk.frame.page import desk_page, render_desk
from jurisdictions.web.desk.suggest.ends import after, back_to

DOOR = "facts.adjudicate"
SHOWN = ("field", "recorded", "said", "source", "locator", "note", "note_es")


@desk_page()
def adjudicate(request: HttpRequest, actor: Actor, name: str) -> HttpResponse:
    """The note of a reviewer on one contradiction; a blank one takes it back."""
    as_of = edition_of()
    slug = as_of.program.slug
    found = fact_now(name, slug)
    dispute = _dispute(found, request) if found else None
    if found is None or dispute is None:
        raise Http404
    demand(actor, DOOR, found.geoid)
    task = fact_task(as_of, CONTRADICT, name, dispute.field)
    typed = {"note": dispute.adjudication, "note_es": dispute.adjudication_es}
    wrong = ""
    if request.method == "POST":
        typed = {column: request.POST.get(column, "") for column in typed}
        wrong = _keep(slug, name, dispute, typed, actor)
        if not wrong:
            messages.success(request, _("The note stands beside the fact."))
            return HttpResponseRedirect(after(task, actor), status=303)
    context = {
        "task": task,
        "back": back_to(task),
        "title": task.told,
        "cells": _told(task, dispute),
        "typed": typed,
        "wrong": wrong,
    }
    return render_desk(request, actor, "desk/suggest/adjudicate.html", context)


def _keep(program: str, name: str, dispute: Dispute, typed: dict[str, str], actor: Actor) -> str:
    """Publish the note; what is wrong with it, "" for nothing."""
    try:
        keep_note(
            program=program,
            fact=name,
            field=dispute.field,
            source=dispute.source,
            **typed,
            by=actor,
            at=now(),
        )
    except Refused as refused:
        return " ".join(fault.reason for fault in refused.faults)
    return ""


def _told(task: Task, dispute: Dispute) -> list[CellChange]:
    titles = {key: source.title for key, source in task.known.items()}
    wished = {name: getattr(dispute, name) for name in SHOWN}
    return contradiction_told(task.kind, task.now, wished, titles)


def _dispute(fact: FactNow, request: HttpRequest) -> Dispute | None:
    """The contradiction that the address names; the only one, where it names none."""
    field, source = request.GET.get("field", ""), request.GET.get("source", "")
    named = [
        one
        for one in fact.contradictions
        if field in ("", one.field) and source in ("", one.source)
    ]
    return named[0] if named else None
