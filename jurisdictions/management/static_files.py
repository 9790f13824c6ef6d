"""Static files: collected under hashed names, and those that pages load compressed ahead.

Only what our pages load: compressing the admin and the schema browser as well takes half a minute
and nobody waits for them.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterator
from pathlib import Path

import brotli
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage, staticfiles_storage
from django.core.management import call_command

COMPRESSIBLE = frozenset({".css", ".js", ".json", ".svg", ".txt", ".bin", ".webmanifest"})


def collect_static() -> str:
    """Collect and compress, unless nothing changed since the last time; says what was done."""
    root = Path(settings.STATIC_ROOT)
    stamp = root.with_name("static-stamp")
    state = _state()
    if stamp.exists() and stamp.read_text() == state and root.is_dir():
        return "nothing changed"
    call_command(
        "collectstatic", interactive=False, verbosity=0, ignore_patterns=settings.NOT_COLLECTED
    )
    packed = sum(pack(root / name) for name in _loaded_by_pages())
    stamp.write_text(state)
    return f"{packed} files compressed"


def pack(file: Path) -> int:
    """Write FILE.br and FILE.gz beside FILE; 1 when that was still to be done, else 0.

    Names carry their content's hash, so that a compressed file is never out of date.
    """
    done = file.with_name(f"{file.name}.br")
    if done.exists():
        return 0
    content = file.read_bytes()
    file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(content, 9, mtime=0))
    done.write_bytes(brotli.compress(content, quality=11))
    return 1


def _loaded_by_pages() -> Iterator[str]:
    """The hashed names of our own files and of the few of packages that our pages load."""
    if not isinstance(staticfiles_storage, ManifestStaticFilesStorage):
        return
    ours = {
        file.relative_to(folder).as_posix()
        for folder in map(Path, settings.STATICFILES_DIRS)
        for file in folder.rglob("*")
        if file.is_file()
    }
    for name in sorted(ours | set(settings.PRECOMPRESS_ALSO)):
        hashed = staticfiles_storage.hashed_files.get(name)
        if hashed and Path(name).suffix in COMPRESSIBLE:
            yield hashed


def _state() -> str:
    """Changes when a source file does: its name, time or size."""
    digest = hashlib.sha256(repr(settings.STORAGES["staticfiles"]).encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            stat = Path(storage.path(name)).stat()
            digest.update(f"{name} {stat.st_mtime_ns} {stat.st_size}\n".encode())
    return digest.hexdigest()
