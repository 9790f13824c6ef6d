"""/desk/uploads/: a file of facts is uploaded, its columns chosen, checked, and proposed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.timezone import now
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from jurisdictions.read.keeping.upload_steps import FETCH
from jurisdictions.read.keeping.uploads import UploadDetail, upload_detail
from jurisdictions.read.program_addresses import spoken_for
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.proposing.conflicts import Conflict
from jurisdictions.record.uploads.answering import answer
from jurisdictions.record.uploads.columns import EXPORT
from jurisdictions.record.uploads.fetching import begin_address
from jurisdictions.record.uploads.sending import send_upload
from jurisdictions.record.uploads.stages import (
    begin_upload,
    check_again,
    delete_upload,
    demand_somewhere,
    forget_answers,
)
from jurisdictions.web.desk.forms.typed import whole_number
from jurisdictions.web.desk.frame.page import desk_page, newest, render_desk
from jurisdictions.web.desk.uploads.asking import given
from jurisdictions.web.desk.uploads.before_check import BEFORE, STEP_OF, STEP_PAGES
from jurisdictions.web.desk.uploads.context import (
    LONGEST_PASTED,
    checking_context,
    list_context,
    preview_context,
)
from jurisdictions.web.desk.uploads.kinds import kinds_offered
from jurisdictions.web.desk.uploads.mending import mend
from jurisdictions.web.desk.uploads.other_sheets import read_sheet
from jurisdictions.web.desk.uploads.sending import went
from jurisdictions.web.desk.uploads.size import TOO_LARGE
from jurisdictions.web.site.addresses import address
from jurisdictions.web.site.program import demand_program

log = logging.getLogger(__name__)

BAD, CONFLICT = 400, 409


@desk_page()
def uploads(request: HttpRequest, actor: Actor) -> HttpResponse:
    """GET: what can be uploaded, and what was. POST: take a file."""
    demand_somewhere(actor)
    if request.method != "POST":
        return _list(request, actor)
    kind = request.POST.get("kind", "")
    if kind not in (*kinds_offered(spoken_for()), EXPORT):
        return _list(request, actor, fault=_("Choose what the file holds."))
    as_of = newest(spoken_for())
    if as_of is None:
        raise Http404
    told = {
        "program": as_of.program.slug,
        "kind": "" if kind == EXPORT else kind,
        "language": get_language() or "en",
    }
    try:
        upload = _begin(request, actor, told)
    except (Refused, OSError) as wrong:
        return _list(request, actor, fault=_fault_of(wrong))
    return HttpResponseRedirect(address("upload", {}, upload=upload), status=303)


def _begin(request: HttpRequest, actor: Actor, told: Mapping[str, str]) -> int:
    """Take what was sent: a file, rows from a clipboard, or an address. Raises Refused, OSError."""
    file, pasted = request.FILES.get("file"), request.POST.get("pasted", "")
    where = request.POST.get("address", "").strip()
    if TOO_LARGE in request.META:
        raise _refused(_("The file is larger than 10 MB."))
    if file is not None and file.name:
        return begin_upload(**told, name=file.name, content=file.read(), by=actor, at=now())
    if len(pasted) > LONGEST_PASTED:
        raise _refused(_("Too much was pasted: save it as a file, and send that."))
    if pasted.strip():
        content, name = pasted.encode("utf-8", "replace"), _("pasted rows")
        return begin_upload(**told, name=f"{name}.tsv", content=content, by=actor, at=now())
    if where:
        return begin_address(**told, address=where, by=actor, at=now())
    raise _refused(_("Choose a file, paste rows, or give an address."))


def _refused(said: str) -> Refused:
    return Refused([Fault("", 0, "file", "", said)])


def _fault_of(wrong: Refused | OSError) -> str:
    """Why a file was not taken: it is no table, or the disk is full or may not be written."""
    if isinstance(wrong, Refused):
        return wrong.faults[0].reason
    log.error("An uploaded file could not be kept", exc_info=wrong)
    return _("The file could not be kept just now. Send it again in a minute.")


@desk_page()
def upload(request: HttpRequest, actor: Actor, upload: int) -> HttpResponse:
    """One upload: its columns, its check, what was found. POST: the next step."""
    demand_somewhere(actor)
    found = upload_detail(upload, actor.person_id) if upload < 2**63 else None
    if found is None:
        raise Http404
    demand_program(found.row.program)
    if found.row.finished:
        return _finished(request, actor, found)
    if request.method != "POST":
        return _page(request, actor, found)
    act = ACTS.get(request.POST.get("act", ""))
    if act is None:
        raise Http404
    if found.row.step == FETCH and act not in BEFORE_IT_CAME:
        return _back(found)
    try:
        return act(request, actor, found)
    except Refused as wrong:
        faults = [(fault.column, fault.reason) for fault in wrong.faults]
        return _page(request, actor, found, faults=faults, status=BAD)
    except Conflict:
        said = _("The record changed since this file was checked. Check it again.")
        return _page(request, actor, found, faults=[("", said)], status=CONFLICT)


def _list(request: HttpRequest, actor: Actor, *, fault: str = "") -> HttpResponse:
    typed = (request.POST.get(name, "") for name in ("kind", "pasted", "address"))
    context = list_context(actor, fault, *typed)
    return render_desk(request, actor, "desk/uploads/list.html", context, BAD if fault else 200)


def _page(
    request: HttpRequest,
    actor: Actor,
    found: UploadDetail,
    *,
    faults: list[tuple[str, str]] | None = None,
    status: int = 200,
) -> HttpResponse:
    step = _step(request, found)
    if step in STEP_PAGES:
        template, context_of = STEP_PAGES[step]
        context = context_of(request, found)
    elif found.row.checking:
        template, context = "desk/uploads/checking.html", checking_context(request, found)
    else:
        template, context = "desk/uploads/preview.html", preview_context(request, actor, found)
    context = {**context, "faults": faults or [], "wrong": dict(faults or [])}
    return render_desk(request, actor, template, context, status)


def _step(request: HttpRequest, found: UploadDetail) -> str:
    """The step that is shown: the one that was sent or asked for, else the first that is open."""
    if found.row.step == FETCH:
        return FETCH
    sent = STEP_OF.get(request.POST.get("act", ""))
    asked = sent or request.GET.get("step", "")
    return asked if asked in STEP_PAGES else found.row.step


def _finished(request: HttpRequest, actor: Actor, found: UploadDetail) -> HttpResponse:
    """What was sent: the proposal, or a page of the several that a file became."""
    parts = found.row.parts
    if len(parts) == 1:
        to = address("proposal", {}, proposal=parts[0].proposal)
        return HttpResponseRedirect(to, status=303)
    context = {"upload": found.row, "sent": went(parts)}
    return render_desk(request, actor, "desk/uploads/finished.html", context)


def _back(found: UploadDetail) -> HttpResponse:
    return HttpResponseRedirect(address("upload", {}, upload=found.row.upload_id), status=303)


def _answers(request: HttpRequest, actor: Actor, found: UploadDetail) -> HttpResponse:
    told = given(request, found)
    answer(upload=found.row.upload_id, given=told, by=actor, at=now())
    return _back(found)


def _check(request: HttpRequest, actor: Actor, found: UploadDetail) -> HttpResponse:
    del request
    check_again(upload=found.row.upload_id, by=actor, at=now())
    return _back(found)


def _send(request: HttpRequest, actor: Actor, found: UploadDetail) -> HttpResponse:
    proposals = send_upload(
        upload=found.row.upload_id,
        title=request.POST.get("title", "").strip(),
        reason=request.POST.get("reason", "").strip(),
        leave_out=whole_number(request.POST.get("leave_out", ""), 0),
        sent=whole_number(request.POST.get("sent", ""), 0),
        by=actor,
        at=now(),
    )
    if proposals:
        said = ngettext(
            "%(count)d proposal was sent. A reviewer decides on it.",
            "%(count)d proposals were sent. The reviewers of each region decide on theirs.",
            len(proposals),
        )
        messages.success(request, said % {"count": len(proposals)})
    return _back(found)


def _delete(request: HttpRequest, actor: Actor, found: UploadDetail) -> HttpResponse:
    delete_upload(upload=found.row.upload_id, by=actor, at=now())
    messages.success(request, _("The upload and its file were deleted."))
    return HttpResponseRedirect(address("uploads", {}), status=303)


def _forget(request: HttpRequest, actor: Actor, found: UploadDetail) -> HttpResponse:
    del request
    forget_answers(upload=found.row.upload_id, by=actor, at=now())
    return _back(found)


ACTS: dict[str, Callable[[HttpRequest, Actor, UploadDetail], HttpResponse]] = {
    **BEFORE,
    "answers": _answers,
    "forget": _forget,
    "mend": mend,
    "check": _check,
    "send": _send,
    "sheet": read_sheet,
    "delete": _delete,
}
BEFORE_IT_CAME = (BEFORE["fetch"], _delete)
"""What can be done with a file that the worker has not fetched."""
