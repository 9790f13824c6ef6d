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

OF_AGENCIES = "agencies and what they sign with ICE, which one program alone has (TELLS)"
A_TABLE = "the table of a kind of fact that one program alone tells: all tables are of one app"
NAMED_ON_PURPOSE = {
    "tracker/settings.py": "the program of v1 of the API and of old addresses, where none is named",
    "jurisdictions/models/agreement.py": A_TABLE,
    "jurisdictions/models/local_measure.py": A_TABLE,
    "jurisdictions/models/opt_out.py": A_TABLE,
    "jurisdictions/api/agency_answers.py": OF_AGENCIES,
    "jurisdictions/api/agency_filters.py": OF_AGENCIES,
    "jurisdictions/api/agency_shapes.py": OF_AGENCIES,
    "jurisdictions/api/described_agencies.py": OF_AGENCIES,
    "jurisdictions/read/agencies/around.py": OF_AGENCIES,
    "jurisdictions/read/agencies/at_a_place.py": OF_AGENCIES,
    "jurisdictions/read/agencies/at_work.py": OF_AGENCIES,
    "jurisdictions/read/agencies/choosing.py": OF_AGENCIES,
    "jurisdictions/read/agencies/filters.py": OF_AGENCIES,
    "jurisdictions/read/agencies/lines.py": OF_AGENCIES,
    "jurisdictions/read/agencies/made.py": OF_AGENCIES,
    "jurisdictions/read/agencies/record.py": OF_AGENCIES,
    "jurisdictions/read/agencies/rows.py": OF_AGENCIES,
    "jurisdictions/record/keys.py": OF_AGENCIES,
    "jurisdictions/render/files/columns/agencies.py": OF_AGENCIES,
    "jurisdictions/templatetags/pages.py": OF_AGENCIES,
    "jurisdictions/web/agency/context.py": OF_AGENCIES,
    "jurisdictions/web/agency_lists/context.py": OF_AGENCIES,
}
"""Files that name a program, and why they have to."""


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
    assert naming() - set(NAMED_ON_PURPOSE) == set()


@pytest.mark.parametrize("path", sorted(NAMED_ON_PURPOSE))
def test_what_need_not_name_a_program_any_more_is_not_excused(path: str) -> None:
    assert path in naming()


def test_a_file_bears_a_program_s_name_only_where_programs_have_their_own() -> None:
    names = {*packages(), *packages().values()}
    bearing = {
        path.relative_to(ROOT)
        for folder in SHIPPED
        for path in (ROOT / folder).rglob("*")
        if not names.isdisjoint({path.name, path.stem}) and "__pycache__" not in path.parts
    }
    homes = {"programs", "data"}
    assert {str(path) for path in bearing if path.parent.name not in homes} == set()
