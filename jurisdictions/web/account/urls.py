"""The addresses of accounts: signing in and out, second factors, sessions."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from jurisdictions.web.account import (
    invitation,
    mail_paces,
    mail_stop,
    outbox,
    own,
    own_data,
    second_factors,
    tokens,
)

ACCOUNTS: list[URLPattern | URLResolver] = [
    path("account/", own.account, name="account"),
    path("account/data/", own_data.data, name="account-data"),
    path("account/leave/", own.leave_page, name="leave"),
    path("account/mails/", mail_paces.mail_paces, name="account-mails"),
    path("account/tokens/", tokens.tokens, name="account-tokens"),
    path("account/tokens/<int:token>/revoke/", tokens.revoke, name="account-token-revoke"),
    # Before allauth's own, which would remove the last one.
    path(
        "account/2fa/webauthn/keys/<int:pk>/remove/",
        second_factors.remove_key,
        name="mfa_remove_webauthn",
    ),
    path("account/", include("allauth.urls")),
    path("invitation/<str:secret>/", invitation.invitation, name="invitation"),
    path("mail/stop/<str:token>/", mail_stop.mail_stop, name="mail-stop"),
    path("dev/outbox/", outbox.outbox, name="outbox"),
]
