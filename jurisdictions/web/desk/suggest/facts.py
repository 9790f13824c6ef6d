"""/desk/facts/<name>/...: correct or retract a fact on record; contradict it, or a proposed one."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from jurisdictions.record.changing.wishes import CONTRADICT, CORRECT, RETRACT
from jurisdictions.record.people.permissions import Actor, demand
from jurisdictions.render.words.cell_texts import cell_text
from jurisdictions.web.desk.forms.fact_tasks import fact_task, with_base
from jurisdictions.web.desk.forms.task import Task
from jurisdictions.web.desk.forms.tasks import edition_of
from jurisdictions.web.desk.frame.page import desk_page, render_desk
from jurisdictions.web.desk.suggest.ends import back_to, begun_with, first_typed, proposing
from jurisdictions.web.desk.suggest.flow import Flow, conduct
from jurisdictions.web.desk.suggest.flow_words import form_words
from jurisdictions.web.desk.suggest.small import DOOR as SMALL
from jurisdictions.web.desk.suggest.small import recording_now
from jurisdictions.web.site.addresses import address

PROPOSE = "facts.propose"


@desk_page()
def correct(request: HttpRequest, actor: Actor, name: str) -> HttpResponse:
    """Change some cells of a fact. Editors record small corrections at once."""
    return _conduct(request, actor, _task(CORRECT, name))


@desk_page()
def small(request: HttpRequest, actor: Actor, name: str) -> HttpResponse:
    """POST: record a small correction at once. The form for it is that of any correction."""
    task = _task(CORRECT, name)
    demand(actor, SMALL, task.region)
    if request.method != "POST":
        to = address("suggest-correct", {}, name=name)
        return HttpResponseRedirect(to)
    return _conduct(request, actor, task)


@desk_page()
def retract(request: HttpRequest, actor: Actor, name: str) -> HttpResponse:
    """Take a fact off the record, with a reason."""
    return _conduct(request, actor, _task(RETRACT, name))


@desk_page()
def contradict(request: HttpRequest, actor: Actor, name: str) -> HttpResponse:
    """Another source says otherwise: first on what, then what it says."""
    disputed = request.GET.get("field", "")
    task = _task(CONTRADICT, name, disputed)
    demand(actor, PROPOSE, task.region)
    if disputed:
        if disputed not in {column for column, _label, _value in task.disputable}:
            raise Http404
        return _conduct(request, actor, task)
    context = {
        **form_words(task),
        "task": task,
        "back": back_to(task),
        "disputable": list(_disputable(task, begun_with(request))),
    }
    return render_desk(request, actor, "desk/suggest/contradict.html", context)


def _disputable(task: Task, begun: dict[str, str]) -> Iterator[dict[str, str]]:
    """What the other source may differ on, what the record has, and the form for it."""
    for column, label, cell in task.disputable:
        query = {**begun, "field": column}
        yield {
            "label": f"{label[:1].upper()}{label[1:]}",
            "value": cell_text(task.kind, column, cell),
            "href": address("suggest-contradict", query, name=task.name),
        }


def _task(action: str, name: str, disputed: str = "") -> Task:
    return fact_task(edition_of(), action, name, disputed)


def _notices(task: Task) -> Iterator[str]:
    """What a form for a figure does not ask, and what a fact that is only proposed waits for."""
    if task.action == CONTRADICT and task.base is None:
        yield _(
            "This fact is only proposed so far. What you send waits until it is on record, and a "
            "reviewer sees both."
        )
    if task.action == CORRECT and task.kind == "reported_figure":
        yield _(
            "What was counted, of which days and by which source tells this figure from others. "
            "When that is wrong, retract it and record another."
        )


def _conduct(request: HttpRequest, actor: Actor, task: Task) -> HttpResponse:
    demand(actor, PROPOSE, task.region)
    small_end = recording_now(request, actor, task) if task.action == CORRECT else ()
    flow = Flow(
        with_base(task, request.POST.get("base", "")),
        back=back_to(task),
        words=form_words(task),
        ends=(*small_end, proposing(request, actor)),
        again=lambda: fact_task(task.as_of, task.action, task.name, task.disputed),
        notices=tuple(_notices(task)),
    )
    return conduct(request, actor, flow, first_typed(request, task))
