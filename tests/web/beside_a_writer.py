"""What a reviewer's browser gets while another writes, on a database of its own; JSON lines.

`python -m tests.web.beside_a_writer FOLDER`, as tests/record/at_once.py, with LOCK_SECONDS short.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from html import unescape
from threading import Event, Thread
from typing import Any

import django

from tests.record.at_once import SECONDS, begin, correct_now, proposed, step

NOTE = "I read the whole letter.\nIt says so on page two."


def beside(act: Callable[[], None]) -> None:
    """Do something while another connection has written to the record and holds it."""
    from django.db import connection, transaction

    held, done = Event(), Event()

    def write() -> None:
        with transaction.atomic():
            correct_now()
            held.set()
            done.wait(SECONDS)
        connection.close()

    writer = Thread(target=write)
    writer.start()
    try:
        assert held.wait(SECONDS)
        act()
    finally:
        done.set()
        writer.join(SECONDS)


def told(answer: Any) -> dict[str, Any]:
    """What a test looks at."""
    return {
        "status": answer.status_code,
        "retry": answer.get("Retry-After", ""),
        "cache": answer.get("Cache-Control", ""),
        "said": answer.content.decode(),
    }


def decide(language: str) -> list[dict[str, Any]]:
    """Look at a proposal, accept it in vain, and once more with what came back."""
    from django.test import Client

    from tests.people import make_person, sign_in

    number = proposed(step("cook-beside"))
    reviewer = sign_in(Client(headers={"host": "localhost"}), make_person("reviewer", "US"))
    page = f"{'/es' if language == 'es' else ''}/secure-communities/desk/proposals/{number}/"
    found: list[Any] = []
    sent = {"do": "accept", "note": NOTE, "revision": "1", "seen": "99"}

    def act() -> None:
        found.append(told(reviewer.get(page)))
        found.append(
            told(Client(headers={"host": "localhost"}).get("/secure-communities/jurisdictions/"))
        )
        found.append(told(reviewer.post(f"{page}decide/", sent)))

    beside(act)
    back = found[-1]["said"]
    pairs = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', back)
    again = {name: unescape(text) for name, text in pairs if name != "csrfmiddlewaretoken"}
    found.append({"sent": sent == again})
    found.append(told(reviewer.post(f"{page}decide/", again)))
    return found


if __name__ == "__main__":
    django.setup()
    begin(sys.argv[1])
    for line in sys.stdin:
        print(json.dumps(decide(json.loads(line))), flush=True)  # noqa: T201 - the answer
