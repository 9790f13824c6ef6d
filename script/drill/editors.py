"""Editors of a drill, signed in: each writes notes on a fact of its own, through the desk."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from asking import Answer, Line
from stage import Stage

FACTS = tuple(f"activation:{one}" for one in ("17031", "17089", "17097", "17043", "17197", "17111"))
SIGNED_IN = """
import itertools, json, time
from django.test import Client
import tests.people as people
from tests.web.writing import fields
people._numbers = itertools.count(time.time_ns() // 1000)
signed = []
for name in {names}:
    browser = Client(headers={{"host": "localhost"}})
    client = people.sign_in(browser, people.make_person("editor", "17"))
    page = client.get(f"/secure-communities/desk/facts/{{name}}/correct/")
    signed.append((name, client.cookies["sessionid"].value, fields(page)))
print(json.dumps(signed))
"""
WRITTEN = """
import json
from jurisdictions.models.standing import MODELS
notes = MODELS["activation"].objects.filter(note__startswith="Drill {drill} ")
print(json.dumps(list(notes.values_list("note", flat=True))))
"""


@dataclass
class Editor:
    """Somebody at the desk, with a fact and the form that it is corrected on."""

    fact: str
    line: Line
    form: dict[str, str]
    acknowledged: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)
    """What was sent and never answered: it may stand or not, but not twice."""

    @property
    def path(self) -> str:
        """Where its notes go."""
        return f"/secure-communities/desk/facts/{self.fact}/small/"

    async def write(self, note: str) -> Answer:
        """Send a note; one that was taken is acknowledged by 303."""
        typed = {"f-0-note": note, "f-0-note_es": f"{note} (es)", "reason": "A drill."}
        answer = await self.line.post(self.path, {**self.form, **typed, "do": "small"})
        if answer.status == 303:
            self.acknowledged.append(note)
        elif not answer.status:
            self.unsure.append(note)
        return answer


def editors(on: Stage) -> list[Editor]:
    """One for each of the facts."""
    signed = json.loads(on.ask(SIGNED_IN.format(names=FACTS)))
    return [
        Editor(
            fact,
            Line(on.port, cookies=f"sessionid={session}"),
            {name: text for name, text in form.items() if name not in {"base", "draft"}},
        )
        for fact, session, form in signed
    ]


def written(on: Stage, drill: str) -> list[str]:
    """Every note of a drill that the record has, of whatever time, in no order."""
    return list(json.loads(on.ask(WRITTEN.format(drill=drill))))
