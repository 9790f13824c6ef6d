"""The tables of a package as Parquet, written by a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from django.conf import settings

PROCESS = "jurisdictions.render.files.package.parquet_process"
SAID = "said.json"


class ParquetFailed(Exception):
    """The process ended before its work; the text is what it said."""


def write_parquet_files(
    database: Path, said: Mapping[str, Mapping[str, str]], folder: Path
) -> dict[str, Path]:
    """Write each table that `said` names into `folder`; the same tables give the same bytes.

    `said` has what the file's own metadata say. Raises ParquetFailed, and OSError.
    """
    told = folder / SAID
    told.write_text(json.dumps(said), encoding="utf-8")
    command = [sys.executable, "-m", PROCESS, *map(str, (database, told, folder))]
    done = subprocess.run(
        command, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise ParquetFailed(done.stderr.strip() or f"ended with {done.returncode}")
    return {table: folder / f"{table}.parquet" for table in said}
