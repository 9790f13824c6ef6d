"""What of a PDF acts by itself, or holds other files. Run as a process: `python pdf_parts.py FILE`.

It prints a JSON list of the names that it found. It stands alone, so that a file that is made to
break its reader breaks this process, which has little memory and little time.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MEMORY, SECONDS = 1_500_000_000, 20
LOCKED, BROKEN = "locked", "broken"
DEEPEST = 60
ACTIONS = frozenset(
    {
        *("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE", "/Rendition"),
        *("/Movie", "/Sound", "/RichMediaExecute"),
    }
)
"""Sorts of action that do more than lead to a page or an address (ISO 32000, 12.6)."""
KEYS = frozenset({"/JS", "/JavaScript", "/EF", "/EmbeddedFiles", "/XFA", "/RichMediaContent"})
TYPES = frozenset({"/EmbeddedFile", "/RichMedia", "/FileAttachment"})
RAW = (b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/RichMedia")
"""Looked for in the bytes too: what no table of the file leads to, a forgiving reader may find."""


def found_in(content: bytes, objects: Any) -> set[str]:
    """The names of what acts or holds files."""
    found = {name.decode() for name in RAW if name in content}
    for one in objects:
        found.update(_walk(one, 0))
    return found


def _walk(one: Any, depth: int) -> Iterator[str]:
    import pikepdf

    if depth > DEEPEST:
        return
    if isinstance(one, pikepdf.Stream | pikepdf.Dictionary):
        table = one.stream_dict if isinstance(one, pikepdf.Stream) else one
        for key, value in table.items():
            if key in KEYS:
                yield key
            if key in {"/S", "/Type", "/Subtype"} and str(value) in ACTIONS | TYPES:
                yield str(value)
            if not getattr(value, "is_indirect", False):
                yield from _walk(value, depth + 1)
    elif isinstance(one, pikepdf.Array):
        for value in one:
            if not getattr(value, "is_indirect", False):
                yield from _walk(value, depth + 1)


def main(path: str) -> list[str]:
    """What a file holds: names, or why it cannot be read."""
    import pikepdf

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        content = Path(path).read_bytes()
        with pikepdf.open(path) as pdf:
            if not len(pdf.pages):
                return [BROKEN]
            return sorted(found_in(content, pdf.objects))
    except pikepdf.PasswordError:
        return [LOCKED]
    except (pikepdf.PdfError, ValueError, RuntimeError, MemoryError, RecursionError):
        return [BROKEN]


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1])))  # noqa: T201 - its answer
