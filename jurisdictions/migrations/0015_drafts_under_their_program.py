"""Drafts of the desk move with its addresses: under the program that their query named."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.db import migrations

FIRST = "secure-communities"
"""The program of an address that named none."""


def move(apps: Any, schema_editor: Any) -> None:
    """/desk/…?program=p is /p/desk/… now."""
    del schema_editor
    for draft in apps.get_model("jurisdictions", "Draft").objects.filter(path__startswith="/desk/"):
        path, _mark, query = draft.path.partition("?")
        said = parse_qsl(query, keep_blank_values=True)
        program = dict(said).get("program") or FIRST
        rest = urlencode([one for one in said if one[0] != "program"])
        draft.path = f"/{program}{path}?{rest}" if rest else f"/{program}{path}"
        draft.save(update_fields=["path"])


class Migration(migrations.Migration):
    """Rows only."""

    dependencies = [("jurisdictions", "0014_spans_by_standing")]

    operations = [migrations.RunPython(move, migrations.RunPython.noop)]
