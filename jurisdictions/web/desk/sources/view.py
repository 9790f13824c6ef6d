"""/desk/sources/<key>/: a source for who keeps the record: its files, attached, shown, removed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jurisdictions.read.program_addresses import spoken_for
from jurisdictions.record.evidence.asking import ask_fetch
from jurisdictions.record.evidence.attaching import attach_file
from jurisdictions.record.evidence.deciding import NoSuchFile, hide_file, remove_file, show_file
from jurisdictions.record.evidence.limits import MEGABYTE
from jurisdictions.record.evidence.rights import demand_works_at
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.ingest.uploaded import MOST_BYTES
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.proposing.uniting import unite_sources
from jurisdictions.record.uploads.asking import demand_somewhere
from jurisdictions.web.desk.frame.page import desk_page, render_desk
from jurisdictions.web.desk.sources.context import source_context, twins_context
from jurisdictions.web.desk.uploads.size import TOO_LARGE
from jurisdictions.web.site.addresses import address

BAD = 400
MOST_DIGITS = 19


@desk_page()
def twins(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Sources that may be one, by two."""
    demand_somewhere(actor)
    return render_desk(request, actor, "desk/sources/twins.html", twins_context())


@desk_page()
def source(request: HttpRequest, actor: Actor, key: str) -> HttpResponse:
    """GET: the source and its files. POST: one act on them, told by the button."""
    demand_works_at(actor, key)
    if request.method != "POST":
        return _page(request, actor, key)
    act = ACTS.get(request.POST.get("act", ""))
    if act is None:
        raise Http404
    try:
        messages.success(request, act(request, actor, key))
    except Refused as refused:
        return _page(request, actor, key, refused.faults)
    except NoSuchFile:
        raise Http404 from None
    return HttpResponseRedirect(address("desk-source", {}, key=key), status=303)


def _attach(request: HttpRequest, actor: Actor, key: str) -> str:
    file = request.FILES.get("file")
    if TOO_LARGE in request.META:
        told = _("The file is larger than %(most)d MB.") % {"most": MOST_BYTES // MEGABYTE}
        raise Refused([Fault("", 0, "file", "", told)])
    if file is None or not file.name:
        raise Refused([Fault("", 0, "file", "", _("Choose a file."))])
    wants = request.POST.get("public") == "1"
    attach_file(
        source=key, name=file.name, content=file.read(), wants_public=wants, by=actor, at=now()
    )
    return _("Attached. Reviewers can open it; one of them decides whether everybody can.")


def _show(request: HttpRequest, actor: Actor, key: str) -> str:
    show_file(source=key, file=_file(request), by=actor, at=now())
    return _("Everybody can open the file now.")


def _hide(request: HttpRequest, actor: Actor, key: str) -> str:
    hide_file(source=key, file=_file(request), by=actor)
    return _("Only reviewers can open the file now.")


def _remove(request: HttpRequest, actor: Actor, key: str) -> str:
    reason = request.POST.get("reason", "")
    remove_file(source=key, file=_file(request), reason=reason, by=actor, at=now())
    return _("Removed. The reason stays.")


def _unite(request: HttpRequest, actor: Actor, key: str) -> str:
    """The other source is one with this one: this one stays."""
    unite_sources(
        program=spoken_for(),
        gone=request.POST.get("other", ""),
        stays=key,
        reason=request.POST.get("reason", ""),
        by=actor,
        at=now(),
    )
    return _("They are one now. What rested on the other rests on this source.")


def _fetch(request: HttpRequest, actor: Actor, key: str) -> str:
    del request
    ask_fetch(source=key, language=get_language() or "en", by=actor, at=now())
    return _("Asked. The file comes here once the worker has fetched it: look again in a minute.")


def _file(request: HttpRequest) -> int:
    """The number of the file that the form is about; 0 for none."""
    said = request.POST.get("file", "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < MOST_DIGITS else 0


ACTS: Mapping[str, Callable[[HttpRequest, Actor, str], str]] = {
    "attach": _attach,
    "show": _show,
    "hide": _hide,
    "remove": _remove,
    "unite": _unite,
    "fetch": _fetch,
}


def _page(
    request: HttpRequest, actor: Actor, key: str, faults: tuple[Fault, ...] = ()
) -> HttpResponse:
    context = source_context(key, actor)
    if context is None:
        raise Http404
    typed = {
        "faults": faults,
        "act": request.POST.get("act", ""),
        "of": request.POST.get("file", ""),
    }
    template = "desk/sources/page.html"
    return render_desk(request, actor, template, {**context, **typed}, BAD if faults else 200)
