"""/desk/suggest/...: what can be changed at a place, and the form for a new fact of a kind."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from jurisdictions.read.keeping.histories import fact_now
from jurisdictions.record.people.permissions import Actor, demand
from jurisdictions.web.desk.forms.task import Task
from jurisdictions.web.desk.forms.tasks import edition_of, place_at, record_task
from jurisdictions.web.desk.frame.page import desk_page, render_desk
from jurisdictions.web.desk.suggest.context import suggest_context
from jurisdictions.web.desk.suggest.ends import back_to, begun_with, first_typed, proposing
from jurisdictions.web.desk.suggest.flow import Flow, conduct
from jurisdictions.web.desk.suggest.flow_words import form_words
from jurisdictions.web.desk.suggest.tip import tip_told
from jurisdictions.web.site.addresses import address

PROPOSE = "facts.propose"


@desk_page()
def suggest(request: HttpRequest, actor: Actor, geoid: str) -> HttpResponse:
    """What can be changed at a place: something new, or a fact on record."""
    as_of = edition_of()
    place = place_at(as_of, geoid)
    demand(actor, PROPOSE, geoid)
    context = {
        **suggest_context(as_of, place, actor, begun_with(request)),
        "tip": tip_told(request, actor),
    }
    return render_desk(request, actor, "desk/suggest/page.html", context)


@desk_page()
def suggest_fact(request: HttpRequest, actor: Actor, geoid: str, kind: str) -> HttpResponse:
    """The form for a new fact: write, look at the effect, send."""
    as_of = edition_of()
    task = record_task(as_of, geoid, kind)
    demand(actor, PROPOSE, geoid)
    on_record = f"activation:{geoid}"
    if kind == "activation" and fact_now(on_record, as_of.program.slug):
        # There is one activation of a place: it is corrected, not recorded twice.
        return HttpResponseRedirect(address("suggest-correct", {}, name=on_record))
    flow = Flow(
        task,
        back=back_to(task),
        words=form_words(task),
        ends=(proposing(request, actor),),
        again=lambda: record_task(as_of, geoid, kind),
    )
    first = first_typed(request)
    if begun := _begun(task):
        first = replace(first, facts=(begun,))
    return conduct(request, actor, flow, first)


def _begun(task: Task) -> dict[str, str]:
    """What stands in the form at first: most often it is the place itself that acted."""
    here = task.shape.here
    named = {here: task.place.name} if here and task.place else {}
    return {**task.shape.first, **named}
