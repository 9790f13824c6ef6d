"""The places that the rows of an upload name: found, or asked about once for each written name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from jurisdictions.models import Jurisdiction
from jurisdictions.models.place_names import names_of
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.uploads.aliases import COUNTY_NAME, PLACE_NAME, STATE_NAME
from jurisdictions.record.uploads.codes import geoid_in
from jurisdictions.record.uploads.places import Gazetteer, Named
from jurisdictions.status.geoids import NATION, lies_in

MOST_LOOKED_FOR = 500
"""Names that are asked about; files with more than that are to be written by code."""
GEOID = "geoid"


@dataclass
class Question:
    """A written name that may mean several places, or is only near to some."""

    key: str
    written: str
    candidates: tuple[str, ...]
    called: bool
    rows: list[int] = field(default_factory=list)


@dataclass
class Naming:
    """Finds the place of each row; `answers` are what the author said of written names before."""

    gazetteer: Gazetteer
    answers: Mapping[str, str]
    questions: dict[str, Question] = field(default_factory=dict)
    _led: dict[str, str] = field(default_factory=dict)
    _without: set[str] = field(default_factory=set)
    _found: dict[tuple[str, str, bool], Named] = field(default_factory=dict)

    def place(self, cells: dict[str, str], row: int) -> list[Fault]:
        """Put the geoid into the cells in the place of names; what is wrong instead."""
        county, name = cells.pop(COUNTY_NAME, ""), cells.pop(PLACE_NAME, "")
        state = cells.pop(STATE_NAME, "")
        within = self.gazetteer.state(state) if state else ""
        if state and not within:
            return [Fault("", row, STATE_NAME, state, self._no_state(state))]
        written, column = (county, COUNTY_NAME) if county else (name, PLACE_NAME)
        geoid = cells.get(GEOID, "")
        if not written:
            cells |= {GEOID: geoid or within} if geoid or within else {}
            return _in_state(geoid, within, state, row)
        found = self._find(written, state, bool(county))
        if said := _no_single_place(found):
            return [Fault("", row, column, written, said)]
        if geoid:
            return self._agrees(geoid, found, row, column, written)
        if found.geoid:
            cells[GEOID] = found.geoid
            return []
        return self._asked(cells, row, column, (written, state, bool(county)), found)

    def _no_state(self, state: str) -> str:
        return _no_single_place(self.gazetteer.find(state)) or _(
            "is no state: write its name or its two letters"
        )

    def old_code(self, cells: dict[str, str], row: int) -> list[Fault]:
        """Put the geoid of today in the place of one of another time; of several: a question."""
        code = cells.get(GEOID, "")
        led = self.gazetteer.led_to(code)
        if not led:
            return []
        if len(led) == 1:
            self._led[code] = cells[GEOID] = led[0]
            return []
        cells.pop(GEOID)
        found = Named(candidates=led)
        return self._asked(cells, row, GEOID, (code, "", True), found)

    def said(self) -> list[str]:
        """What was understood that was not written so."""
        told = _("%(old)s is a code of another time: %(geoid)s, %(name)s, was taken for it")
        places = self.gazetteer.places
        return [
            told
            % {"old": old, "geoid": geoid, "name": f"{places[geoid].name}, {places[geoid].state}"}
            for old, geoid in self._led.items()
        ]

    def _find(self, written: str, state: str, county: bool) -> Named:
        asked = (written, state, county)
        if asked not in self._found:
            self._found[asked] = self.gazetteer.find(written, state, county=county)
        return self._found[asked]

    def _agrees(self, geoid: str, found: Named, row: int, column: str, written: str) -> list[Fault]:
        """A fault when the row names one place and gives the code of another."""
        if geoid == found.geoid or geoid in found.candidates or geoid not in self.gazetteer.places:
            return []
        said = _("is not what geoid %(geoid)s is called: that is %(name)s")
        called = self.gazetteer.places[geoid].name
        return [Fault("", row, column, written, said % {"geoid": geoid, "name": called})]

    def _asked(
        self,
        cells: dict[str, str],
        row: int,
        column: str,
        asked: tuple[str, str, bool],
        found: Named,
    ) -> list[Fault]:
        written, state, county = asked
        key = json.dumps([written, state, county], ensure_ascii=False)
        answer = self.answers.get(key)
        if answer and answer in self.gazetteer.places:
            cells[GEOID] = answer
            return []
        question = self._question(key, asked, found) if answer is None else None
        if question is not None:
            question.rows.append(row)
            said = _("may be one of several places: say which is meant")
            if not question.called:
                said = _("is no place of that name: say whether one that is near is meant")
            return [Fault("", row, column, written, said)]
        said = _("is no place of %(state)s on record") if state else _("is no place on record")
        return [Fault("", row, column, written, said % {"state": state})]

    def _question(self, key: str, asked: tuple[str, str, bool], found: Named) -> Question | None:
        if key in self.questions:
            return self.questions[key]
        if key in self._without or len(self._without) + len(self.questions) > MOST_LOOKED_FOR:
            return None
        written, state, county = asked
        candidates, called = found.candidates, bool(found.candidates)
        if not candidates:
            candidates = self.gazetteer.near(written, state, county=county)
        if not candidates:
            self._without.add(key)
            return None
        full = ", ".join(part for part in (written, state) if part)
        self.questions[key] = Question(key, full, candidates, called)
        return self.questions[key]


def _no_single_place(found: Named) -> str:
    """What to do about a name that stands for several places at once; "" for others."""
    if found.total:
        return _("heads a row of totals, which is about no place: leave the row out")
    if found.everything:
        return _("stands for all places of a state: write a row for each place")
    return ""


def _in_state(geoid: str, within: str, state: str, row: int) -> list[Fault]:
    """A fault when the code is of another state than the one named."""
    if not geoid or not within or lies_in(geoid, within):
        return []
    said = _("is not the state of geoid %(geoid)s") % {"geoid": geoid}
    return [Fault("", row, STATE_NAME, state, said)]


def gazetteer() -> Gazetteer:
    """Every place on record now. One query."""
    rows = Jurisdiction.objects.current().exclude(geoid=NATION).order_by("geoid")
    return Gazetteer(names_of(row) for row in rows)


def place_named(written: str) -> str:
    """The one place that somebody names, by name or code. Raises Refused for none and several."""
    known = gazetteer()
    geoid = geoid_in(written)
    found = geoid if geoid in known.places else known.find(written).geoid
    if not found:
        said = _("is no single place: write its name with the state, or its code")
        raise Refused([Fault("", 0, written, written, said)])
    return found
