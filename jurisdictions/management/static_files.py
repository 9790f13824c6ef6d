"""Static files: collected under hashed names, and those that pages load compressed ahead.

Only what our pages load: compressing the admin and the schema browser as well takes half a minute
and nobody waits for them.
"""

from __future__ import annotations

import gzip
import hashlib
import inspect
import os
import re
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage, staticfiles_storage
from django.core.management import call_command

from jurisdictions.shelf.sealed import write_whole

COMPRESSIBLE = frozenset({".css", ".js", ".json", ".svg", ".txt", ".bin", ".webmanifest"})
_HASH = re.compile(r"\.[0-9a-f]{12}(?=\.)")


def collect_static() -> str:
    """Collect and compress, unless nothing changed since the last time; says what was done."""
    root = Path(settings.STATIC_ROOT)
    stamp = root.with_name("static-stamp")
    state = _state()
    if stamp.exists() and stamp.read_text() == state and not _damaged(root):
        return "nothing changed"
    for name in _damaged(root):
        for part in (name, _HASH.sub("", name, count=1)):
            (root / part).unlink(missing_ok=True)
    call_command(
        "collectstatic", interactive=False, verbosity=0, ignore_patterns=settings.NOT_COLLECTED
    )
    with ThreadPoolExecutor(os.cpu_count()) as compressing:
        packed = sum(compressing.map(pack, [root / name for name in _loaded_by_pages()]))
    write_whole(stamp, state.encode())
    return f"{packed} files compressed"


def _damaged(root: Path) -> list[str]:
    """The files that pages load, and their compressed forms, that are missing or not whole."""
    found = []
    for name in _loaded_by_pages():
        plain = root / name
        content = plain.read_bytes() if plain.is_file() else b""
        digest = hashlib.md5(content, usedforsecurity=False).hexdigest()
        if f".{digest[:12]}." not in name:
            found.append(name)
        packed = (one for one in _packed(plain) if not _holds(one, content))
        found += [str(one.relative_to(root)) for one in packed]
    return found


def _packed(file: Path) -> tuple[Path, Path]:
    return file.with_name(f"{file.name}.gz"), file.with_name(f"{file.name}.br")


def _holds(packed: Path, content: bytes) -> bool:
    unpack = brotli.decompress if packed.suffix == ".br" else gzip.decompress
    try:
        return bool(unpack(packed.read_bytes()) == content)
    except (OSError, EOFError, zlib.error, brotli.error):
        return False


def pack(file: Path) -> int:
    """Write FILE.br and FILE.gz beside FILE where they are missing; 1 when one was, else 0.

    Names carry their content's hash, so that a compressed file is never out of date.
    """
    gzipped, brotlied = _packed(file)
    if gzipped.exists() and brotlied.exists():
        return 0
    content = file.read_bytes()
    write_whole(gzipped, gzip.compress(content, 9, mtime=0))
    write_whole(brotlied, brotli.compress(content, quality=11))
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
    """Changes when a source file does (its name, time or size), or how files are made of them."""
    digest = hashlib.sha256(repr(settings.STORAGES["staticfiles"]).encode())
    digest.update(Path(inspect.getfile(staticfiles_storage.__class__)).read_bytes())
    for finder in get_finders():
        for name, storage in finder.list([]):
            stat = Path(storage.path(name)).stat()
            digest.update(f"{name} {stat.st_mtime_ns} {stat.st_size}\n".encode())
    return digest.hexdigest()
