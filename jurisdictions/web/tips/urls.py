"""The addresses of tips and replies; in Spanish under /es/."""

from __future__ import annotations

from django.urls import URLPattern, re_path

from jurisdictions.web.tips import reply, wrong

PLACE = r"^places/(?P<geoid>\d{2}|\d{5})-(?P<slug>[a-z0-9-]+)/"

TIPS: list[URLPattern] = [
    re_path(rf"{PLACE}wrong/$", wrong.wrong, name="wrong"),
    re_path(rf"{PLACE}wrong/thanks/$", wrong.wrong_thanks, name="wrong-thanks"),
    re_path(rf"{PLACE}reply/$", reply.reply, name="reply"),
    re_path(rf"{PLACE}reply/thanks/$", reply.reply_thanks, name="reply-thanks"),
]
