"""/desk/: where the people who keep the record begin."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate, now

from jurisdictions.backup.schedule import newest_at, overdue
from jurisdictions.operating.clock.kept import doubted
from jurisdictions.operating.clock.rule import TRIAL
from jurisdictions.read.keeping.desk import desk_of
from jurisdictions.record.people.permissions import (
    CONTRIBUTOR,
    REVIEWER,
    Actor,
    reviews_own_somewhere,
)
from jurisdictions.web.desk.drafts.view import shown_drafts
from jurisdictions.web.desk.forms.tasks import edition_of
from jurisdictions.web.desk.frame.page import desk_page, render_desk
from jurisdictions.web.desk.home.context import desk_context
from jurisdictions.web.desk.home.tips import tips_context
from jurisdictions.web.desk.uploads.context import unfinished_files

FIRST, ALL = 5, 500
"""How many things that the record lacks are named at first, and at most."""


@desk_page()
def desk(request: HttpRequest, actor: Actor) -> HttpResponse:
    """My regions, what waits for me, what changed, what is worth looking for."""
    drafts = shown_drafts(actor.person_id)
    files = unfinished_files(actor.person_id)
    regions = actor.regions(CONTRIBUTOR)
    if not regions:
        # Administrators keep people and programs; the record is others' work.
        return render_desk(
            request,
            actor,
            "desk/home/page.html",
            {"no_region": True, "drafts": drafts, **_backup(), **_clock()},
        )
    as_of = edition_of()
    found = desk_of(
        as_of,
        regions=regions,
        reviews=actor.regions(REVIEWER),
        person=actor.person_id,
        reviews_own=reviews_own_somewhere(actor),
        today=localdate(),
    )
    most = ALL if request.GET.get("lacking") == "all" else FIRST
    context = {
        **desk_context(as_of, found, actor, most),
        **tips_context(actor),
        "drafts": drafts,
        "files": files,
    }
    return render_desk(request, actor, "desk/home/page.html", context)


def _backup() -> dict[str, object]:
    """For who keeps the tracker: whether backups are made, and when the last was."""
    if settings.BACKUP_TO is None:
        return {"backups": False}
    made = newest_at(settings.BACKUP_TO, now())
    return {"backups": True, "backup_at": made, "backup_overdue": overdue(made, now())}


def _clock() -> dict[str, object]:
    """For who keeps the tracker: since when sweeps doubt the clock, and until when they wait."""
    found = doubted()
    if not found or not found.doubted:
        return {}
    return {"clock_believed": found.believed, "clock_waits": found.doubted + TRIAL}
