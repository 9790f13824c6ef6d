"""Steps that name no request or agreement: those of one place, in the order of their days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, cast

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.models import Program, Wish
from jurisdictions.models.base import plain
from jurisdictions.models.keys import keys_taken
from jurisdictions.record.columns import SEQ, STEP_ID, Kind
from jurisdictions.record.faults import Fault
from jurisdictions.record.keys import PlaceNamed
from jurisdictions.record.steps.keys import thread_key

GEOID, ON, STEP = "geoid", "on", "step"
OPENING = "requested"
"""A step that begins a request, or asks again within one: only who knows the papers can tell."""
SAME = (ON, STEP, "by", "to")
"""What two rows of a place share that tell of one and the same step."""
Rows = Sequence[tuple[int, dict[str, str]]]
Known = Mapping[tuple[str, str], Mapping[str, str]]
"""The cells of steps by day and step; `fact` is the name of one that is on record."""


@dataclass
class Threads:
    """Gives keys and numbers to steps without; `made` are the keys of this file."""

    program: Program
    places: Mapping[str, PlaceNamed]
    made: set[str] = field(default_factory=set)
    put: int = 0

    def give(self, kind: Kind, rows: Rows) -> list[Fault]:
        """Write key and number into the cells of rows that have neither, or say what hinders it.

        A place that is on record, or has more than one request in the file, is asked about: whether
        a step belongs to one request or another is never guessed.
        """
        thread = kind.columns[0].name
        groups: dict[tuple[str, str], list[tuple[int, dict[str, str]]]] = defaultdict(list)
        for row, cells in rows:
            if cells.get(GEOID) and not (cells.get(SEQ.name) or cells.get(STEP_ID.name)):
                groups[cells[GEOID], cells.get(thread, "")].append((row, cells))
        if not groups:
            return []
        known = self._known(kind, {geoid for geoid, _key in groups})
        faults: list[Fault] = []
        for (geoid, key), group in groups.items():
            faults += self._give(kind, known[geoid], key, group)
        return faults

    def know(self, keys: set[str]) -> None:
        """Take note of the keys of rows that are not read now."""
        self.made |= keys

    def said(self) -> list[str]:
        """Of how many places the steps were put in order, in words."""
        if not self.put:
            return []
        told = ngettext(
            "the steps of %(count)d place were put in the order of their days, under a new key",
            "the steps of %(count)d places were put in the order of their days, each under a new "
            "key",
            self.put,
        )
        return [told % {"count": self.put}]

    def _give(self, kind: Kind, known: Known, key: str, group: Rows) -> list[Fault]:
        thread = kind.columns[0].name
        said = _("may not be blank where the step has no number")
        faults = [Fault("", row, ON, "", said) for row, cells in group if not cells.get(ON)]
        dated = [one for one in group if one[1].get(ON)]
        left: list[tuple[int, dict[str, str]]] = []
        seen: dict[tuple[str, ...], int] = {}
        for row, cells in sorted(dated, key=lambda one: one[1][ON]):
            step = (cells[ON], cells.get(STEP, ""))
            whole = tuple(cells.get(name, "") for name in SAME)
            if (first := seen.setdefault(whole, row)) != row:
                said = _("is the same fact as row %(row)d") % {"row": first}
                faults.append(Fault("", row, thread, "", said))
            elif (found := known.get(step)) and key in ("", found[thread]):
                faults += _is_known(thread, found, row, cells)
            else:
                left.append((row, cells))
        if left and not key:
            return [*faults, *self._new(kind, known, left)]
        stands = [one for one in known.values() if one[thread] == key]
        latest = max((one.get(ON, "") for one in stands), default="")
        # Before what stands already there is no number to give without moving it.
        if left and left[0][1][ON] >= latest:
            last = max((Decimal(one[SEQ.name]) for one in stands), default=Decimal(0))
            _number(left, thread, key, int(last))
        return faults

    def _new(self, kind: Kind, known: Known, left: Rows) -> list[Fault]:
        """A key for the steps of one place, or what hinders it."""
        thread = kind.columns[0].name
        if keys := sorted({one[thread] for one in known.values()}):
            said = _("is to say which it belongs to: %(keys)s, or a new key of your own")
            told = said % {"keys": ", ".join(keys)}
            return [Fault("", row, thread, "", told) for row, _cells in left]
        geoid = left[0][1][GEOID]
        place = self.places.get(geoid)
        if place is None:
            return []
        days = [cells[ON] for _row, cells in left]
        key = thread_key(place, days, lambda beginning: self._taken(kind.kind.value, beginning))
        if sum(cells.get(STEP) == OPENING for _row, cells in left) > 1:
            said = _(
                "is to say which request it belongs to, since this place asked more than once: "
                "%(key)s for one, %(key)s-2 for another"
            )
            return [Fault("", row, thread, "", said % {"key": key}) for row, _cells in left]
        _number(left, thread, key, 0)
        self.made.add(key)
        self.put += 1
        return []

    def _taken(self, kind: str, beginning: str) -> set[str]:
        made = {key for key in self.made if key.startswith(beginning)}
        return made | keys_taken(self.program.slug, kind, beginning)

    def _known(self, kind: Kind, places: set[str]) -> Mapping[str, Known]:
        """The steps of places that are on record or proposed. Two queries."""
        found: dict[str, dict[tuple[str, str], Mapping[str, str]]] = defaultdict(dict)
        thread = kind.columns[0].name
        for wish in Wish.objects.recording(self.program.pk, kind.kind.value):
            told = wish.cells
            if told.get(GEOID) in places and told.get(thread) and told.get(SEQ.name):
                found[told[GEOID]][told.get(ON, ""), told.get(STEP, "")] = told
        for one in self._standing(kind):
            if one.geoid in places:
                on = str(one.on or "")
                name = f"{kind.kind.value}:{one.thread}:{one.step_id}"
                told = {thread: one.thread, SEQ.name: str(plain(one.seq)), ON: on, "fact": name}
                found[one.geoid][on, one.step] = told
        return found

    def _standing(self, kind: Kind) -> Iterator[Any]:
        model = cast(Any, kind.model)
        yield from model.objects.current().filter(fact__program=self.program)


def _is_known(
    thread: str, found: Mapping[str, str], row: int, cells: dict[str, str]
) -> list[Fault]:
    """A step on record is a fault; one that is proposed is called as it is there."""
    if fact := found.get("fact"):
        said = _("seems to be on record as %(fact)s: write its key to correct it")
        return [Fault("", row, thread, "", said % {"fact": fact})]
    for name in (thread, SEQ.name, STEP_ID.name):
        if found.get(name):
            cells[name] = found[name]
    return []


def _number(rows: Rows, thread: str, key: str, after: int) -> None:
    for number, (_row, cells) in enumerate(rows, after + 1):
        cells[thread], cells[SEQ.name] = key, str(number)
