"""The addresses of following by mail; those in mails stand under /mail/."""

from __future__ import annotations

from django.urls import URLPattern, path

from jurisdictions.web.follow import form, links

FOLLOW: list[URLPattern] = [
    path("follow/", form.follow, name="follow"),
    path("follow/thanks/", form.thanks, name="follow-thanks"),
    path("mail/confirm/<str:token>/", links.confirm, name="follow-confirm"),
    path("mail/leave/<str:token>/", links.leave, name="follow-leave"),
]
