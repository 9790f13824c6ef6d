"""Reads what the addresses of files answer with."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import Any

from openpyxl import load_workbook


def body(answer: Any) -> bytes:
    assert answer.status_code == 200, answer
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def rows(answer: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(body(answer).decode(), newline="")))


def workbook(answer: Any) -> Any:
    return load_workbook(BytesIO(body(answer)))


def cells(sheet: Any) -> list[dict[str, Any]]:
    names, *values = sheet.iter_rows(values_only=True)
    return [dict(zip(names, row, strict=True)) for row in values]
