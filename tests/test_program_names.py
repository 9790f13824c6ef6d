"""Nothing outside a program's own folders names it: what is shared asks the registry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from jurisdictions.status.programs import packages

ROOT = Path(__file__).parent.parent
SHIPPED = ("jurisdictions", "templates", "static", "tracker")
TEXTS = {".py", ".html", ".txt", ".css", ".js", ".xml", ".typ", ".json"}
NAMES = re.compile("|".join(re.escape(name) for pair in packages().items() for name in pair))
EXAMPLE = re.compile(
    r'"""(?:[^"]|"(?!""))*"""|/\*.*?\*/|\{% comment %\}.*?\{% endcomment %\}', re.S
)
"""Docstrings and comments may give an example."""

NAMED_ON_PURPOSE = {
    "tracker/settings.py": "the program of v1 of the API and of old addresses, where none is named",
}
"""Files that name a program, and why they have to."""
NOT_YET = {
    "jurisdictions/api/agency_answers.py",
    "jurisdictions/api/agency_filters.py",
    "jurisdictions/api/agency_shapes.py",
    "jurisdictions/api/described_agencies.py",
    "jurisdictions/models/agreement.py",
    "jurisdictions/models/local_measure.py",
    "jurisdictions/models/opt_out.py",
    "jurisdictions/read/agencies/around.py",
    "jurisdictions/read/agencies/at_a_place.py",
    "jurisdictions/read/agencies/choosing.py",
    "jurisdictions/read/agencies/filters.py",
    "jurisdictions/read/agencies/lines.py",
    "jurisdictions/read/agencies/made.py",
    "jurisdictions/read/agencies/record.py",
    "jurisdictions/read/agencies/rows.py",
    "jurisdictions/read/keeping/stale_facts.py",
    "jurisdictions/read/place_records.py",
    "jurisdictions/read/rows.py",
    "jurisdictions/read/statuses.py",
    "jurisdictions/record/keys.py",
    "jurisdictions/record/kinds.py",
    "jurisdictions/record/uploads/columns.py",
    "jurisdictions/record/uploads/keying.py",
    "jurisdictions/render/files/columns/agencies.py",
    "jurisdictions/render/files/columns/facts.py",
    "jurisdictions/render/files/columns/places.py",
    "jurisdictions/render/files/columns/policy.py",
    "jurisdictions/render/files/package/explained.py",
    "jurisdictions/render/files/package/kept.py",
    "jurisdictions/render/files/uploads/examples.py",
    "jurisdictions/render/programs/colors.py",
    "jurisdictions/render/reports/dossier.py",
    "jurisdictions/render/reports/dossier_zip.py",
    "jurisdictions/render/words/fact_days.py",
    "jurisdictions/render/words/sentences.py",
    "jurisdictions/status/kinds.py",
    "jurisdictions/templatetags/pages.py",
    "jurisdictions/web/agency/context.py",
    "jurisdictions/web/agency_lists/context.py",
    "jurisdictions/web/desk/forms/shapes.py",
    "jurisdictions/web/desk/uploads/context.py",
    "jurisdictions/web/reports/requests.py",
}
"""Files that wait to be moved or to ask the registry: the list only grows shorter."""


def own(path: Path) -> bool:
    """Whether a file is in a folder of a program, or bears its name."""
    names = {*packages(), *packages().values()}
    return not names.isdisjoint(path.relative_to(ROOT).with_suffix("").parts)


def shared() -> Iterator[Path]:
    """What ships and belongs to no one program."""
    for folder in SHIPPED:
        for path in sorted((ROOT / folder).rglob("*")):
            skipped = {"migrations", "geo", "fonts", "vendor"} & set(path.parts)
            if path.suffix in TEXTS and not skipped and not own(path):
                yield path


def naming() -> set[str]:
    """The shared files that name a program otherwise than as an example."""
    return {
        path.relative_to(ROOT).as_posix()
        for path in shared()
        if NAMES.search(EXAMPLE.sub("", path.read_text(encoding="utf-8")))
    }


def test_no_shared_file_names_a_program() -> None:
    assert naming() - set(NAMED_ON_PURPOSE) - set(NOT_YET) == set()


@pytest.mark.parametrize("path", [*NAMED_ON_PURPOSE, *NOT_YET])
def test_what_need_not_name_a_program_any_more_is_not_excused(path: str) -> None:
    assert path in naming()
