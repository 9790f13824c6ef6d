"""The doors of the desk: facts, proposals, what the public sent, files."""

from __future__ import annotations

from tests.record.wishing import KANE
from tests.web.doors.cast import (
    ADMINISTERS,
    AT_THE_DESK,
    CONTRIBUTES,
    CONTRIBUTES_SOMEWHERE,
    COORDINATES,
    DECIDES,
    DECIDES_SOMEWHERE,
    EDITS,
    EDITS_SOMEWHERE,
    REVIEWS,
    WRITES,
)
from tests.web.doors.door import Door, Parts, fixed, public
from tests.web.doors.probe import NOTHING
from tests.web.doors.world import World

AUTHOR = frozenset({"author"})
FACT = fixed(name=KANE)
FLAG = fixed(key="two-days-activation-17089-activated-on")
"""Of the day that the world's contradiction disputes."""


def _proposal() -> Parts:
    return lambda world, who: {"proposal": world.proposal(who)}


def _upload(world: World, who: str) -> dict[str, int]:
    return {"upload": world.upload}


def _look(world: World, who: str) -> dict[str, int]:
    return {"watch": world.watch, "look": world.look}


DESK_DOORS = (
    Door("desk", "the desk", AT_THE_DESK),
    public("desk-date", "how a written date is understood"),
    public("desk-sources", "the sources, to search in"),
    Door("source-twins", "sources that may be one", CONTRIBUTES_SOMEWHERE),
    Door("lacks", "what the record of a region lacks", CONTRIBUTES, parts=fixed(geoid="17")),
    Door("lacks-file", "the same as a file", CONTRIBUTES, parts=fixed(geoid="17")),
    Door(
        "desk-source",
        "the files of a source",
        CONTRIBUTES | ADMINISTERS,
        CONTRIBUTES | ADMINISTERS,
        fixed(key="ilchron"),
        {"act": "attach"},
    ),
    Door("suggest", "the facts of a place", CONTRIBUTES, parts=fixed(geoid="17089")),
    Door(
        "suggest-fact",
        "suggest a new fact",
        CONTRIBUTES,
        CONTRIBUTES,
        fixed(geoid="17089", kind="opt_out"),
    ),
    Door("suggest-correct", "suggest a correction", CONTRIBUTES, CONTRIBUTES, FACT),
    Door("correct-small", "correct something small at once", EDITS, EDITS, FACT),
    Door("suggest-retract", "suggest a retraction", CONTRIBUTES, CONTRIBUTES, FACT),
    Door("suggest-contradict", "another source says otherwise", CONTRIBUTES, CONTRIBUTES, FACT),
    Door("adjudicate", "say why the record stands", REVIEWS, REVIEWS, FACT),
    Door("flag-explain", "say what explains a flag", REVIEWS, REVIEWS, FLAG),
    Door(
        "fact-revert",
        "let a fact stand as before",
        REVIEWS,
        REVIEWS,
        FACT,
        query="?to=1",
    ),
    Door(
        "revert",
        "undo a change",
        REVIEWS,
        REVIEWS,
        lambda world, who: {"change": world.change},
        {"reason": "It was wrong."},
    ),
    Door(
        "revert-job",
        "a large revert that one asked for",
        frozenset({"reviewer"}),
        parts=lambda world, who: {"job": world.revert},
        others=NOTHING,
    ),
    Door(
        "revert-job-state",
        "how far it is",
        frozenset({"reviewer"}),
        parts=lambda world, who: {"job": world.revert},
        others=NOTHING,
    ),
    Door(
        "draft",
        "one's own draft",
        AUTHOR,
        AUTHOR,
        lambda world, who: {"draft": world.draft},
        others=NOTHING,
    ),
    Door("proposals", "the queue of proposals", AT_THE_DESK),
    Door("watching", "what one watches", AT_THE_DESK, AT_THE_DESK, data={"do": "stop"}),
    Door(
        "proposals-decide",
        "accept or reject many at once",
        DECIDES_SOMEWHERE,
        DECIDES_SOMEWHERE,
        data={"do": "reject", "note": "No.", "chosen": "999999.1"},
    ),
    Door(
        "queue-views",
        "keep a view of the queue",
        CONTRIBUTES_SOMEWHERE,
        CONTRIBUTES_SOMEWHERE,
        data={"do": "save", "name": "Mine"},
    ),
    Door("team-month", "who did what in a month", COORDINATES),
    Door("team-month-file", "the same as a file", COORDINATES),
    Door(
        "proposal-rows",
        "accept some rows of a proposal",
        DECIDES,
        DECIDES,
        _proposal(),
        {"not": "1", "note": "No."},
    ),
    Door(
        "proposal-claim",
        "be on a proposal",
        DECIDES,
        DECIDES,
        _proposal(),
        {"do": "release"},
    ),
    Door("proposal", "a proposal", CONTRIBUTES, parts=_proposal()),
    Door(
        "proposal-remark",
        "say something about it",
        CONTRIBUTES,
        CONTRIBUTES,
        _proposal(),
        {"text": "Which page?"},
    ),
    Door("proposal-amend", "amend one's own", WRITES, WRITES, _proposal()),
    Door("proposal-withdraw", "withdraw one's own", WRITES, WRITES, _proposal()),
    Door(
        "proposal-decide",
        "accept, reject, ask for more",
        DECIDES,
        DECIDES,
        _proposal(),
        {"do": "reject", "note": "No."},
    ),
    Door("proposal-edit", "edit and accept", DECIDES, DECIDES, _proposal()),
    Door("tips", "what the public sent", EDITS_SOMEWHERE),
    Door(
        "tip",
        "answer or close a tip",
        EDITS,
        EDITS,
        lambda world, who: {"tip": world.tip},
        {"act": "discard"},
    ),
    Door(
        "reply-decide",
        "verify a jurisdiction's reply",
        REVIEWS,
        REVIEWS,
        lambda world, who: {"reply": world.reply},
        {"act": "decline", "reason": "Nobody answered."},
    ),
    Door("watched", "sources that are watched", EDITS_SOMEWHERE, EDITS_SOMEWHERE),
    Door(
        "watched-source",
        "a watched source",
        EDITS_SOMEWHERE,
        EDITS,
        lambda world, who: {"watch": world.watch},
        {"act": "stop"},
    ),
    Door("watched-look", "what changed of it", EDITS_SOMEWHERE, None, _look),
    Door("watched-copy", "a copy of it", EDITS_SOMEWHERE, None, _look),
    Door("uploads", "upload a file", CONTRIBUTES_SOMEWHERE, CONTRIBUTES_SOMEWHERE),
    Door(
        "upload",
        "one's own file",
        AUTHOR,
        AUTHOR,
        _upload,
        {"act": "delete"},
        others=NOTHING,
        forbidden=AT_THE_DESK - CONTRIBUTES_SOMEWHERE,
    ),
    Door("upload-state", "how far its check is", AUTHOR, None, _upload, others=NOTHING),
    Door(
        "upload-row",
        "mend a row of it",
        AUTHOR,
        AUTHOR,
        lambda world, who: {**_upload(world, who), "number": 2},
        {"cell-2-summary": "The board asked."},
        others=NOTHING,
        forbidden=AT_THE_DESK - CONTRIBUTES_SOMEWHERE,
    ),
    Door("upload-faults", "its faults", AUTHOR, None, _upload, others=NOTHING),
    Door(
        "upload-template",
        "an empty file of a kind",
        CONTRIBUTES_SOMEWHERE,
        parts=fixed(kind="opt_out", form="csv"),
    ),
)
