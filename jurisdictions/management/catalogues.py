"""Message catalogues: compiled with Babel, since a minimal system has no msgfmt."""

from __future__ import annotations

import os
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def compile_catalogues(source: Path, target: Path) -> int:
    """Compile every `django.po` under `source` into `target`; answers how many were out of date."""
    made = 0
    for po in sorted(source.glob("*/LC_MESSAGES/*.po")):
        mo = target / po.relative_to(source).with_suffix(".mo")
        if mo.exists() and mo.stat().st_mtime_ns == po.stat().st_mtime_ns:
            continue
        compile_one(po, mo)
        made += 1
    return made


def compile_one(po: Path, mo: Path) -> None:
    """Compile one catalogue; readers see the old file or the new one, never half of it."""
    with po.open("rb") as file:
        catalogue = read_po(file, locale=po.parent.parent.name)
    mo.parent.mkdir(parents=True, exist_ok=True)
    unfinished = mo.with_suffix(".unfinished")
    with unfinished.open("wb") as file:
        write_mo(file, catalogue)
    stamp_like(unfinished, po)
    unfinished.replace(mo)


def stamp_like(file: Path, model: Path) -> None:
    """Give a file its model's time, so that a changed model is noticed, newer or older."""
    stat = model.stat()
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
