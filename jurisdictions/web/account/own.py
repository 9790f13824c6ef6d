"""/account/: one's name, language, mail, security; and leaving."""

from __future__ import annotations

from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.mfa.utils import is_mfa_enabled
from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.utils.translation import get_language, get_language_info, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from jurisdictions.read.keeping.people import PersonRow, person_row
from jurisdictions.record.faults import Refused
from jurisdictions.record.own_account import change_own, leave
from jurisdictions.record.people.names import MOST
from jurisdictions.record.people.people import actor_of
from jurisdictions.record.people.roles import LastAdministrator
from jurisdictions.web.account.page import render_account
from jurisdictions.web.site.cleaned import clean_sent
from jurisdictions.web.site.forms import tell_faults
from jurisdictions.web.site.page import View


def language_choices() -> list[tuple[str, str]]:
    """The languages, each by its own name."""
    return [
        (code, str(get_language_info(code)["name_local"]).capitalize())
        for code, _name in settings.LANGUAGES
    ]


class OwnForm(forms.Form):
    """What people say of themselves."""

    name = forms.CharField(
        label=_("Name in the history"),
        help_text=_(
            "Shown with every change of yours, in public. It need not be the name on your papers. "
            "A new name stands with your earlier changes as well."
        ),
        max_length=MOST,
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    language = forms.ChoiceField(
        label=_("Language of e-mails to you"), choices=language_choices, widget=forms.RadioSelect
    )
    wants_mail = forms.BooleanField(
        label=_("E-mails about proposals, tips and replies"), required=False
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """My account. POST changes name, language and mail."""
    actor = actor_of(request.user.pk)
    person = person_row(actor.person_id, get_language() or "en") if actor else None
    if actor is None or person is None:
        return _page(request, None, None)
    if request.method == "POST":
        for said in clean_sent(request):
            messages.info(request, f"{said}.")
    given = {name: getattr(person, name) for name in ("name", "language", "wants_mail")}
    form = OwnForm(request.POST if request.method == "POST" else None, initial=given)
    if form.is_valid():
        try:
            change_own(**form.cleaned_data, by=actor)
        except Refused as refused:
            tell_faults(form, refused)
        else:
            messages.success(request, gettext("Saved."))
            return redirect("account")
    return _page(request, form, person)


def _page(request: HttpRequest, form: OwnForm | None, person: PersonRow | None) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form,
        "has_second_factor": is_mfa_enabled(request.user),
        "person": person,
    }
    return render_account(request, "account/own.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def _leave(request: HttpRequest) -> HttpResponse:
    """/account/leave/: what leaving means. POST, with the box ticked, does it."""
    actor = actor_of(request.user.pk)
    if actor is None:
        return redirect("account")
    refusal = ""
    if request.method == "POST":
        if not request.POST.get("sure"):
            refusal = gettext("Tick the box if you are sure.")
        else:
            try:
                pseudonym = leave(by=actor, at=now())
            except LastAdministrator:
                refusal = gettext(
                    "You are the last administrator: make somebody else one first, or nobody could "
                    "invite people any more."
                )
            else:
                logout(request)
                return render_account(request, "account/left.html", {"pseudonym": pseudonym})
    return render_account(request, "account/leave.html", {"refusal": refusal})


leave_page: View = login_required(reauthentication_required(_leave))
