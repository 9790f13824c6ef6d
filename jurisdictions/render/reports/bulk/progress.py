"""How far an order is: the share that the job's row holds, and what people are told of it."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.render.words.days import number_text

PACKING = 0.02
"""The share of the work that packing takes."""
BEGUN = "begun"
SETTLED = 3
"""Reports of this attempt after which its pace can be told."""
MINUTE = 60


def share(made: int, total: int, packed: int = 0) -> float:
    """The progress, 0 to 1, when so many reports of `total` are made and packed."""
    return ((1 - PACKING) * made + PACKING * packed) / max(1, total)


def made_of(progress: float, total: int) -> int:
    """The reports made at that progress."""
    return min(total, round(progress * total / (1 - PACKING)))


def note_begun(bench: Path, made: int) -> None:
    """Note how many reports an earlier attempt had made, so that this one's pace is not theirs."""
    (bench / BEGUN).write_text(str(made), encoding="ascii")


def begun(bench: Path) -> int:
    """How many reports were made before this attempt."""
    with suppress(OSError, ValueError):
        return int((bench / BEGUN).read_text(encoding="ascii"))
    return 0


def remaining_seconds(
    made: int, total: int, before: int, started_at: datetime, at: datetime
) -> float | None:
    """The seconds left at the pace of this attempt; None while that cannot be told."""
    own = made - before
    if own < SETTLED:
        return None
    pace = (at - started_at).total_seconds() / own
    return max(0.0, pace * (total - made) * (1 + PACKING))


def progress_text(made: int, total: int, seconds: float | None) -> str:
    """How far it is and how long it will take: "120 of 3,290 reports made. About 5 minutes left."""
    if made >= total:
        return _("All reports are made; they are being packed.")
    said = _("%(made)s of %(total)s reports made.") % {
        "made": number_text(made),
        "total": number_text(total),
    }
    return f"{said} {_left(seconds)}".strip()


def _left(seconds: float | None) -> str:
    if seconds is None:
        return ""
    if seconds < MINUTE:
        return _("Less than a minute left.")
    minutes = round(seconds / MINUTE)
    text = ngettext("About %(number)s minute left.", "About %(number)s minutes left.", minutes)
    return text % {"number": number_text(minutes)}
