"""What happened under 287(g), in words: who signed, who left ICE's list, and how many at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.agencies.rows import AgreementRow
from jurisdictions.read.happened.between import Days
from jurisdictions.read.happenings.rows import Happening
from jurisdictions.read.places import states_of
from jurisdictions.read.rows import AsOf
from jurisdictions.render.programs.section_287g.agreement_words import ENDED
from jurisdictions.render.words import happened as plain
from jurisdictions.render.words.counted import counted
from jurisdictions.render.words.days import until_text, when_text
from jurisdictions.render.words.fact_days import beginning_a_line
from jurisdictions.render.words.labels import label
from jurisdictions.status.programs.section_287g.happened import not_listed_by
from jurisdictions.status.programs.section_287g.vocabulary import Basis, Ending, Happened

AT_ONCE, SHARE = 3, 4
"""So many gone from one state on one day are told apart, when they are a fourth of all."""


def sentence(as_of: AsOf, asked: Days, found: Sequence[Happening]) -> str:
    """What was signed and where, what ended, what left ICE's list; then what is known otherwise."""
    if not list(_parts(as_of, asked, found)) and (alone := list(_alone(asked, found))):
        return plain.joined(as_of, asked, alone)
    return " ".join((short_sentence(as_of, asked, found), *_beside(asked, found)))


def short_sentence(as_of: AsOf, asked: Days, found: Sequence[Happening]) -> str:
    """The same without what is known otherwise than from lists."""
    return plain.joined(as_of, asked, list(_parts(as_of, asked, found)))


def _parts(as_of: AsOf, asked: Days, found: Sequence[Happening]) -> Iterator[str]:
    signed = [one for one in _of(found, Happened.SIGNED) if not _awaited(one, asked)]
    appeared, ended = len(_of(found, Happened.APPEARED)), len(_of(found, Happened.ENDED))
    left = _of(found, Happened.LEFT_LIST)
    if signed or ended or left:
        yield _signed(signed, asked)
    if appeared and not signed:
        yield _appeared(appeared) % {"number": counted(appeared)}
    if ended:
        yield ngettext("one ended", "%(number)s ended", ended) % {"number": counted(ended)}
    if left:
        yield _left(as_of, asked, left)
    for what, text in BESIDE.items():
        if number := len(_of(found, what)):
            yield text(number) % {"number": counted(number)}


def _appeared(number: int) -> str:
    return ngettext("one appeared on ICE's list", "%(number)s appeared on ICE's list", number)


def _applications(number: int) -> str:
    return ngettext("one application", "%(number)s applications", number)


def _laws(number: int) -> str:
    return ngettext(
        "one state law, order or bill", "%(number)s state laws, orders and bills", number
    )


def _acts(number: int) -> str:
    return ngettext("one federal act", "%(number)s federal acts", number)


BESIDE: Mapping[Happened, Callable[[int], str]] = {
    Happened.APPLICATION: _applications,
    Happened.STATE_LAW: _laws,
    Happened.POLICY_EVENT: _acts,
}
"""What is counted beside agreements."""


def _signed(signed: Sequence[Happening], asked: Days) -> str:
    number, states = len(signed), len({one.state for one in signed})
    said = {"number": counted(number), "states": _states(states)}
    if not number:
        return _("none signed")
    if asked.states:
        return ngettext("one signed", "%(number)s signed", number) % said
    return ngettext("one signed in %(states)s", "%(number)s signed in %(states)s", number) % said


def _states(number: int) -> str:
    return ngettext("one state", "%(number)s states", number) % {"number": counted(number)}


def _left(as_of: AsOf, asked: Days, left: Sequence[Happening]) -> str:
    """How many left the list, and of how many that was in one state on one day."""
    number = len(left)
    told = ngettext("one left ICE's list", "%(number)s left ICE's list", number)
    told = told % {"number": counted(number)}
    (state, _day), most = Counter((one.state, one.day) for one in left).most_common(1)[0]
    if most < AT_ONCE or most * SHARE < number or asked.first == asked.last:
        return told
    names = {place.state: place.name for place in states_of(as_of)}
    said = {"left": told, "most": counted(most), "state": names.get(state, state)}
    if len(asked.states) == 1:
        some = _("%(left)s, %(most)s of them on one day")
        return (_("%(left)s, all on one day") if most == number else some) % said
    if most == number:
        return _("%(left)s, all of them in %(state)s on one day") % said
    return _("%(left)s, %(most)s of them in %(state)s on one day") % said


def _beside(asked: Days, found: Sequence[Happening]) -> Iterator[str]:
    """What the lists in hand do not show, and what they showed too long."""
    awaited = sum(_awaited(one, asked) for one in _of(found, Happened.SIGNED))
    if awaited:
        told = ngettext(
            "One more is known from its text, which ICE posted; no list of ICE's had it by then.",
            "%(number)s more are known from their texts, which ICE posted; no list of ICE's had"
            " them by then.",
            awaited,
        )
        yield beginning_a_line(told % {"number": counted(awaited)})
    if late := len(_of(found, Happened.TAKEN_OFF)):
        told = ngettext(
            "One that had ended before left the list as well.",
            "%(number)s that had ended before left the list as well.",
            late,
        )
        yield beginning_a_line(told % {"number": counted(late)})


def _alone(asked: Days, found: Sequence[Happening]) -> Iterator[str]:
    """The same where nothing else happened."""
    if awaited := sum(_awaited(one, asked) for one in _of(found, Happened.SIGNED)):
        told = ngettext(
            "one agreement is known from its text, which ICE posted; no list of ICE's had it by"
            " then",
            "%(number)s agreements are known from their texts, which ICE posted; no list of ICE's"
            " had them by then",
            awaited,
        )
        yield told % {"number": counted(awaited)}
    if late := len(_of(found, Happened.TAKEN_OFF)):
        told = ngettext(
            "one that had ended before left ICE's list",
            "%(number)s that had ended before left ICE's list",
            late,
        )
        yield told % {"number": counted(late)}


def _of(found: Sequence[Happening], what: Happened) -> list[Happening]:
    return [one for one in found if one.what is what]


def _awaited(one: Happening, asked: Days) -> bool:
    """Whether what was signed stood on no list by the last of the days."""
    return isinstance(one.row, AgreementRow) and not_listed_by(one.row.own, asked.last)


def happening_text(happening: Happening) -> str:
    """The model, and what the record has of this turn of the agreement."""
    row = happening.row
    if not isinstance(row, AgreementRow):
        return plain.happening_text(happening)
    return " ".join(filter(None, (f"{label(row.own.model)}.", _turn(happening, row))))


def _turn(happening: Happening, row: AgreementRow) -> str:
    match happening.what:
        case Happened.SIGNED:
            text = row.own.basis is Basis.TEXT and row.own.listed_from is None
            return _("By the text that ICE posted; on no list in this record.") if text else ""
        case Happened.APPEARED:
            signed = row.own.signed_on
            return _("Signed %(when)s.") % {"when": when_text(signed)} if signed else ""
        case Happened.TAKEN_OFF:
            return _taken_off(row)
        case _:
            ending = row.own.ending or Ending.NOT_LISTED
            if happening.what is Happened.LEFT_LIST:
                ending = Ending.NOT_LISTED
            return _(ENDED[ending]) % {"when": when_text(happening.on)}


def _taken_off(row: AgreementRow) -> str:
    ended, last = row.own.ended_on, row.own.listed_until
    said = _("It had ended %(when)s.") % {"when": when_text(ended)} if ended else ""
    had = _("ICE's list still had it %(until)s.") % {"until": until_text(last)} if last else ""
    return f"{said} {had}".strip()
