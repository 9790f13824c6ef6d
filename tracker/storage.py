"""Static files under names that carry their content's hash, ES module imports included.

A style sheet that is divided into parts is one file there: a page loads one for all of them.
Scripts and style sheets are served without their lines of comments, a quarter of the bytes, and
without the indents of the others.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from typing import Any

from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage

_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*.*?\*/)[ \t]*\n", re.MULTILINE | re.DOTALL)
"""Whole lines of a comment; one that stands behind code is left."""
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_PART = re.compile(r'^@import "([\w./-]+\.css)";\n', re.MULTILINE)


class HashedStorage(ManifestStaticFilesStorage):
    """Cached for ever by browsers; `import ... from "./x.js";` is rewritten to the hashed name."""

    support_js_module_import_aggregation = True
    # A module's name changes with those of all that it imports: a chain of modules takes up to as
    # many passes as it is long. The page of the map has eight, and Django gives up after five.
    max_post_process_passes = 32

    def post_process(
        self, paths: dict[str, tuple[Storage, str]], *args: Any, **options: Any
    ) -> Iterator[tuple[str, str, bool] | tuple[str, None, RuntimeError]]:
        """As Django does it, from whole style sheets and bare scripts."""
        made: dict[str, Callable[[Storage], Any]] = {
            "css": lambda storage: Bare(Joined(storage)),
            "js": Bare,
        }
        whole = {
            name: (made.get(path.partition("/")[0], _as_it_is)(storage), path)
            for name, (storage, path) in paths.items()
        }
        yield from super().post_process(whole, *args, **options)


class Joined:
    """A storage whose style sheets hold their parts where they import them."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage

    def open(self, path: str) -> File[bytes]:
        """A file with the text of every part in place of its import. Raises OSError."""
        return ContentFile(self._whole(path).encode(), path)

    def _whole(self, path: str) -> str:
        with self.storage.open(path) as file:
            text = file.read().decode()
        here = posixpath.dirname(path)
        return _PART.sub(lambda part: self._whole(posixpath.join(here, part[1])), text)


class Bare:
    """A storage whose scripts or style sheets lack the lines that are comments, and indents."""

    def __init__(self, storage: Storage | Joined) -> None:
        self.storage = storage

    def open(self, path: str) -> File[bytes]:
        """A file without its comments. Raises OSError."""
        with self.storage.open(path) as file:
            text = _COMMENT.sub("", file.read().decode())
        # A text over several lines keeps what each of them begins with.
        over_lines = any(line.count("`") % 2 for line in text.splitlines())
        return ContentFile((text if over_lines else _INDENT.sub("", text)).encode(), path)


def _as_it_is(storage: Storage) -> Storage:
    return storage
