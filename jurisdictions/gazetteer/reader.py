"""Reads what people write as places: one way for the map, the lists, the API, files and desk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from jurisdictions.gazetteer.by_code import by_code, by_ocd_id
from jurisdictions.gazetteer.by_name import NameFinder
from jurisdictions.gazetteer.candidates import Candidates
from jurisdictions.gazetteer.codes import OCD, code_in
from jurisdictions.gazetteer.folding import fold
from jurisdictions.gazetteer.index import PlaceIndex, PlaceNames, city_index
from jurisdictions.gazetteer.kinds_written import means_everything, without_office
from jurisdictions.gazetteer.parsing import Wanted, wanted_in
from jurisdictions.gazetteer.reading import How, Match, Reading
from jurisdictions.gazetteer.state_names import state_in_column, state_nearly_named
from jurisdictions.status.geoids import is_state, lies_in, padded

LONGEST = 200
"""Letters of a text that are read; no place has a longer name."""
_CODE_INSIDE = re.compile(r"(?:^|[^\w-])([0-9]{5})(?:-[0-9]{4})?(?![\w-])")
PUNCTUATION = " ,;:-()"
"""What is left around a name when the code beside it was taken out."""


class NameReader:
    """Reads texts against the places of one edition, or of the record as it is."""

    def __init__(self, places: Iterable[PlaceNames]) -> None:
        self.index = PlaceIndex(places)
        self.read = lru_cache(maxsize=2048)(self._read)

    def _read(self, text: str, state: str = "") -> Reading:
        """The places that a text may mean, the likeliest first (see `Reading`).

        `state` is the text of a column beside it, if there is one: places of other states do not
        fit then.
        """
        text = text[:LONGEST]
        within = self.state(state) if state.strip() else ""
        if state.strip() and not within:
            return Reading(unknown_state=True)
        if text.strip().casefold().startswith(OCD):
            return self._kept(by_ocd_id(self.index, text), within)
        if code := code_in(text):
            return self._kept(by_code(self.index, code), within)
        inside = _CODE_INSIDE.search(text)
        if inside:
            found = self._beside_code(text, inside, within)
            if found:
                return self._kept(found, within)
        return self._named(text, within)

    def state(self, written: str) -> str:
        """The geoid of the state that a text names, by name, code or digits; "" for none."""
        words = tuple(fold(written).split())
        if code := code_in(written):
            geoid = "" if code.lost else padded(code.digits)
            return geoid if is_state(geoid) and geoid in self.index.places else ""
        found = state_in_column(written) or state_nearly_named(words)
        return found if found in self.index.places else ""

    def _kept(self, matches: Sequence[Match], within: str) -> Reading:
        fitting = (match for match in matches if not within or lies_in(match.geoid, within))
        return Reading(tuple(fitting), within)

    def _beside_code(self, text: str, inside: re.Match[str], within: str) -> Sequence[Match]:
        """A name with a geoid or a ZIP code beside it: what both say, or else the code."""
        code = code_in(inside[1])
        found = by_code(self.index, code) if code else ()
        rest = f"{text[: inside.start(1)]} {text[inside.end() :]}".strip(PUNCTUATION)
        named = {match.geoid for match in self._named(rest, within).exact} if rest else set()
        both = [match for match in found if match.geoid in named]
        return [*both, *(match for match in found if match not in both)]

    def _named(self, text: str, within: str) -> Reading:
        wishes = wanted_in(text, within)
        if any(means_everything(wish.words) for wish in wishes):
            return Reading(state=within or _one_state(wishes), everything=True)
        finder = NameFinder(self.index, city_index())
        found = Candidates(self.index)
        if not within:
            finder.states(tuple(fold(text).split()), found)
        for step, wish in enumerate(wishes):
            if not wish.last or not found.exact:
                finder.exact(wish, found, step)
        for wish in wishes:
            if not wish.last or not found:
                finder.begun(wish, found)
        if not found.exact:
            for wish in wishes:
                finder.near(wish, found)
        if not found and (state := within or _one_state(wishes)):
            self._state_alone(wishes, state, found)
        matches = found.in_order()
        if within:
            matches = tuple(match for match in matches if lies_in(match.geoid, within))
        return Reading(matches, within or _one_state(wishes))

    def _state_alone(self, wishes: Sequence[Wanted], state: str, found: Candidates) -> None:
        """An office of a whole state, "Alaska, Department of Corrections", may mean the state."""
        if any(wish.words and not without_office(wish.words) for wish in wishes):
            found.add(state, How.NEAR, 0)


def _one_state(wishes: Sequence[Wanted]) -> str:
    named = [wish.states for wish in wishes if wish.states and not wish.last]
    return next(iter(named[0])) if named and len(named[0]) == 1 else ""


@lru_cache(maxsize=2)
def name_reader(places: tuple[PlaceNames, ...]) -> NameReader:
    """The reader of these places, kept: to make its index takes a third of a second.

    Editions, and the record between them, seldom differ in names.
    """
    return NameReader(places)
