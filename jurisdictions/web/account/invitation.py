"""/invitation/<secret>/: who invites, to what; choosing a name and a password."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django import forms
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from jurisdictions.read.keeping.invitations import invitation_at
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.joining import (
    InvitationOver,
    accept_invitation,
    faults_of_account,
)
from jurisdictions.record.people.names import MOST
from jurisdictions.web.account.forms import AGAIN, PASSWORD_RULE
from jurisdictions.web.account.page import render_account
from jurisdictions.web.site.cleaned import clean_sent
from jurisdictions.web.site.forms import tell_faults

GONE = 410
PASSWORDS = ("password", "again")
"""What is kept to the letter."""


def _password(**named: Any) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})
    return forms.CharField(strip=False, widget=widget, **named)


class JoinForm(forms.Form):
    """What somebody who was invited chooses."""

    name = forms.CharField(
        label=_("Name in the history"),
        help_text=_(
            "Shown with every change of yours, in public. It need not be the name on your papers; "
            "you can change it later."
        ),
        max_length=MOST,
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    password = _password(label=_("Password"), help_text=PASSWORD_RULE)
    again = _password(label=AGAIN)

    def clean(self) -> dict[str, Any]:
        """The password, twice the same."""
        said = super().clean() or {}
        if said.get("password") and said.get("again") and said["password"] != said["again"]:
            self.add_error("again", _("This is not the same as above."))
        return said


@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """What is offered. POST takes it and signs in."""
    language = get_language() or "en"
    offer = invitation_at(secret, at=now(), language=language)
    if offer is None or offer.over:
        why = offer.over if offer else "unknown"
        return render_account(request, "account/invitation_over.html", {"why": why}, status=GONE)
    if request.user.is_authenticated:
        return render_account(request, "account/invitation_signed_in.html", {"offer": offer})
    if request.method == "POST":
        for said in clean_sent(request, but=PASSWORDS):
            messages.info(request, f"{said}.")
    form = JoinForm(request.POST if request.method == "POST" else None)
    try:
        if form.is_bound and (account_id := _join(form, secret, offer.email, language)):
            return _signed_in(request, account_id)
    except InvitationOver as over:
        context = {"why": over.why}
        return render_account(request, "account/invitation_over.html", context, status=GONE)
    return render_account(request, "account/invitation.html", {"offer": offer, "form": form})


def _join(form: JoinForm, secret: str, email: str, language: str) -> int | None:
    """The new account; None when something is wrong, all of which the form then tells."""
    whole = form.is_valid()
    told = {name: form.cleaned_data.get(name, "") for name in ("name", "password")}
    try:
        if not whole:
            raise Refused(faults_of_account(email, **told, language=language))
        return accept_invitation(secret=secret, **told, language=language, at=now())
    except Refused as refused:
        tell_faults(form, Refused([f for f in refused.faults if f.column not in form.errors]))
    return None


def _signed_in(request: HttpRequest, account_id: int) -> HttpResponse:
    """To the desk, which sends on to the second factor whoever needs one."""
    user = get_user_model().objects.get(pk=account_id)
    # The password was typed a moment ago: a second factor may be set up without asking again.
    record_authentication(request, user, method="password", reauthenticated=True)
    answer: HttpResponse = perform_login(request, user)
    return answer
