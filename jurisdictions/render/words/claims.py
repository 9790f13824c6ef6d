"""A published number beside the record's, in words: which is larger, and why where it is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.claims.rows import Claim
from jurisdictions.render.words.days import date_text, number_text
from jurisdictions.render.words.figures import figure_text
from jurisdictions.render.words.labels import unit_label, word_label


def claim_title(claim: Claim) -> str:
    """What was counted, where and when: "Agreements in force, United States, May 18, 2026"."""
    figure = claim.figure
    return _("%(what)s, %(place)s, %(day)s") % {
        "what": word_label(figure.kind, figure.word),
        "place": figure.place,
        "day": date_text(figure.on) if figure.on else "",
    }


def recorded_text(claim: Claim) -> str:
    """What the record gives: a number, or two where the figure's date means more days than one."""
    if claim.least is None or claim.most is None:
        return ""
    if claim.least == claim.most:
        return number_text(claim.least)
    said = {"least": number_text(claim.least), "most": number_text(claim.most)}
    return _("%(least)s to %(most)s") % said


def difference_text(claim: Claim) -> str:
    """The difference with its sign; "no difference"; "" where nothing can be compared."""
    difference = claim.difference
    if difference is None:
        return ""
    if difference == 0:
        return _("no difference")
    return f"{'+' if difference > 0 else '−'}{number_text(abs(difference))}"


def claim_sentence(claim: Claim) -> str:
    """Both numbers in a sentence."""
    figure = claim.figure
    unit = f" {unit_label(figure.unit)}" if figure.unit and figure.unit != "percent" else ""
    said = {
        "title": claim_title(claim),
        "value": f"{figure_text(figure)}{unit}",
        "recorded": recorded_text(claim),
    }
    if not claim.counted:
        return _("%(title)s: %(value)s were published. The record counts no such thing.") % said
    return _("%(title)s: %(value)s were published; the record gives %(recorded)s.") % said


def reasons(claim: Claim) -> list[str]:
    """Why the two differ, as far as that is known; empty where it is not, or they do not."""
    return list(_reasons(claim))


def _reasons(claim: Claim) -> Iterator[str]:
    if claim.figure.reason:
        yield claim.figure.reason
    if claim.until:
        yield _(
            "The record is whole to %(day)s alone. Of later days only agreements whose texts ICE "
            "has posted are known, and no ends: its number is too low."
        ) % {"day": date_text(claim.until)}
    if claim.least != claim.most and claim.difference == 0:
        yield _("The date of the figure means many days; on one of them the record may agree.")


def told_beside(claim: Claim) -> list[str]:
    """The numbers that the record has beside: what a list had and lacked on the day."""
    return [
        BESIDE[name](number) % {"number": number_text(number)}
        for name, number in claim.beside.items()
        if number
    ]


def _awaited(number: int) -> str:
    return ngettext(
        "%(number)s agreement in force was on no list yet.",
        "%(number)s agreements in force were on no list yet.",
        number,
    )


def _over(number: int) -> str:
    return ngettext(
        "%(number)s agreement on the list had ended.",
        "%(number)s agreements on the list had ended.",
        number,
    )


def _rows(number: int) -> str:
    return ngettext(
        "ICE's list of that day, which is in hand, has %(number)s row.",
        "ICE's list of that day, which is in hand, has %(number)s rows.",
        number,
    )


BESIDE: Mapping[str, Callable[[int], str]] = {
    "not-listed-yet": _awaited,
    "listed-after-end": _over,
    "rows": _rows,
}
