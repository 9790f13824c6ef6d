"""Knock at a door: what came of it, in one word."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.db import connection, transaction
from django.test import Client

from tests.web.doors.world import World

OPEN, SIGN_IN, SECOND_FACTOR, NO, NOTHING, READ_ONLY = (
    *("open", "sign in", "second factor", "no", "nothing", "not so"),
)
BROKEN = "broken"
LOCKS = re.compile(r"^(SAVEPOINT|BEGIN|INSERT|UPDATE|DELETE|CREATE)|FOR UPDATE")
"""What takes a lock, or a transaction that does so on SQLite."""
STATUSES = {403: NO, 404: NOTHING, 405: READ_ONLY}


def knock(world: World, who: str, method: str, address: str, data: Any) -> str:
    """What one person gets at one door; whatever it changed is taken back."""
    caches["limits"].clear()
    try:
        with transaction.atomic():
            client = Client(raise_request_exception=False)
            if who != "visitor":
                client.cookies[settings.SESSION_COOKIE_NAME] = world.sessions[who]
            asked: list[str] = []
            with connection.execute_wrapper(_noting(asked)):
                answer = client.get(address) if method == "GET" else client.post(address, data)
            outcome = told(answer, address)
            # The doors of accounts are another package's; it notes who tries them.
            ours = not address.startswith("/account/")
            raise _TakeBack(_with_locks(outcome, asked) if ours else outcome)
    except _TakeBack as done:
        return done.outcome


def _noting(asked: list[str]) -> Callable[..., Any]:
    """Notes what is asked as it is written, without putting every value into its text."""

    def note(execute: Callable[..., Any], sql: str, *given: Any) -> Any:
        asked.append(sql)
        return execute(sql, *given)

    return note


def _with_locks(outcome: str, asked: Sequence[str]) -> str:
    """Who is turned away is turned away before anything is locked or written for them."""
    if outcome not in {NO, NOTHING, SIGN_IN}:
        return outcome
    waits = next((sql for sql in asked if LOCKS.search(sql)), "")
    return f"{outcome}, after {waits[:60]}" if waits else outcome


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
