"""/desk/drafts/<id>/: what was written and not sent, to go on with, to send, or to delete."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from jurisdictions.read.keeping.drafts import DraftRow, draft_row, drafts_of
from jurisdictions.read.places import places_of
from jurisdictions.read.program_addresses import spoken_for
from jurisdictions.record.drafts import delete_draft
from jurisdictions.record.people.permissions import Actor
from jurisdictions.web.desk.forms.shapes import SHAPES
from jurisdictions.web.desk.frame.page import desk_page, newest, render_desk
from jurisdictions.web.desk.frame.unsent import RESTORED, name_at, parts_at, path_here
from jurisdictions.web.site.addresses import address
from jurisdictions.web.site.typed_back import TypedBack, texts_of

LARGEST = 2**63
TITLES: Mapping[str, Callable[[], str]] = {
    "suggest-fact": lambda: _("Suggest a change"),
    "suggest-correct": lambda: _("Correct"),
    "suggest-retract": lambda: _("Retract"),
    "suggest-contradict": lambda: _("Another source says otherwise"),
    "adjudicate": lambda: _("Why the record stands"),
    "fact-revert": lambda: _("Let a fact stand as it did before"),
    "revert": lambda: _("Revert a change"),
    "proposal-remark": lambda: _("Say something"),
    "proposal-amend": lambda: _("Amend it"),
    "proposal-decide": lambda: _("Your decision"),
    "proposal-edit": lambda: _("Edit and accept"),
    "tip": lambda: _("Answer a tip"),
    "reply-decide": lambda: _("Decide on a reply"),
    "upload": lambda: _("Propose a file"),
    "invite": lambda: _("Invite somebody"),
    "person": lambda: _("About a person"),
    "program-edit": lambda: _("About a program"),
}


@dataclass(frozen=True, slots=True)
class DraftShown:
    """A draft in one line: what it is for, how its text begins, when it was kept."""

    draft_id: int
    title: str
    about: str
    begins: str
    kept_at: datetime
    until: datetime


@desk_page()
def draft(request: HttpRequest, actor: Actor, draft: int) -> HttpResponse:
    """GET: what was written, and how to go on. POST: delete it."""
    found = draft_row(draft, actor.person_id) if draft < LARGEST else None
    if found is None:
        raise Http404
    if request.method == "POST":
        delete_draft(person=actor.person_id, draft=draft)
        messages.success(request, _("The draft was deleted."))
        return HttpResponseRedirect(address("desk", {}), status=303)
    to = path_here(found.path)
    fields = list(found.fields)
    context = {
        "draft": shown_draft(found),
        "restored": name_at(found.path) in RESTORED,
        "back": TypedBack(to, fields, texts_of(fields), whole=True),
    }
    return render_desk(request, actor, "desk/drafts/page.html", context)


def shown_drafts(person: int) -> list[DraftShown]:
    """A person's drafts, the latest first."""
    return [shown_draft(one) for one in drafts_of(person)]


def _part(name: str, part: str) -> str:
    """A place and a kind of fact by what they are called; the rest by its name or number."""
    as_of = newest(spoken_for()) if name == "geoid" else None
    place = places_of(as_of).get(part) if as_of else None
    if place:
        return place.label
    return str(SHAPES[part].title) if name == "kind" and part in SHAPES else part


def shown_draft(row: DraftRow) -> DraftShown:
    """A draft, told by the address of its form."""
    title = TITLES.get(name_at(row.path), lambda: row.path)()
    about = ", ".join(_part(name, str(part)) for name, part in parts_at(row.path).items())
    texts = texts_of(list(row.fields))
    begins = texts[0] if texts else ""
    return DraftShown(row.draft_id, title, about, begins, row.kept_at, row.until)
