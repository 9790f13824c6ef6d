"""The addresses of public pages about how the record is kept: histories, tips, replies."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path, re_path

from jurisdictions.web import history, replies, tips

PLACE = r"^jurisdictions/(?P<geoid>\d{2}|\d{5})-(?P<slug>[a-z0-9-]+)/"

KEEPING: list[URLPattern | URLResolver] = [
    re_path(rf"{PLACE}history/$", history.place, name="place-history"),
    path("history/<path:name>/", history.fact, name="fact-history"),
    re_path(rf"{PLACE}wrong/$", tips.wrong, name="wrong"),
    re_path(rf"{PLACE}wrong/thanks/$", tips.wrong_thanks, name="wrong-thanks"),
    re_path(rf"{PLACE}reply/$", replies.reply, name="reply"),
    re_path(rf"{PLACE}reply/thanks/$", replies.reply_thanks, name="reply-thanks"),
]
