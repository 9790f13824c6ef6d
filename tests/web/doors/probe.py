"""Knock at a door: what came of it, in one word."""

from __future__ import annotations

from typing import Any

from django.core.cache import caches
from django.db import transaction
from django.test import Client

from tests.people import sign_in
from tests.web.doors.world import World

OPEN, SIGN_IN, SECOND_FACTOR, NO, NOTHING, READ_ONLY = (
    *("open", "sign in", "second factor", "no", "nothing", "not so"),
)
BROKEN = "broken"
STATUSES = {403: NO, 404: NOTHING, 405: READ_ONLY}


def knock(world: World, who: str, method: str, address: str, data: Any) -> str:
    """What one person gets at one door; whatever it changed is taken back."""
    caches["limits"].clear()
    try:
        with transaction.atomic():
            client = Client(raise_request_exception=False)
            if who != "visitor":
                sign_in(client, world.people[who])
            answer = client.get(address) if method == "GET" else client.post(address, data)
            raise _TakeBack(told(answer, address))
    except _TakeBack as done:
        return done.outcome


def told(answer: Any, address: str) -> str:
    """The answer in one word."""
    if answer.status_code in STATUSES:
        return STATUSES[answer.status_code]
    if answer.status_code >= 500:
        return BROKEN
    to = answer.get("Location", "")
    if to.startswith("/account/login/") and not address.startswith("/account/"):
        return SIGN_IN
    if to.startswith("/account/login/?next="):
        return SIGN_IN
    return SECOND_FACTOR if to == "/account/2fa/" and "/2fa/" not in address else OPEN


class _TakeBack(Exception):
    def __init__(self, outcome: str) -> None:
        self.outcome = outcome
        super().__init__(outcome)
