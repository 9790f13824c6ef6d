"""What every page of the desk has in common: who acts, what they may not do, no caching."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.timezone import localdate
from django.utils.translation import get_language

from jurisdictions.read.asking import NothingPublished, ask
from jurisdictions.read.rows import AsOf
from jurisdictions.record.people.people import actor_of
from jurisdictions.record.people.permissions import Actor, NotAllowed, demand, needs_second_factor
from jurisdictions.web.desk.frame.unsent import keep_unsent, settle, whose
from jurisdictions.web.site.addresses import address
from jurisdictions.web.site.cleaned import clean_sent
from jurisdictions.web.site.frame import frame_of
from jurisdictions.web.site.program import OfProgram, to_its_program

View = Callable[..., HttpResponse]
AS_FILES = frozenset({"pasted"})
"""Fields that hold what would else be a file: tabs part its cells, and its reader cleans them."""


def desk_page(door: str = "") -> Callable[[View], View]:
    """Make a view of `(request, actor, **parts)` a page of the desk.

    Who is not signed in goes to sign in and comes back; who holds a role that needs a second
    factor sets one up first; NotAllowed becomes a 403 page that says which role is needed. `door`
    is demanded for the nation; a view demands what depends on a region itself.
    """

    def wrap(view: View) -> View:
        @wraps(view)
        def page(request: HttpRequest, **parts: Any) -> HttpResponse:
            response = _answer(view, door, request, parts)
            add_never_cache_headers(response)
            return response

        return page

    return wrap


def _answer(view: View, door: str, request: HttpRequest, parts: Mapping[str, Any]) -> HttpResponse:
    if not request.user.is_authenticated:
        return _signed_out(request)
    actor = actor_of(request.user.pk)
    if actor is None:
        return render_desk(request, None, "desk/frame/no_person.html", {}, status=403)
    if needs_second_factor(actor) and not is_mfa_enabled(request.user):
        return redirect("mfa_index")
    if request.method == "POST":
        for said in clean_sent(request, but=AS_FILES):
            messages.info(request, f"{said}.")
    try:
        if door:
            demand(actor, door)
        response = view(request, actor, **parts)
    except OfProgram as other:
        return to_its_program(request, other)
    except NotAllowed as refused:
        context = {"refused": refused}
        return render_desk(request, actor, "desk/frame/not_allowed.html", context, status=403)
    if request.method == "POST":
        settle(request, actor, response)
    return response


def _signed_out(request: HttpRequest) -> HttpResponse:
    """To sign in, and back; what was written meanwhile waits there for whom the form was shown."""
    person = whose(request) if request.method == "POST" else None
    kept = keep_unsent(request, person) if person else None
    back = address("draft", {}, draft=kept) if kept else request.get_full_path()
    return redirect_to_login(back)


def newest(program: str = "") -> AsOf | None:
    """The newest edition on its opening day, or None before the first one."""
    try:
        return ask(program=program, language=get_language() or "en", today=localdate())
    except NothingPublished:
        return None


def render_desk(
    request: HttpRequest,
    actor: Actor | None,
    template: str,
    context: Mapping[str, object],
    status: int = 200,
) -> HttpResponse:
    """A page in the frame of the desk; templates extend desk/base.html and find `actor` there."""
    frame = {**frame_of(request, None, here=True), "actor": actor, **context}
    return render(request, template, frame, status=status)
