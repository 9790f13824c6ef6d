"""Mutated files, pages and words: each is read, or refused by the errors that are named."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from jurisdictions.record.evidence import pdf_parts
from tests.fuzz import seeds
from tests.fuzz.bounds import bounded
from tests.fuzz.mutations import mutated
from tests.fuzz.readers import readers

COUNT = int(os.environ.get("FUZZ_COUNT", "30"))
"""How many of each: `script/fuzz` asks for thousands."""


@pytest.mark.parametrize("name", sorted(readers()))
def test_whatever_is_sent_is_read_or_refused_in_words(name: str, tmp_path: Path) -> None:
    reader = readers()[name]
    for turn in range(COUNT):
        content = reader.change(reader.seeds[turn % len(reader.seeds)], turn)
        try:
            with bounded():
                reader.read(content, tmp_path / "file")
        except reader.refuses:
            continue
        except BaseException as wrong:
            kept = Path(os.environ.get("FUZZ_KEPT", str(tmp_path))) / f"{name}-{turn}"
            kept.write_bytes(content)
            raise AssertionError(f"{name}, turn {turn}, kept as {kept}: {wrong!r}") from wrong


def test_a_pdf_is_read_or_said_to_be_broken_and_never_breaks_its_reader(tmp_path: Path) -> None:
    path = tmp_path / "file.pdf"
    import pikepdf  # noqa: F401 - read once here, and not by each child

    for turn in range(COUNT):
        path.write_bytes(mutated(seeds.pdf(), turn))
        answer = _in_a_child(path)
        assert answer is not None, f"turn {turn}"
        assert all(isinstance(one, str) for one in json.loads(answer))


def _in_a_child(path: Path) -> bytes | None:
    """What the process that reads PDFs prints; None where it dies."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(into, json.dumps(pdf_parts.main(str(path)))[:60_000].encode())
            os._exit(0)
        finally:
            os._exit(1)
    os.close(into)
    with os.fdopen(out, "rb") as read:
        answer = read.read()
    _child, status = os.waitpid(child, 0)
    return answer if status == 0 else None
