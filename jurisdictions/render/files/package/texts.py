"""What a package says of itself to people: a README in each language, CITATION.cff, checksums."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.citation import LICENCE, site_of
from jurisdictions.render.files.package.descriptor import (
    Credits,
    Written,
    keywords_of,
    package_title,
)
from jurisdictions.render.files.package.names import edition_version
from jurisdictions.render.words.days import date_text, number_text


def readme(as_of: AsOf, files: Sequence[Written], cite: str, database: str) -> str:
    """What the package holds and how to read it, in the active language; Markdown.

    `database` is the path of the SQLite file.
    """
    return "\n".join(_lines(as_of, files, cite, database)) + "\n"


def _lines(as_of: AsOf, files: Sequence[Written], cite: str, database: str) -> Iterator[str]:
    published = date_text(as_of.edition.published_at.date())
    yield f"# {package_title(as_of)}"
    yield from ("", as_of.program.summary, "")
    told = {"number": as_of.edition.number, "published": published}
    yield _("Edition %(number)s, published %(published)s.") % told
    yield ""
    yield _(
        "All CSV files are UTF-8 with LF line ends and a header row. An empty cell means “not "
        "known, or does not apply”, never zero. Dates are as precise as the source: 2010, "
        "2010-07, 2010-07-13, or between two of these, "
        "2026-05-14/2026-05-18. A text cell that a spreadsheet would run begins with an apostrophe."
    )
    yield ""
    yield _(
        "datapackage.json describes every column for programs (Frictionless Data Package 2). To "
        "load the facts into a tracker of your own: unpack, then manage.py load_facts FOLDER. "
        "What is in the folder “derived” follows from the facts by the tracker's rule."
    )
    yield from ("", _heading(_("Files")), "")
    yield from _table(
        (_("File"), _("Rows"), _("What it holds")),
        ((f"`{f.table.path}`", number_text(f.rows), f.table.description) for f in files),
    )
    yield from _for_databases(database)
    yield from ("", _heading(_("Columns")))
    for file in files:
        yield from ("", f"### {file.table.path}", "")
        yield from _table(
            (_("Column"), _("What it is called"), _("What it means")),
            ((f"`{c.name}`", c.title, c.explained) for c in file.table.table.columns),
        )
    yield from ("", _heading(_("How to cite")), "", cite)
    yield from ("", _heading(_("License")), "")
    yield _(
        "The facts and their summaries are in the public domain: CC0 1.0, %(address)s. Please name "
        "the edition, and the sources beside it: they stand in sources.csv."
    ) % {"address": LICENCE}


def _for_databases(database: str) -> Iterator[str]:
    """How to open the same tables without importing anything."""
    heading = _("For databases")
    yield from ("", f"## {heading}", "")
    yield _(
        "The same tables are here as Parquet, a file each in the folder “parquet”, and all of them "
        "in %(file)s, an SQLite database with keys. There dates are dates: the first day that a "
        "partial date may mean, and in a column ending in “_edtf” the date as precise as the "
        "source. No apostrophe is put before a text."
    ) % {"file": database}
    yield from ("", "```sh")
    yield "duckdb -c \"SELECT status, count(*) FROM 'parquet/spans.parquet' GROUP BY ALL\""
    yield "datasette ."
    connected = f'DBI::dbConnect(RSQLite::SQLite(), "{database}", extended_types = TRUE)'
    yield f"Rscript -e 'str(DBI::dbReadTable({connected}, \"spans\"))'"
    yield "```"


def _heading(words: str) -> str:
    return f"## {words}"


def _table(head: Sequence[str], rows: Iterator[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def citation_cff(as_of: AsOf, credits_: Credits) -> str:
    """CITATION.cff 1.2.0. Texts are in JSON's quotes, which are YAML's too."""
    tracker = site_of(as_of)
    said: dict[str, object] = {
        "cff-version": "1.2.0",
        "message": _("If you use these data, please cite them with their edition."),
        "type": "dataset",
        "title": package_title(as_of),
        "abstract": as_of.program.summary,
        "version": edition_version(as_of),
        "date-released": as_of.edition.published_at.date().isoformat(),
        "license": "CC0-1.0",
    }
    if credits_.homepage:
        said["url"] = credits_.homepage
    lines = [f"{name}: {_quoted(value)}" for name, value in said.items()]
    names = [tracker, *([credits_.publisher] if credits_.publisher else [])]
    lines += ["authors:", *(f"  - name: {_quoted(name)}" for name in names)]
    lines += ["keywords:", *(f"  - {_quoted(word)}" for word in keywords_of(as_of))]
    return "\n".join(lines) + "\n"


def _quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def checksums(digests: Mapping[str, str]) -> str:
    """SHA256SUMS, as `sha256sum --check` reads it."""
    return "".join(f"{digest}  {path}\n" for path, digest in digests.items())
