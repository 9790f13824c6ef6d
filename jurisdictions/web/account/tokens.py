"""/account/tokens/: the tokens with which one's programs propose; each is shown once."""

from __future__ import annotations

import secrets
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.mfa.utils import is_mfa_enabled
from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from jurisdictions.read.keeping.regions import region_name
from jurisdictions.read.keeping.tokens import TokenRow, tokens_of
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.people import actor_of
from jurisdictions.record.people.permissions import Actor, needs_second_factor
from jurisdictions.record.people.tokens import (
    DAYS,
    LONGEST_NAME,
    ROLES,
    NewToken,
    make_token,
    revoke_token,
)
from jurisdictions.render.words.roles import role_label
from jurisdictions.web.account.page import render_account
from jurisdictions.web.account.region_field import RegionField
from jurisdictions.web.site.forms import tell_faults
from jurisdictions.web.site.page import View


class TokenForm(forms.Form):
    """What a token is for, how far it reaches, and for how long."""

    name = forms.CharField(
        label=_("What is it for?"),
        help_text=_("The name of the program. Reviewers see it beside what the program sends."),
        max_length=LONGEST_NAME,
    )
    role = forms.ChoiceField(label=_("Role"), widget=forms.RadioSelect)
    region = RegionField(help_text=_("Where you hold the role, or a part of it."))
    days = forms.TypedChoiceField(label=_("It ends after"), coerce=int, widget=forms.RadioSelect)
    form = forms.CharField(max_length=40, widget=forms.HiddenInput)

    def __init__(self, actor: Actor, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        roles = [role for role in ROLES if actor.regions(role)]
        self.fields["role"].choices = [(role, role_label(role)) for role in roles]  # type: ignore[attr-defined]
        self.fields["days"].choices = [(days, _days(days)) for days in DAYS]  # type: ignore[attr-defined]
        language = get_language() or "en"
        regions = sorted({region for role in roles for region in actor.regions(role)})
        self.regions_offered = [region_name(geoid, language) for geoid in regions]


@require_http_methods(["GET", "HEAD", "POST"])
def _tokens(request: HttpRequest) -> HttpResponse:
    """The tokens, and the form for another. POST makes one, and shows its secret this once."""
    actor = actor_of(request.user.pk)
    if actor is None:
        return redirect("account")
    if needs_second_factor(actor) and not is_mfa_enabled(request.user):
        return redirect("mfa_index")
    first = {"role": "contributor", "days": 90, "form": secrets.token_urlsafe(20)}
    form = TokenForm(actor, request.POST if request.method == "POST" else None, initial=first)
    if len(form.regions_offered) == 1:
        form.initial["region"] = form.regions_offered[0]
    made, again = None, False
    if form.is_valid():
        try:
            made = _make(form, actor)
        except Refused as refused:
            tell_faults(form, refused)
        else:
            again = made is None
            form = TokenForm(actor, initial={**form.initial, **first})
    context = {"form": form, "made": made, "again": again, "tokens": _rows(actor)}
    return render_account(request, "account/tokens.html", context)


def _revoke(request: HttpRequest, token: int) -> HttpResponse:
    """End a token of one's own at once."""
    actor = actor_of(request.user.pk)
    if actor is None:
        return redirect("account")
    if token not in {row.token_id for row in _rows(actor)}:
        raise Http404
    revoke_token(token=token, by=actor, at=now())
    messages.success(request, gettext("Revoked: nothing can be sent with it any more."))
    return redirect("account-tokens")


def _make(form: TokenForm, actor: Actor) -> NewToken | None:
    told = form.cleaned_data
    return make_token(
        name=told["name"],
        role=told["role"],
        geoid=told["region"],
        days=told["days"],
        form=told["form"],
        by=actor,
        at=now(),
    )


def _rows(actor: Actor) -> tuple[TokenRow, ...]:
    return tokens_of(actor.person_id, at=now(), language=get_language() or "en")


def _days(days: int) -> str:
    return ngettext("%(days)d day", "%(days)d days", days) % {"days": days}


tokens: View = login_required(reauthentication_required(_tokens))
revoke: View = require_POST(login_required(_revoke))
