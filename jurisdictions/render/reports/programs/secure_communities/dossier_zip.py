"""A dossier with its data: the PDF, its facts and sources as CSV, and what is what."""

from __future__ import annotations

from datetime import UTC
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.utils.translation import gettext as _

from jurisdictions.read.programs.secure_communities.requests import Dossier
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.columns.evidence import CITATIONS, citations_of
from jurisdictions.render.files.columns.facts import facts_of
from jurisdictions.render.files.csv_file import csv_chunks
from jurisdictions.render.reports.parts import Frame


def dossier_zip(as_of: AsOf, dossier: Dossier, frame: Frame, pdf: bytes) -> bytes:
    """The same dossier of the same edition gives the same bytes."""
    facts = [*dossier.request.steps, *dossier.acts]
    files = {
        "README.txt": _readme(frame).encode(),
        "dossier.pdf": pdf,
        "facts.csv": b"".join(csv_chunks(facts_of(as_of.program.slug), as_of, facts)),
        "sources.csv": b"".join(csv_chunks(CITATIONS, as_of, citations_of(facts))),
    }
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, content in files.items():
            info = ZipInfo(name, as_of.edition.published_at.astimezone(UTC).timetuple()[:6])
            info.external_attr = 0o644 << 16
            archive.writestr(info, content, compress_type=ZIP_DEFLATED)
    return made.getvalue()


def _readme(frame: Frame) -> str:
    lines = (
        frame.document_title,
        frame.site,
        "",
        _("dossier.pdf: the dossier."),
        _("facts.csv: its steps, and the federal acts between the first and the last."),
        _("sources.csv: every source that one of these facts rests on, or that contradicts it."),
        _("The columns are explained on the tracker's data page. Tables are UTF-8."),
        "",
        frame.known,
        f"{frame.words['cite']}: {frame.cite}",
        frame.licence,
        "",
    )
    return "\n".join(lines)
