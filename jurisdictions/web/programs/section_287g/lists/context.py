"""What the page of a list shows: what it tells of which agreement, and what is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from jurisdictions.read.places import all_places
from jurisdictions.read.rows import PlaceRow
from jurisdictions.record.lists.programs.section_287g.applications import Move
from jurisdictions.record.lists.programs.section_287g.comparing import Difference, What
from jurisdictions.record.lists.programs.section_287g.placing import Question
from jurisdictions.record.lists.programs.section_287g.reading import ListPlan
from jurisdictions.record.lists.programs.section_287g.recording import reason_of, title_of
from jurisdictions.record.lists.programs.section_287g.waiting import WaitingList
from jurisdictions.render.words.days import date_text
from jurisdictions.render.words.labels import label
from jurisdictions.status.programs.section_287g.vocabulary import Model

Places = Mapping[str, PlaceRow]
SHOWN, AT_ONCE = 200, 10
"""So many of a kind are listed, the others counted; so many are seen before a fold."""
HEADINGS: Mapping[What, object] = {
    What.APPEARED: gettext_lazy("Appeared"),
    What.BACK: gettext_lazy("Back on the list"),
    What.GONE: gettext_lazy("Gone from the list"),
    What.RENEWED: pgettext_lazy("agreements of a list", "Renewed"),
    What.RELABELED: gettext_lazy("Under another name"),
    What.CHANGED: gettext_lazy("Changed"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One agreement or application: of whom, which model, what is told of it, in which row."""

    name: str
    model: str
    told: str
    row: int
    state: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """All that is told in one way."""

    what: str
    title: str
    lines: tuple[Line, ...]
    total: int

    @property
    def first(self) -> tuple[Line, ...]:
        """Those that are seen at once: nobody scrolls by hundreds to what is to be sent."""
        return self.lines if len(self.lines) <= AT_ONCE + 2 else self.lines[:AT_ONCE]

    @property
    def folded(self) -> tuple[Line, ...]:
        """Those that are listed below a fold."""
        return self.lines[len(self.first) :]

    @property
    def unshown(self) -> int:
        """How many are only counted."""
        return self.total - len(self.lines)


@dataclass(frozen=True, slots=True)
class Asked:
    """A name that is asked about: its state, what else its rows say, and what it may mean."""

    at: int
    question: Question
    state: str
    told: str
    agencies: tuple[tuple[str, str], ...]
    places: tuple[tuple[str, str], ...]


def list_context(request: HttpRequest, found: WaitingList) -> dict[str, object]:
    """Everything that list.html reads."""
    plan, places = found.plan, all_places(get_language() or "en")
    return {
        "upload": found.upload,
        "plan": plan,
        "kind": label(plan.kind),
        "basis": label(plan.basis),
        "numbers": _numbers(plan),
        "groups": tuple(_groups(plan, places)),
        "asked": tuple(_asked(plan, places)),
        "sendable": bool(plan.wishes) and not plan.questions and not plan.proposed,
        "confirmed": frozenset(request.POST.getlist("confirmed")),
        "written": {
            "title": request.POST.get("title", title_of(plan)),
            "reason": request.POST.get("reason", reason_of(plan)),
        },
    }


def _numbers(plan: ListPlan) -> tuple[tuple[str, int], ...]:
    counts = plan.counts
    return (
        (_("Rows"), len(plan.rows.rows)),
        (str(HEADINGS[What.APPEARED]), counts["appeared"]),
        (_("Gone"), counts["gone"]),
        (str(HEADINGS[What.RENEWED]), counts["renewed"] + counts["relabelled"]),
        (str(HEADINGS[What.CHANGED]), counts["changed"]),
    )


def _groups(plan: ListPlan, places: Places) -> Iterator[Group]:
    told = {what: tuple(_lines(plan, what, places)) for what in HEADINGS}
    for what, lines in told.items():
        if lines:
            yield Group(what.value, str(HEADINGS[what]), lines[:SHOWN], len(lines))
    new = [
        Line(
            row.name, "", cells["geoids"].replace("|", ", "), row.number, _state(places, row.state)
        )
        for row, cells in (plan.placing.new.values() if plan.placing else ())
    ]
    if new:
        yield Group("agencies", _("Agencies that are new"), tuple(new[:SHOWN]), len(new))
    spelled = [
        Line(name, "", plan.names.get(agency, agency), row.number, _state(places, row.state))
        for agency, names in (plan.placing.spellings.items() if plan.placing else ())
        for name, row in names
    ]
    if spelled:
        yield Group("spellings", _("Other spellings"), tuple(spelled[:SHOWN]), len(spelled))


def _lines(plan: ListPlan, what: What, places: Places) -> Iterator[Line]:
    for one in plan.compared.differences if plan.compared else ():
        # What only took another's place is told with that.
        if one.what is what and not (what is What.RELABELED and one.of is None):
            yield _line(plan, one, places)
    for move in plan.moves:
        if move.what is what:
            yield _line_of_waiting(move, places)


def _line_of_waiting(move: Move, places: Places) -> Line:
    if move.asking:
        row = move.asking.row
        return Line(row.name, label(row.model), "", row.number, _state(places, row.state))
    if not move.of:
        return Line("", "", "", 0)
    return Line(move.of.name, label(move.of.model), "", 0, _state(places, move.of.state))


def _state(places: Places, geoid: str) -> str:
    """What a state is called: many of its sheriffs have namesakes in others."""
    return places[geoid].name if geoid in places else geoid


def _line(plan: ListPlan, one: Difference, places: Places) -> Line:
    agency = one.placed.agency if one.placed else one.of.agency if one.of else ""
    listed = one.row.name if one.row and one.what is not What.RELABELED else ""
    model = one.placed.row.model if one.placed else one.of.model if one.of else Model.NOT_RECORDED
    return Line(
        plan.names.get(agency, listed or agency),
        label(model),
        ", ".join(_told(plan, one)),
        one.row.number if one.row else 0,
        _state(places, one.placed.state if one.placed else one.of.state if one.of else ""),
    )


def _told(plan: ListPlan, one: Difference) -> Iterator[str]:
    before = one.of.signed if one.of else None
    if one.of and one.signed and before:
        yield _("signed %(day)s, not %(before)s") % {
            "day": _day(one.signed),
            "before": _day(before),
        }
    elif signed := one.signed or before:
        yield _("signed %(day)s") % {"day": _day(signed)}
    if one.of and one.url:
        yield _("a link to its text") if not one.of.url else _("another link to its text")
    if one.superseded_by:
        agency = one.superseded_by.partition(":")[0]
        yield _("now %(name)s") % {"name": plan.names.get(agency, agency)}
    if one.what is What.GONE and one.listing.doubted:
        yield _("stands until another list confirms it")
    elif one.listing.missing and one.of and not one.of.listing.gone:
        yield _("ended by %(day)s") % {"day": _day(one.listing.missing)}


def _day(day: date) -> str:
    return date_text(day)


def _asked(plan: ListPlan, places: Places) -> Iterator[Asked]:
    for at, question in enumerate(plan.questions):
        agencies = tuple((f"agency:{key}", plan.names.get(key, key)) for key in question.agencies)
        meant = tuple(
            (f"place:{geoid}", places[geoid].label if geoid in places else geoid)
            for geoid in question.places
        )
        rows = [row for row in plan.rows.rows if row.number in question.rows]
        said = dict.fromkeys(word for row in rows for word in (row.county, label(row.model)))
        told = " · ".join(filter(None, said))
        yield Asked(at, question, _state(places, question.state), told, agencies, meant)
