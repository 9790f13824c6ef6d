"""The steps of an upload ahead of its rows: sheet and headings, columns, dates, the source."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.timezone import now
from django.utils.translation import gettext as _

from jurisdictions.read.keeping.upload_steps import COLUMNS, DATES, FETCH, SOURCE, TABLE
from jurisdictions.read.keeping.uploads import UploadDetail, source_names
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.uploads.before_check import (
    choose_columns,
    choose_orders,
    choose_source,
    forget_shape,
)
from jurisdictions.record.uploads.changing_kind import choose_kind
from jurisdictions.record.uploads.columns import EXPORT
from jurisdictions.record.uploads.fetching import fetch_again
from jurisdictions.record.uploads.layouts import LAST_HEAD, choose_layout
from jurisdictions.web.desk.uploads.columns import chosen_columns, columns_context
from jurisdictions.web.desk.uploads.context import fetching_context
from jurisdictions.web.desk.uploads.kinds import kinds_offered
from jurisdictions.web.desk.uploads.questions import day_columns_told
from jurisdictions.web.desk.uploads.steps import steps_context
from jurisdictions.web.desk.uploads.table import SIGNS, table_context
from jurisdictions.web.site.addresses import address

Act = Callable[[HttpRequest, Actor, UploadDetail], HttpResponse]
STAY = "stay"


def _to(found: UploadDetail, step: str = "") -> HttpResponse:
    query = {"step": step} if step else {}
    to = address("upload", query, upload=found.row.upload_id)
    return HttpResponseRedirect(to, status=303)


def _layout(request: HttpRequest, actor: Actor, found: UploadDetail) -> HttpResponse:
    sheet = request.POST.get("sheet", found.sheet)
    stays = request.POST.get("go", "") == STAY
    choose_layout(
        upload=found.row.upload_id,
        sheet=sheet,
        # The row that was shown is one of the sheet that was shown.
        head=_head(request) if request.POST.get("shown", sheet) == sheet else 0,
        encoding=_if_other(request, "encoding", found.before.encoding),
        sign=_if_other(request, "sign", found.before.sign, SIGNS),
        stay=stays,
        by=actor,
        at=now(),
    )
    return _to(found, TABLE if stays else COLUMNS)


def _head(request: HttpRequest) -> int:
    written = request.POST.get("other", "").strip() or request.POST.get("head", "").strip()
    sign, digits = (-1, written[1:]) if written.startswith("-") else (1, written)
    if not written:
        return 0
    whole = digits.isascii() and digits.isdigit() and len(digits) <= len(str(LAST_HEAD))
    return sign * int(digits) if whole else LAST_HEAD + 1


def _if_other(
    request: HttpRequest, name: str, found: str, named: Mapping[str, str] | None = None
) -> str:
    """What was chosen, "" where it is what was found: then it is found the next time too."""
    chosen = request.POST.get(name, "")
    chosen = (named or {}).get(chosen, chosen)
    return "" if chosen == found and not request.POST.get(f"{name}_chosen") else chosen


def _fetch(request: HttpRequest, actor: Actor, found: UploadDetail) -> HttpResponse:
    del request
    fetch_again(upload=found.row.upload_id, by=actor, at=now())
    return _to(found)


def _columns(request: HttpRequest, actor: Actor, found: UploadDetail) -> HttpResponse:
    choose_columns(
        upload=found.row.upload_id,
        columns=chosen_columns(request, found),
        erase="erase" in request.POST,
        texts=request.POST.get("texts", ""),
        by=actor,
        at=now(),
    )
    return _to(found)


def _forget(request: HttpRequest, actor: Actor, found: UploadDetail) -> HttpResponse:
    del request
    forget_shape(upload=found.row.upload_id, by=actor, at=now())
    return _to(found, COLUMNS)


def _kind(request: HttpRequest, actor: Actor, found: UploadDetail) -> HttpResponse:
    chosen = request.POST.get("kind", "")
    if chosen not in (EXPORT, *kinds_offered(found.row.program)):
        raise Refused([Fault("", 0, "kind", chosen, _("Choose what the file holds."))])
    kind = "" if chosen == EXPORT else chosen
    choose_kind(upload=found.row.upload_id, kind=kind, by=actor, at=now())
    return _to(found, COLUMNS)


def _dates(request: HttpRequest, actor: Actor, found: UploadDetail) -> HttpResponse:
    orders = {
        one.column: request.POST.get(f"order-{at}", "") for at, one in enumerate(found.before.days)
    }
    choose_orders(upload=found.row.upload_id, orders=orders, by=actor, at=now())
    return _to(found)


def _source(request: HttpRequest, actor: Actor, found: UploadDetail) -> HttpResponse:
    choose_source(
        upload=found.row.upload_id,
        written=request.POST.get("whole", ""),
        locator=request.POST.get("whole_locator", ""),
        same=request.POST.get("whole_same", "") == "yes",
        by=actor,
        at=now(),
    )
    return _to(found)


def dates_context(request: HttpRequest, found: UploadDetail) -> dict[str, object]:
    """Everything that uploads/dates.html reads."""
    answered = found.other_answers.get("orders", {})
    return {
        "upload": found.row,
        "columns": day_columns_told(request, found.before.days, answered),
        **steps_context(found, DATES),
    }


def source_context(request: HttpRequest, found: UploadDetail) -> dict[str, object]:
    """Everything that uploads/source.html reads."""
    said = found.other_answers.get("source", {})
    sent = request.method == "POST"
    return {
        "upload": found.row,
        "written": request.POST.get("whole", "")
        if sent
        else said.get("written", found.before.address),
        "locator": request.POST.get("whole_locator", "") if sent else said.get("locator", ""),
        "same": "whole_same" in request.POST if sent else said.get("same", False),
        "known_sources": source_names(),
        **steps_context(found, SOURCE),
    }


BEFORE: Mapping[str, Act] = {
    "fetch": _fetch,
    "layout": _layout,
    "columns": _columns,
    "forget-shape": _forget,
    "kind": _kind,
    "dates": _dates,
    "source": _source,
}
"""What can be said of a file before its rows are checked."""
STEP_OF = {
    "layout": TABLE,
    "columns": COLUMNS,
    "forget-shape": COLUMNS,
    "kind": COLUMNS,
    "dates": DATES,
    "source": SOURCE,
    "fetch": FETCH,
}
"""The page on which an act is shown again when it is refused."""
STEP_PAGES: Mapping[str, tuple[str, Callable[[HttpRequest, UploadDetail], dict[str, object]]]] = {
    FETCH: ("desk/uploads/fetching.html", fetching_context),
    TABLE: ("desk/uploads/table.html", table_context),
    COLUMNS: ("desk/uploads/columns.html", columns_context),
    DATES: ("desk/uploads/dates.html", dates_context),
    SOURCE: ("desk/uploads/source.html", source_context),
}
