"""What the author of an upload answered, beside the places: kept with the upload as JSON."""

from __future__ import annotations

from collections.abc import Mapping
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
from jurisdictions.record.uploads.sourcing import DETAILS, SourceAnswers
from jurisdictions.record.written_dates import DAY_FIRST, MONTH_FIRST, Order


@dataclass(frozen=True, slots=True)
class Answers:
    """`orders`: of day and month, by column. `words`: of the record for written ones, by column.

    `sources`: what was said of written sources, and of the rows that name none.
    """

    orders: Mapping[str, Order] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sources: SourceAnswers = field(default_factory=SourceAnswers)

    @classmethod
    def kept(cls, told: Mapping[str, Any]) -> Answers:
        """The answers as an upload keeps them."""
        whole: Mapping[str, Any] = told.get("source", {})
        return cls(
            orders=told.get("orders", {}),
            words=told.get("words", {}),
            sources=SourceAnswers(
                written=told.get("sources", {}),
                whole=str(whole.get("written", "")),
                locator=str(whole.get("locator", "")),
                same=bool(whole.get("same", False)),
            ),
        )


@transaction.atomic
def answer_orders(*, upload: int, orders: Mapping[str, str], by: Actor, at: datetime) -> None:
    """Say whether the month or the day comes first in a column; then the file is checked again."""
    found = own_upload(upload, by)
    known = {name: one for name, one in orders.items() if one in (MONTH_FIRST, DAY_FIRST)}
    found.answers = {**found.answers, "orders": {**found.answers.get("orders", {}), **known}}
    ask_for_check(found, by, at)


@transaction.atomic
def answer_words(
    *, upload: int, words: Mapping[str, Mapping[str, str]], by: Actor, at: datetime
) -> None:
    """Say which word of the record each written one means, by column; then check again."""
    found = own_upload(upload, by)
    before: Mapping[str, Mapping[str, str]] = found.answers.get("words", {})
    merged = {name: {**before.get(name, {}), **words.get(name, {})} for name in {*before, *words}}
    found.answers = {**found.answers, "words": merged}
    ask_for_check(found, by, at)


@transaction.atomic
def answer_source(
    *, upload: int, written: str, locator: str, same: bool, by: Actor, at: datetime
) -> None:
    """Say which source the rows rest on that name none; with `same`, corrections on those cited.

    Raises Refused when neither is said.
    """
    found = own_upload(upload, by)
    if not written.strip() and not same:
        said = _("Name a source, or say that those cited now say so too.")
        raise Refused([Fault("", 0, "whole", "", said)])
    told = {"same": same, "written": tidy(written), "locator": tidy(locator)}
    found.answers = {**found.answers, "source": told}
    ask_for_check(found, by, at)


@transaction.atomic
def describe_sources(
    *, upload: int, sources: Mapping[str, Mapping[str, str]], by: Actor, at: datetime
) -> None:
    """Say what new sources are called, or which on record they are (`key`); then check again.

    Raises Refused for one without a title, or a key that is not on record.
    """
    found = own_upload(upload, by)
    keys = set(Source.objects.current().values_list("key", flat=True))
    for written, told in sources.items():
        if (key := told.get("key", "")) and key not in keys:
            raise Refused([Fault("", 0, "", key, _("is no source on record"))])
        if not key and not told.get("title", "").strip():
            raise Refused([Fault("", 0, "", written, _("has no title: say what it is called"))])
    tidied = {
        written: {name: tidy(text) for name, text in told.items() if name in ("key", *DETAILS)}
        for written, told in sources.items()
    }
    found.answers = {
        **found.answers,
        "sources": {**found.answers.get("sources", {}), **tidied},
    }
    ask_for_check(found, by, at)
