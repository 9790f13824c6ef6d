"""One form from the first look to the end: write, look at what it would change, send."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now
from django.utils.translation import gettext as _

from jurisdictions.read.keeping.drafts import DraftRow
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.proposing.conflicts import Conflict
from jurisdictions.record.proposing.preview import preview
from jurisdictions.web.desk.forms.attached import show_files, with_files
from jurisdictions.web.desk.forms.fact_tasks import with_base
from jurisdictions.web.desk.forms.suggestion import Suggestion
from jurisdictions.web.desk.forms.task import Task
from jurisdictions.web.desk.forms.typed import Typed
from jurisdictions.web.desk.frame.page import render_desk
from jurisdictions.web.desk.frame.unsent import draft_here, keep_unsent, posted, sent_on
from jurisdictions.web.desk.preview.effect import effect_context
from jurisdictions.web.desk.preview.recognized import recognized_context
from jurisdictions.web.desk.preview.wishes import wishes_context
from jurisdictions.web.desk.suggest.tip import tip_told
from jurisdictions.web.site.addresses import address

Send = Callable[[Suggestion], HttpResponse]


@dataclass(frozen=True, slots=True)
class End:
    """A way to send a form: the button, what it does, and for which forms it is offered.

    `action` is the address that it is sent to, where that is not the form's own.
    """

    value: str
    label: str
    send: Send
    help: str = ""
    action: str = ""
    fits: Callable[[Suggestion], bool] = lambda form: True


@dataclass(frozen=True, slots=True)
class Flow:
    """What a form is for, where it leads back to, what it says and how it is sent.

    `words` are what the templates say. After a conflict `again` makes the task anew, and `seen`
    tells what the form is to carry along as seen. `decided`: a reviewer's form, which decides over
    what changed since. `proposal` is the one that the form says anew, 0 for a new one.
    """

    task: Task
    back: str
    words: Mapping[str, str]
    ends: tuple[End, ...]
    again: Callable[[], Task]
    seen: Callable[[], Mapping[str, str]] = dict
    notices: tuple[str, ...] = ()
    decided: bool = False
    proposal: int = 0

    def end(self, value: str) -> End | None:
        """The way to send that a button asks for."""
        return next((end for end in self.ends if end.value == value), None)


def conduct(request: HttpRequest, actor: Actor, flow: Flow, first: Typed) -> HttpResponse:
    """GET: the form. POST: what the button asks for; nothing that was typed is lost."""
    if request.method != "POST":
        return _first_look(request, actor, flow, first)
    typed, faults = with_files(request, actor, Typed.posted(request.POST))
    order = request.POST.get("do", "preview")
    if order == "keep":
        return _kept_for_later(request, actor)
    end = flow.end(order)
    if order != "preview" and end is None:
        form = Suggestion(flow.task, typed.told(order), checked=False)
        show_files(form, actor, faults)
        return form_page(request, actor, flow, form, focus=_focus(order, form))
    form = Suggestion(flow.task, typed, checked=True)
    show_files(form, actor, faults)
    if not form.wrong:
        try:
            send = end.send if end and end.fits(form) else None
            return send(form) if send else _look(request, actor, flow, form)
        except Refused as refused:
            form.refuse(refused.faults)
        except Conflict as conflict:
            return _after_conflict(request, actor, flow, typed, conflict)
    return form_page(request, actor, flow, form)


def _first_look(request: HttpRequest, actor: Actor, flow: Flow, first: Typed) -> HttpResponse:
    """The form: as it was begun earlier and not sent, else as it is at first."""
    kept = draft_here(request, actor)
    if kept is None:
        return form_page(request, actor, flow, Suggestion(flow.task, first, checked=False))
    typed = Typed.posted(posted(kept.fields))
    task = with_base(flow.task, typed.said("base"))
    form = Suggestion(task, typed, checked=False)
    show_files(form, actor, {})
    return form_page(request, actor, replace(flow, task=task), form, kept=kept)


def _kept_for_later(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The draft is listed on the desk."""
    kept = keep_unsent(request, actor.person_id)
    if kept:
        messages.success(request, _("Kept. It waits on your desk until you go on with it."))
    return sent_on(address("desk", {}))


def form_page(
    request: HttpRequest,
    actor: Actor,
    flow: Flow,
    form: Suggestion,
    *,
    focus: str = "",
    told: tuple[str, ...] = (),
    kept: DraftRow | None = None,
) -> HttpResponse:
    """The form as it stands."""
    if "reason_label" in flow.words:
        form.call_reason(flow.words["reason_label"], flow.words["reason_help"])
    context = {
        **flow.words,
        "form": form,
        "task": form.task,
        "back": flow.back,
        "carried": form.carried(),
        "notices": (*told, *flow.notices),
        "focus": focus,
        "draft": _draft(request, actor),
        "begun": kept,
        "tip": tip_told(request, actor),
    }
    return render_desk(request, actor, "desk/suggest/form.html", context)


def _look(request: HttpRequest, actor: Actor, flow: Flow, form: Suggestion) -> HttpResponse:
    """What the form comes to, and what it would change; nothing is sent yet."""
    task = form.task
    program = task.as_of.program.slug
    wishes = form.wishes(numbered=True)
    effect = preview(program=program, wishes=wishes, at=now(), decided=flow.decided)
    if effect.faults:
        raise Refused(list(effect.faults))
    there = recognized_context(program, wishes, flow.proposal) if not flow.decided else {}
    context = {
        **flow.words,
        **there,
        **effect_context(effect, task.as_of, task.region),
        "form": form,
        "task": task,
        "wishes": wishes_context(wishes, task),
        "reason": form.reason.cleaned_data["reason"],
        "pairs": list(form.typed.pairs()),
        "ends": [] if there.get("nothing_new") else [end for end in flow.ends if end.fits(form)],
        "draft": _draft(request, actor),
    }
    return render_desk(request, actor, "desk/preview/page.html", context)


def _after_conflict(
    request: HttpRequest, actor: Actor, flow: Flow, typed: Typed, conflict: Conflict
) -> HttpResponse:
    """The form with what was typed, beside what the record says by now."""
    task = flow.again()
    whole = {**typed.whole, "base": str(task.base or ""), **flow.seen()}
    form = Suggestion(task, Typed(typed.facts, typed.sources, whole), checked=False)
    show_files(form, actor, {})
    return form_page(request, actor, flow, form, told=(str(conflict),))


def _draft(request: HttpRequest, actor: Actor) -> str:
    """What the browser keeps an unsent form under: the person and the page, in any language."""
    return f"{actor.person_id}:{request.path.removeprefix('/es')}"


def _focus(order: str, form: Suggestion) -> str:
    """The part of the form that the button was about."""
    if order == "add-fact":
        return f"fact-{len(form.facts) - 1}"
    if order == "add-source":
        return f"source-{len(form.sources) - 1}"
    return f"source-{order.rpartition('-')[2]}" if order.startswith("find-source-") else ""
