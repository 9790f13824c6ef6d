"""/account/mails/: what is mailed at once, once a day or once a week, by kind and region."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from jurisdictions.read.keeping.mail_paces import (
    KINDS,
    PACES,
    paces_everywhere,
    paces_of_regions,
)
from jurisdictions.read.keeping.regions import region_choices
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.mail_paces import choose_paces, forget_pace
from jurisdictions.record.people.people import actor_of
from jurisdictions.record.people.permissions import Actor
from jurisdictions.status.geoids import NATION
from jurisdictions.web.account.page import render_account
from jurisdictions.web.account.region_field import RegionField
from jurisdictions.web.site.forms import tell_faults


class EverywhereForm(forms.Form):
    """How often mails of each kind come."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        for kind, label in KINDS:
            self.fields[kind] = forms.ChoiceField(label=label, choices=PACES)


class RegionForm(forms.Form):
    """How often mails come about one region: of one kind, or of all."""

    region = RegionField(help_text=_("A state, a county or another place, with all within."))
    kind = forms.ChoiceField(
        label=_("E-mails about"), choices=[("", _("all of these")), *KINDS], required=False
    )
    pace = forms.ChoiceField(label=_("They come"), choices=PACES)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def mail_paces(request: HttpRequest) -> HttpResponse:
    """When mails come. POST chooses it everywhere or in a region, or takes a choice back."""
    actor = actor_of(request.user.pk)
    if actor is None:
        return redirect("account")
    act = request.POST.get("act", "") if request.method == "POST" else ""
    everywhere = EverywhereForm(
        request.POST if act == "everywhere" else None, initial=paces_everywhere(actor.person_id)
    )
    region = RegionForm(request.POST if act == "region" else None)
    if act == "forget":
        chosen = request.POST.get("pace", "")
        forget_pace(pace=int(chosen) if chosen.isdecimal() else 0, by=actor, at=now())
        return _saved(request)
    if everywhere.is_valid() and _chosen(everywhere, everywhere.cleaned_data, NATION, actor):
        return _saved(request)
    if region.is_valid():
        told = region.cleaned_data
        kinds = [told["kind"]] if told["kind"] else [kind for kind, _label in KINDS]
        if _chosen(region, dict.fromkeys(kinds, told["pace"]), told["region"], actor):
            return _saved(request)
    language = get_language() or "en"
    context = {
        "everywhere": everywhere,
        "region": region,
        "chosen": paces_of_regions(actor.person_id, language),
        "regions": region_choices(language),
    }
    return render_account(request, "account/mails.html", context)


def _chosen(form: forms.Form, paces: dict[str, str], geoid: str, actor: Actor) -> bool:
    try:
        choose_paces(paces=paces, geoid=geoid, by=actor, at=now())
    except Refused as refused:
        tell_faults(form, refused)
        return False
    return True


def _saved(request: HttpRequest) -> HttpResponse:
    messages.success(request, gettext("Saved."))
    return redirect("account-mails")
