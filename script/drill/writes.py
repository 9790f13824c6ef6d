#!/usr/bin/env python3
"""Editors write while 60 at once read: what was acknowledged stands, once, and nobody is lost.

    script/drill/writes.py [--writes 600] [--readers 60] [sqlite postgresql ...]

Six editors send small corrections through the desk, one after the other, each of which publishes an
edition; 60 readers ask without a pause. An editor who is told that somebody else writes (503) sends
the same once more, as the page says. Ends with 1 when an acknowledged write is not in the record,
when one is there twice, when the last is not what stands, or when a reader got an error.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import time
from collections import Counter
from contextlib import ExitStack

from asking import Heard, Line
from editors import Editor, editors, written
from load import addresses
from neighbours import postgres
from stage import Stage, end, said, stage, those_of

TRIES = 20
PAUSE_SECONDS = 0.5
"""Before the same is sent again; the page says ten seconds, which would only make it longer."""
STANDING = """
import json
from jurisdictions.models.standing import MODELS
found = MODELS["activation"].objects.current().filter(note__startswith="Drill writes ")
print(json.dumps(sorted(found.values_list("note", flat=True))))
"""


async def read(port: int, number: int, heard: Heard, over: asyncio.Event) -> None:
    """One who reads on and on."""
    line = Line(port)
    for _kind, path in addresses(number, 1):
        if over.is_set():
            break
        await heard.note(path, line.get(path))
    line.close()


async def edit(editor: Editor, notes: list[str], heard: Heard) -> list[str]:
    """One who writes; answers what was never taken."""
    refused = []
    for note in notes:
        for _ in range(TRIES):
            answer = await heard.note(editor.path, editor.write(note))
            if answer.status != 503:
                break
            await asyncio.sleep(PAUSE_SECONDS * (0.5 + random.random()))  # noqa: S311
        if answer.status != 303:
            refused.append(f"{note}: {answer.status} {answer.wrong}")
    return refused


async def together(on: Stage, asked: argparse.Namespace, at_desk: list[Editor]) -> list[str]:
    """Everybody at once, until the last note is written; answers what was lost or wrong."""
    readers, wrote, over = Heard(), Heard(), asyncio.Event()
    reading = [
        asyncio.create_task(read(on.port, number, readers, over)) for number in range(asked.readers)
    ]
    each = asked.writes // len(at_desk)
    notes = [[f"Drill writes {by} {n}" for n in range(each)] for by in range(len(at_desk))]
    began = time.monotonic()
    refused = await asyncio.gather(*map(edit, at_desk, notes, [wrote] * len(at_desk)))
    took = time.monotonic() - began
    over.set()
    await asyncio.gather(*reading)
    said(f"writes in {took:.0f} s, {wrote.told()}")
    said(f"reads meanwhile, {readers.told()}")
    errors = [f"a reader: {what} ({times})" for what, times in readers.wrong.items()]
    return [*(f"not taken: {one}" for some in refused for one in some), *errors]


def lost(on: Stage, at_desk: list[Editor]) -> list[str]:
    """What the record lacks of what was acknowledged, and what it has twice."""
    found = Counter(written(on, "writes"))
    acknowledged = [note for editor in at_desk for note in editor.acknowledged]
    wrong = [f"acknowledged and not in the record: {one}" for one in acknowledged if not found[one]]
    wrong += [f"in the record {times} times: {one}" for one, times in found.items() if times > 1]
    standing = on.ask(STANDING)
    for editor in at_desk:
        # One that got no answer may have been written after it: both are in order then.
        may_stand = [*editor.acknowledged[-1:], *editor.unsure]
        if editor.acknowledged and not any(f'"{one}"' in standing for one in may_stand):
            wrong.append(f"the last of {editor.fact} does not stand")
    said(
        f"{len(acknowledged) - sum(not found[one] for one in acknowledged)} of"
        f" {len(acknowledged)} acknowledged writes are in the record"
    )
    return wrong


def drill(name: str, asked: argparse.Namespace) -> list[str]:
    """One kind of database."""
    with ExitStack() as stack:
        url = stack.enter_context(postgres()).url if name == "postgresql" else ""
        on = stack.enter_context(stage("writes", held=not url, DATABASE_URL=url))
        on.start()
        at_desk = editors(on)
        said(f"{name}: {asked.readers} read, {len(at_desk)} editors write {asked.writes} notes")
        wrong = asyncio.run(together(on, asked, at_desk))
        wrong += lost(on, at_desk)
        on.sound("after it")
    return [f"{name}: {one}" for one in wrong]


def main() -> None:
    """The databases that are asked for, or both."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("databases", nargs="*", help="sqlite, postgresql; both by default")
    parser.add_argument("--writes", type=int, default=600)
    parser.add_argument("--readers", type=int, default=60)
    asked = parser.parse_args()
    names = those_of(asked.databases, ("sqlite", "postgresql"))
    end([one for name in names for one in drill(name, asked)])


if __name__ == "__main__":
    main()
