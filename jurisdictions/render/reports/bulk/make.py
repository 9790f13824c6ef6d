"""An order of bulk reports: typeset what is missing, pack all into one file, keep it."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.utils import translation

from jurisdictions.read.program_addresses import path_of
from jurisdictions.read.rows import AsOf
from jurisdictions.record.jobs.reports import ReportsOrder
from jurisdictions.render.reports.bulk.contents import (
    Entry,
    entries_of,
    file_stem,
    index_csv,
    index_html,
    not_made_text,
)
from jurisdictions.render.reports.bulk.failures import (
    NOT_MADE,
    failed_in,
    forget_failed,
    note_failed,
)
from jurisdictions.render.reports.bulk.folders import finished, workbench
from jurisdictions.render.reports.bulk.progress import note_begun, share
from jurisdictions.render.reports.bulk.typesetters import TypesettingFailed, typeset
from jurisdictions.render.reports.frame import permalink
from jurisdictions.render.reports.pdf import place_report_pdf
from jurisdictions.shelf.sealed import read_sealed, seal_of, write_sealed

log = logging.getLogger(__name__)

Tell = Callable[[float], None]
TOLD_EVERY = 100
"""Reports packed between two looks at whether to go on."""


def make_reports(as_of: AsOf, order: ReportsOrder, tell: Tell, processes: int) -> None:
    """Make the order's file; what an earlier attempt made is not made again.

    `tell` hears the progress, 0 to 1, and stops the work by raising. 0 processes typeset here. A
    place whose report cannot be made is named in the file, and the others are made. Raises
    TypesettingFailed when none can be made, OSError.
    """
    with translation.override(as_of.language):
        entries = entries_of(as_of, order.state)
        bench = workbench(order.key)
        bench.mkdir(parents=True, exist_ok=True)
        forget_failed(bench)
        missing = [e.place.geoid for e in entries if not seal_of(report_file(bench, e.place.geoid))]
        before, total = len(entries) - len(missing), len(entries)
        note_begun(bench, before)
        made = (
            typeset(order, missing, bench, processes)
            if processes
            else _typeset_here(as_of, missing, bench, order.site_url)
        )
        tell(share(before, total))
        for number in made:
            tell(share(before + number, total))
        failed = failed_in(bench)
        if len(failed) == total:
            raise TypesettingFailed(min(failed.values(), default=order.key))
        marked = tuple(replace(e, file="") if e.place.geoid in failed else e for e in entries)
        packed = _pack(as_of, order, marked, bench, tell)
        finished().take(packed, f"{order.key}.zip")
        shutil.rmtree(bench, ignore_errors=True)


def report_file(bench: Path, geoid: str) -> Path:
    """Where a place's report lies until all are packed."""
    return bench / f"{geoid}.pdf"


def typeset_one(as_of: AsOf, geoid: str, bench: Path, site_url: str) -> None:
    """Typeset a report into its file, or note that it cannot be made; raises OSError.

    A reader of the folder never sees half of one.
    """
    try:
        made = place_report_pdf(as_of, geoid, site_url)
    except OSError:
        # The disk's or the database's trouble, not the place's: the next attempt may have none.
        raise
    except Exception as wrong:  # whatever it is, the other places are not to suffer
        log.exception("The report of %s could not be made", geoid)
        note_failed(bench, geoid, f"{type(wrong).__name__}: {wrong}")
        return
    write_sealed(report_file(bench, geoid), made)


def _typeset_here(as_of: AsOf, geoids: Iterable[str], bench: Path, site_url: str) -> Iterable[int]:
    for number, geoid in enumerate(geoids, 1):
        typeset_one(as_of, geoid, bench, site_url)
        yield number


def _pack(
    as_of: AsOf, order: ReportsOrder, entries: tuple[Entry, ...], bench: Path, tell: Tell
) -> Path:
    """The same edition and day give the same bytes: times are those of the edition."""
    packed = bench / "packed.half"
    stem = file_stem(as_of, order.state)
    query = {"state": order.state} if order.state else None
    path = path_of(as_of.program.slug, "places")
    address = permalink(as_of, order.site_url, path, query)
    moment = as_of.edition.published_at.timetuple()[:6]
    with ZipFile(packed, "w") as file:

        def add(name: str, content: bytes, how: int) -> None:
            info = ZipInfo(f"{stem}/{name}", (moment[0], *moment[1:]))
            info.compress_type, info.external_attr = how, 0o644 << 16
            file.writestr(info, content)

        add("index.html", index_html(as_of, order.state, entries, address), ZIP_DEFLATED)
        add("index.csv", index_csv(entries), ZIP_DEFLATED)
        if told := not_made_text(entries):
            add(NOT_MADE, told, ZIP_DEFLATED)
        for number, entry in enumerate(entry for entry in entries if entry.file):
            if number % TOLD_EVERY == 0:
                tell(share(len(entries), len(entries), packed=number))
            # A PDF is compressed inside.
            add(entry.file, _report(as_of, order, entry, bench), ZIP_STORED)
    return packed


def _report(as_of: AsOf, order: ReportsOrder, entry: Entry, bench: Path) -> bytes:
    """The report as it lies there; made again if it was damaged since."""
    content = read_sealed(report_file(bench, entry.place.geoid))
    return content or place_report_pdf(as_of, entry.place.geoid, order.site_url)
