"""docs/doors.md, written from the table: `python -m tests.web.doors.document`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()

from tests.record.wishing import PROGRAM
from tests.web.doors.cast import CAST
from tests.web.doors.door import Door
from tests.web.doors.probe import NO, NOTHING, OPEN, SECOND_FACTOR, SIGN_IN
from tests.web.doors.table import SECTIONS, addresses

DOCUMENT = Path("docs") / "doors.md"
SIGNS = {NO: "–", NOTHING: "0", SIGN_IN: "in", SECOND_FACTOR: "2f"}
HEAD = """\
# Doors

Every page of those who keep the record, and what each role gets there. Written from the table that
`tests/web/doors` knocks by (`python -m tests.web.doors.document`); a new address without an entry
fails the tests. What a role may do at all is in one module, `record/people/permissions.py` of
`jurisdictions/`: a page asks it to hide what may not be done, every writing function asks it again.

The stories are in Illinois: *here* is a role in Illinois, *elsewhere* one in Texas; administrators
are of the nation, or of Texas. The proposal is of *the author*, a contributor here;
*author-reviewer* reviews here and wrote the proposal that is looked at.

| sign | means |
|---|---|
| `see` | opens (GET); nothing is done there, or only others do |
| `do` | acts (POST); there is nothing to look at |
| `see, do` | both |
| `–` | refused (403), with the role that it takes |
| `0` | there is nothing of one's own behind it (404) |
| `in` | sent to sign in, and back |
| `2f` | sent to set up a second factor first |
"""
COLUMNS = {
    "visitor": "nobody",
    "suspended": "suspended",
    "plain": "no role",
    "bare": "reviewer, no factor",
    "contributor": "contributor here",
    "contributor_out": "elsewhere",
    "editor": "editor here",
    "editor_out": "elsewhere",
    "reviewer": "reviewer here",
    "reviewer_out": "elsewhere",
    "author": "author",
    "reviewing_author": "author-reviewer",
    "administrator": "administrator",
    "administrator_out": "elsewhere",
}
"""How the table heads each sort of person; of whom there is a column for everybody in the cast."""


def written() -> str:
    """The document."""
    return HEAD + "".join(f"\n{line}" for line in _sections()) + "\n"


def _sections() -> Iterator[str]:
    where = addresses()
    for title, doors in SECTIONS:
        yield f"## {title}\n"
        yield "| address | what is there | " + " | ".join(COLUMNS[s.key] for s in CAST) + " |"
        yield "|---|---|" + "---|" * len(CAST)
        for door in doors:
            cells = " | ".join(_cell(door, sort.key) for sort in CAST)
            yield f"| `{_address(where[door.name], door)}` | {door.what} | {cells} |"
        yield ""


def _address(declared: str, door: Door) -> str:
    """With the program by its name where no other has the page."""
    own = declared if door.program == PROGRAM else declared.replace("<program>", door.program)
    return _plain(own)


def _cell(door: Door, who: str) -> str:
    """What somebody gets: what they see and do, or how they are turned away."""
    sees, does = (_first(door, who, method) for method in ("GET", "POST"))
    told = [word for word, got in (("see", sees), ("do", does)) if got == OPEN]
    if door.do is None:
        told = [word for word in told if word == "see"]
    if told:
        return ", ".join(told)
    return SIGNS.get(does if door.only_post else sees, "–")


def _first(door: Door, who: str, method: str) -> str:
    return next(iter(sorted(door.expected(who, method), key=lambda word: word == "not so")))


def _plain(address: str) -> str:
    r"""An address as people read it: `/<program>/desk/tips/<tip>/`, however it is declared."""
    named = re.sub(r"\(\?P<(\w+)>[^)]*\)", r"<\1>", address)
    shorter = re.sub(r"<(?:\w+:)?(\w+)>", r"<\1>", named)
    return "/" + shorter.replace("^", "").replace("$", "").replace("\\.", ".").replace("\\", "")


if __name__ == "__main__":
    DOCUMENT.write_text(written(), encoding="utf-8")
