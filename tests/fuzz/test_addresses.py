"""Every address, asked for in every odd way, answers or says no in words: never a fault of ours."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

import pytest

from tests.api.test_writing import token_of
from tests.fuzz.addresses.asking import answered, errors_noted, names_noted
from tests.fuzz.addresses.judging import faults
from tests.fuzz.addresses.routes import routes
from tests.fuzz.addresses.tries import VISITOR, Known, made_try, plain_try, route_of
from tests.fuzz.bounds import bounded
from tests.record.wishing import KANE
from tests.web.doors.world import World, build_world

COUNT = int(os.environ.get("FUZZ_COUNT", "120"))
"""How many tries: `script/fuzz addresses` makes thousands, of reports too."""
QUICK = "FUZZ_COUNT" not in os.environ
SEED = int(os.environ.get("FUZZ_SEED", "12"))
PEOPLE = ("author", "reviewer", "reviewing_author", "administrator", "reviewer_out", "plain")


def known_of(world: World) -> Known:
    """Values for the holes of addresses, the right one first, and who asks."""
    proposal, upload = world.proposals["author"], world.upload
    parts = {
        "geoid": ("17089", "17", "US", "06075"),
        "code": ("17089", "kane county", "IL", "60608"),
        "slug": ("kane-county-illinois", "illinois"),
        "program": ("secure-communities", "287g"),
        "edition": ("1", "2"),
        "kind": ("activation", "opt_out", "agency_agreement", "figure-fell"),
        "name": (KANE, "activation:17089:1", "agency:il-zion-police"),
        "key": ("ilchron", "lists", "two-days-activation-17089-activated-on"),
        "agency": ("il-zion-police", "il-cook-sheriff"),
        "form": ("csv", "json", "xlsx", "geojson", "zip", "bib", "pdf"),
        "file": ("jurisdictions.csv", "map.svg", "1"),
        "chart": ("active", "over-time"),
        "layer": ("status", "basis"),
        "proposal": (str(proposal), str(world.proposals["reviewing_author"])),
        "upload": (str(upload), str(world.list)),
        "tip": (str(world.tip),),
        "reply": (str(world.reply),),
        "watch": (str(world.watch),),
        "look": (str(world.look),),
        "change": (str(world.change),),
        "draft": (str(world.draft),),
        "job": (str(world.revert), "0123456789abcdef0123456789abcdef"),
        "person": (str(world.somebody),),
        "token": (world.token, world.confirm, world.leave),
    }
    return Known(parts, (VISITOR, VISITOR, VISITOR, *PEOPLE))


@pytest.mark.django_db
@pytest.mark.usefixtures("few_agencies")
def test_no_address_breaks_whatever_it_is_asked(settings: Any, tmp_path: Path) -> None:
    logging.disable(logging.CRITICAL)
    settings.UPLOADS_ROOT = tmp_path
    world = build_world()
    # A report takes seconds to typeset.
    every = [one for one in routes() if not (QUICK and one.text.endswith(".pdf"))]
    token = token_of(world.people["author"])
    known, wrong = known_of(world), []
    for turn in range(COUNT):
        route = route_of(turn, every)
        if route.name not in known.asked:
            names = known.asked[route.name] = set()
            for method in ("GET", "POST"):
                with names_noted(names):
                    answered(plain_try(route, known, method, "reviewer"), world.sessions)
        asked = made_try(turn, route, known, SEED)
        broke: list[str] = []
        with errors_noted(broke), bounded():
            answer = answered(asked, world.sessions, token)
        if found := faults(asked, *answer):
            wrong.append(f"{', '.join(found)}: {asked}\n{''.join(broke)}")
    logging.disable(logging.NOTSET)
    (Path(os.environ.get("FUZZ_KEPT", str(tmp_path))) / "addresses.txt").write_text(
        "\n".join(wrong)
    )
    assert not wrong, f"{len(wrong)} of {COUNT}\n" + "\n".join(wrong[:40])
