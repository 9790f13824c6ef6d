"""A report's parts to a tagged PDF. One compiler for each process: it keeps fonts and templates."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

import typst

from jurisdictions.render.reports.typst.signs import shown, signs_at_fault

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

HERE = Path(__file__).parent
STANDARD: Final = "ua-1"
"""PDF/UA-1: real headings, reading order, alternative texts, language (ISO 14289-1)."""

MOST_TRIES = 3
"""How often a report is typeset without signs that were lacking, until only plain ones stay."""

# The compiler keeps the inputs of its last call, so two threads must not share a call.
_compiling = Lock()


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(
        root=HERE, font_paths=[str(HERE / "fonts")], ignore_system_fonts=True, package_path=HERE
    )


def to_pdf(template: str, report: DataclassInstance, issued_at: datetime) -> bytes:
    """Typeset a report with `<template>.typ`; the same parts and moment give the same bytes.

    A sign that no font has is shown by its code point. Raises typst.TypstError when the template
    does not fit the parts. Web processes use press.press_pdf.
    """
    return typeset(template, asdict(report), issued_at)


def typeset(template: str, told: dict[str, Any], issued_at: datetime) -> bytes:
    """`to_pdf` of a report's parts."""
    lacking = frozenset[str]()
    for _again in range(MOST_TRIES):
        try:
            return _typeset(template, shown(told, lacking), issued_at)
        except typst.TypstError as wrong:
            found = signs_at_fault(wrong)
            if found <= lacking:
                break
            lacking |= found
    return _typeset(template, shown(told, None), issued_at)


def _typeset(template: str, told: dict[str, Any], issued_at: datetime) -> bytes:
    said = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    with _compiling:
        made = _compiler().compile(
            input=HERE / f"{template}.typ",
            sys_inputs={"report": said},
            format="pdf",
            pdf_standards=[STANDARD],
            timestamp=issued_at.replace(microsecond=0),
        )
    assert isinstance(made, bytes)  # noqa: S101 - a list only for pictures of pages
    return made
