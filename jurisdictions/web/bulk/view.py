"""The page on which every report of a state or of the nation is asked for as one file."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from jurisdictions.read.asking import BadAsk, ask
from jurisdictions.read.places import states_of
from jurisdictions.read.rows import AsOf
from jurisdictions.read.said import replies_stamp
from jurisdictions.record.jobs.reports import ReportsOrder, TooManyOpen, ask_reports
from jurisdictions.render.reports.bulk.contents import count_of
from jurisdictions.render.reports.bulk.folders import finished_size
from jurisdictions.status.geoids import NATION
from jurisdictions.web.bulk.context import bulk_context, reports_limits, token_of
from jurisdictions.web.reports.files import site_url
from jurisdictions.web.site.addresses import address
from jurisdictions.web.site.networks import network_of
from jurisdictions.web.site.no_report import refuse_unreported
from jurisdictions.web.site.page import answered, error_page, program_of, public_page, render_page

RETRY_SECONDS = 120
BAD = 400
ALONE = ("same-origin", "none", "")
"""What a browser says of a form that is ours, or says nothing."""


# No reader has a cookie here, so there is none that a foreign page could ride on; what a POST
# starts is public, the same for everybody, and made once. Other sites' forms are turned away.
@csrf_exempt
def bulk(request: HttpRequest) -> HttpResponse:
    """GET: what can be asked for, and the limits. POST: ask, and be led to the job's page."""
    if request.method != "POST":
        return page(request)
    if not is_ours(request):
        return error_page(request, "bulk/foreign.html", 403, {})
    return answered(request, lambda: _ask(request))


@public_page
def page(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """The form, the limits, and what was made already."""
    refuse_unreported(as_of)
    chosen = request.GET.get("state", "").upper()
    response = render_page(request, "bulk/page.html", as_of, bulk_context(as_of, chosen))
    response["Cache-Control"] = "public, no-cache"  # what is being made changes at any moment
    return response


def is_ours(request: HttpRequest) -> bool:
    """Whether a form was sent from a page of this site."""
    if request.headers.get("Sec-Fetch-Site", "") not in ALONE:
        return False
    origin = request.headers.get("Origin", "")
    ours = {f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS}
    return not origin or origin in ours


def _ask(request: HttpRequest) -> HttpResponse:
    as_of = ask(
        program=program_of(request.POST),
        edition=request.POST.get("edition", ""),
        date=request.POST.get("date", ""),
        language=request.POST.get("language", ""),
        today=localdate(),
    )
    refuse_unreported(as_of)
    said = request.POST.get("state", "").strip().upper()
    if not said:
        # An empty form asks: nobody starts the nation by chance.
        context = {**bulk_context(as_of, ""), "undecided": True}
        response = render_page(request, "bulk/page.html", as_of, context)
        response.status_code, response["Cache-Control"] = BAD, "no-store"
        return response
    state = "" if said == NATION else said
    if state and state not in {place.state for place in states_of(as_of)}:
        raise BadAsk("state", _("is not a state or territory: write its two letters"))
    order = order_of(as_of, state, site_url(request))
    try:
        job_id, is_mine = ask_reports(
            order=order,
            size=count_of(as_of, state),
            network=network_of(request),
            kept=finished_size(order.key) is not None,
            limits=reports_limits(),
            at=now(),
            lease=timedelta(seconds=settings.JOB_LEASE_SECONDS),
        )
    except TooManyOpen as busy:
        response = error_page(request, "bulk/busy.html", 429, {"own": busy.own})
        response["Retry-After"] = str(RETRY_SECONDS)
        return response
    to = address("bulk-job", {}, job_id=job_id, token=token_of(job_id) if is_mine else "")
    return HttpResponseRedirect(to, status=303)


def order_of(as_of: AsOf, state: str, site: str) -> ReportsOrder:
    """The order; its key holds the edition's stamp, so that no other database's file answers it."""
    parts: tuple[object, ...] = (
        *(as_of.program.slug, as_of.edition.stamp, state, as_of.on, as_of.language),
        # A reply that came or went since makes another file. So does the name under which somebody
        # asks, where the operator has not said which is the tracker's: a stranger chooses its port.
        *filter(None, [replies_stamp(as_of), "" if settings.SITE_URL else site]),
    )
    return ReportsOrder(
        key=f"{state or NATION}-{as_of.on}-{sha256(repr(parts).encode()).hexdigest()[:16]}",
        program=as_of.program.slug,
        edition=as_of.edition.number,
        state=state,
        on=as_of.on.isoformat(),
        language=as_of.language,
        site_url=site,
    )
