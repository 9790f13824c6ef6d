"""program.json -> the program that a folder's facts belong to."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from jurisdictions.models import Act, Program
from jurisdictions.record.faults import Fault, Refused

LANGUAGES = {"": "en", "_es": "es"}


def record_program(path: Path) -> Program:
    """The program that the file names, made or brought up to date; without a file, the default."""
    if not path.is_file():
        return _default(path)
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        fields = _fields(told)
    except (ValueError, KeyError, TypeError, AttributeError) as wrong:
        reason = _("is not as it should be: %(wrong)s") % {"wrong": repr(wrong)}
        raise Refused([Fault(path.name, 0, "", "", reason)]) from wrong
    program, made = Program.objects.get_or_create(slug=told["slug"], defaults=fields)
    for name in () if made else _edited(program):
        fields.pop(name, None)
    if not made and any(getattr(program, name) != value for name, value in fields.items()):
        Program.objects.filter(pk=program.pk).update(**fields)
        program.refresh_from_db()
    return program


def _edited(program: Program) -> set[str]:
    """What an administrator wrote: no file takes it back."""
    acts = Act.objects.filter(program=program).values_list("detail", flat=True)
    return {name for detail in acts for name in detail}


def _default(path: Path) -> Program:
    program = Program.objects.filter(slug=settings.DEFAULT_PROGRAM).first()
    if program is None:
        reason = _("is missing: a first load must say which program the facts are about")
        raise Refused([Fault(path.name, 0, "", "", reason)])
    return program


def _fields(told: dict[str, Any]) -> dict[str, Any]:
    texts = {
        f"{field}{suffix}": told[field][language]
        for field in ("name", "agency", "summary")
        for suffix, language in LANGUAGES.items()
    }
    opening = told.get("opening_on")
    return {
        **texts,
        "opening_on": date.fromisoformat(opening) if opening else None,
        "vintage": told["vintage"],
    }
