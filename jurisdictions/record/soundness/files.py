"""What the record says of files: each is there, and is the file that it was."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from jurisdictions.models.captured_list import CapturedList
from jurisdictions.models.source_file import SourceFile
from jurisdictions.models.upload import Upload
from jurisdictions.record.evidence.store import kept
from jurisdictions.record.soundness.unsound import Unsound


def faults_of_files() -> Iterator[Unsound]:
    """Files of sources, and uploads that nobody has proposed yet."""
    for one in SourceFile.objects.filter(removed_at=None).order_by("pk"):
        yield from _of_kept(f"file of source {one.source or one.pk}", one.checksum, one.size)
    lists = CapturedList.objects.filter(superseded_at=None).values_list("list", "checksum")
    for name, checksum in lists:
        # What the facts brought with them are lists that we never held.
        if kept(checksum).exists():
            yield from _of_kept(f"list {name}", checksum, None)
    root = Path(settings.UPLOADS_ROOT)
    for file in Upload.objects.exclude(file="").values_list("file", flat=True):
        if not (root / file).is_file():
            yield Unsound(f"upload {file}", _("its file is not there"))


def _of_kept(where: str, checksum: str, size: int | None) -> Iterator[Unsound]:
    path, name = kept(checksum), f"{checksum[:12]}…"
    if not path.is_file():
        yield Unsound(where, _("its file %(name)s is not there") % {"name": name})
        return
    with path.open("rb") as file:
        found = file_digest(file, "sha256").hexdigest()
    if found != checksum:
        yield Unsound(
            where, _("its file %(name)s is another: its checksum differs") % {"name": name}
        )
    elif size is not None and path.stat().st_size != size:
        yield Unsound(
            where, _("its file %(name)s is not as large as was written down") % {"name": name}
        )
