"""The author of an upload answers what was asked: all at once, with one check after it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Source
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.public_words import tidy
from jurisdictions.record.uploads.asking import ask_for_check, own_upload
from jurisdictions.record.uploads.kept_rows import Mends
from jurisdictions.record.uploads.mending import lay_over, put_aside
from jurisdictions.record.uploads.sourcing import DETAILS
from jurisdictions.record.written_dates import DAY_FIRST, MONTH_FIRST


@dataclass(frozen=True, slots=True)
class WholeSource:
    """The source of the rows that name none; with `same`, of corrections the one cited now."""

    written: str = ""
    locator: str = ""
    same: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """What is answered at once: whatever of it is blank stays as it was said before.

    `places` by written name, "" for none of them. `sources`: what new ones are called, or which on
    record they are (`key`). `cells` are written over rows, `left` are rows that stay for later.
    """

    places: Mapping[str, str] = field(default_factory=dict)
    orders: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sources: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    whole: WholeSource = field(default_factory=WholeSource)
    cells: Mends = field(default_factory=dict)
    left: Collection[int] = ()


@transaction.atomic
def answer(*, upload: int, given: Given, by: Actor, at: datetime) -> None:
    """Keep all answers, or none; then check the file again, once.

    Rows that are only left for later need no check. Raises Refused when nothing is answered, for a
    new source without a title, a key that is not on record, a cell that cannot be written over.
    """
    found = own_upload(upload, by)
    said = _said(found.answers, given)
    if not (said != found.answers or given.places or given.cells or given.left):
        nothing = _("Nothing is answered yet: answer one question at least.")
        raise Refused([Fault("", 0, "", "", nothing)])
    asks = said != found.answers or bool(given.places or given.cells)
    if given.left:
        put_aside(found, given.left)
    if given.cells:
        lay_over(found, given.cells)
    found.places, found.answers = {**found.places, **given.places}, said
    if asks:
        ask_for_check(found, by, at)
    else:
        found.save()


def _said(before: Mapping[str, Any], given: Given) -> dict[str, Any]:
    """The answers beside the places, with those that are given now."""
    told = dict(before)
    orders = {name: one for name, one in given.orders.items() if one in (MONTH_FIRST, DAY_FIRST)}
    if orders:
        told["orders"] = {**before.get("orders", {}), **orders}
    if given.words:
        words: Mapping[str, Mapping[str, str]] = before.get("words", {})
        names = dict.fromkeys([*words, *given.words])
        told["words"] = {
            name: {**words.get(name, {}), **given.words.get(name, {})} for name in names
        }
    if given.sources:
        told["sources"] = {**before.get("sources", {}), **_described(given.sources)}
    if (whole := given.whole).written.strip() or whole.same:
        told["source"] = {
            "same": whole.same,
            "written": tidy(whole.written),
            "locator": tidy(whole.locator),
        }
    return told


def _described(sources: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """What is said of new sources. Raises Refused for no title, or a key that is not on record."""
    keys = set(Source.objects.current().values_list("key", flat=True))
    for written, told in sources.items():
        if (key := told.get("key", "")) and key not in keys:
            raise Refused([Fault("", 0, "", key, _("is no source on record"))])
        if not key and not told.get("title", "").strip():
            raise Refused([Fault("", 0, "", written, _("has no title: say what it is called"))])
    return {
        written: {name: tidy(text) for name, text in told.items() if name in ("key", *DETAILS)}
        for written, told in sources.items()
    }
