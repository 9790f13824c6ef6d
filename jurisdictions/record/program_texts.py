"""Edit what is said of a program: its name, its agency, its summary, the day its pages open on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Act, ActKind, Program
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.people.permissions import Actor, demand
from jurisdictions.record.public_words import missing, tidy, too_long

TEXTS = {"name": 100, "name_es": 100, "agency": 150, "agency_es": 150}
LONG_TEXTS = {"summary": 4000, "summary_es": 4000}
"""The texts that may be edited, and their most characters."""


@transaction.atomic
def edit_program(
    *, program: str, texts: Mapping[str, str], opening_on: date | None, by: Actor, at: datetime
) -> bool:
    """Change a program's texts and opening day; answers whether anything was changed.

    Raises NotAllowed, Refused. What stood before is kept in the program's acts.
    """
    demand(by, "programs.administer")
    found = Program.objects.select_for_update().get(slug=program)
    told = {name: tidy(texts.get(name, "")) for name in {**TEXTS, **LONG_TEXTS}}
    if faults := _faults(told):
        raise Refused(faults)
    detail = {
        name: [_text(getattr(found, name)), _text(value)]
        for name, value in {**told, "opening_on": opening_on}.items()
        if getattr(found, name) != value
    }
    if not detail:
        return False
    Program.objects.filter(pk=found.pk).update(**told, opening_on=opening_on)
    Act.objects.create(
        kind=ActKind.PROGRAM_EDITED, program=found, detail=detail, done_at=at, done_by=by.name
    )
    return True


def _faults(told: Mapping[str, str]) -> list[Fault]:
    faults = missing("name", told["name"], _("A program needs a name."))
    for name, most in {**TEXTS, **LONG_TEXTS}.items():
        faults += too_long(name, told[name], most)
    return faults


def _text(value: object) -> str:
    return "" if value is None else str(value)
