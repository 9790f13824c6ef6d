"""/desk/flags/<key>/: what explains a flag; a reviewer says it and it stands at once, or goes."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.timezone import now
from django.utils.translation import gettext as _

from jurisdictions.read.flags.all import flag_of, flags
from jurisdictions.read.flags.rows import Flag
from jurisdictions.read.keeping.histories import fact_now
from jurisdictions.read.rows import AsOf
from jurisdictions.read.sources import sources_by_key
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import Actor, demand
from jurisdictions.record.proposing.conflicts import Conflict
from jurisdictions.record.proposing.explaining import DOOR, KIND, explain
from jurisdictions.render.programs.flags import flag_rule, flag_text, flag_title
from jurisdictions.status.geoids import state_of
from jurisdictions.web.desk.forms.tasks import edition_of
from jurisdictions.web.desk.frame.page import desk_page, render_desk
from jurisdictions.web.site.addresses import address

CELLS = ("summary", "summary_es", "source", "locator")
SHOWN = 6
"""Flags of a group that the form tells."""


@desk_page()
def explanation(request: HttpRequest, actor: Actor, key: str) -> HttpResponse:
    """The explanation of a flag, or of a group that has one together; blank takes it back."""
    as_of = edition_of()
    slug = as_of.program.slug
    flag = flag_of(as_of, key)
    if flag is None:
        raise Http404
    if flag.raised.explained_as != key:
        to = address("flag-explain", {}, key=flag.raised.explained_as)
        return HttpResponseRedirect(to)
    region = _region(flag)
    demand(actor, DOOR, region)
    found = fact_now(f"{KIND}:{key}", slug)
    typed = {name: found.cells.get(name, "") if found else "" for name in CELLS}
    typed["base"] = str(found.base or 0) if found else "0"
    wrong = ""
    if request.method == "POST":
        typed = {name: request.POST.get(name, "") for name in (*CELLS, "base")}
        wrong = _keep(slug, key, region, typed, actor)
        if not wrong:
            messages.success(request, _("It stands beside the flag."))
            return HttpResponseRedirect(_back(flag), status=303)
    context = {
        "title": flag_title(slug, flag.kind),
        "rule": flag_rule(slug, flag.kind),
        "lines": list(_lines(as_of, flag)),
        "typed": typed,
        "on_record": found is not None,
        "sources": sorted(sources_by_key(as_of).values(), key=lambda one: one.title.casefold()),
        "wrong": wrong,
        "back": _back(flag),
    }
    return render_desk(request, actor, "desk/suggest/explain.html", context)


def _keep(slug: str, key: str, region: str, typed: dict[str, str], actor: Actor) -> str:
    """Publish what was said; what is wrong with it, "" for nothing."""
    base = typed["base"]
    try:
        explain(
            program=slug,
            flag=key,
            geoid=region,
            text=typed["summary"],
            text_es=typed["summary_es"],
            source=typed["source"],
            locator=typed["locator"],
            by=actor,
            at=now(),
            base=int(base) if base.isdecimal() else None,
        )
    except Refused as refused:
        return " ".join(fault.reason for fault in refused.faults)
    except Conflict:
        return _("Somebody else changed the explanation meanwhile: open this page again.")
    return ""


def _region(flag: Flag) -> str:
    """Where the explanation is of: a group's is the state's."""
    geoid = flag.raised.geoid
    return state_of(geoid) if flag.raised.group else geoid


def _lines(as_of: AsOf, flag: Flag) -> Iterator[str]:
    """The flags that it would explain, in words."""
    slug, key = as_of.program.slug, flag.raised.explained_as
    together = [one for one in flags(as_of) if one.raised.explained_as == key]
    yield from (flag_text(slug, one) for one in together[:SHOWN])
    if len(together) > SHOWN:
        yield "…"


def _back(flag: Flag) -> str:
    page = address("flags-of-kind", {}, kind=flag.kind)
    return f"{page}#{flag.raised.explained_as}"
