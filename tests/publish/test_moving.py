"""Editions published in the columns of the first version say the same in today's tables."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings

from tests.databases import OwnDatabase
from tests.publish.moving import OLD


def test_every_edition_says_what_it_said_before(own_database: OwnDatabase, tmp_path: Path) -> None:
    with own_database(tmp_path, empty=True) as database_url:
        told = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "tests.publish.moving"],
            env=os.environ
            | {
                "DJANGO_SETTINGS_MODULE": "tracker.settings",
                "DATA_DIR": str(tmp_path),
                "DATABASE_URL": database_url,
            },
            cwd=settings.BASE_DIR,
            text=True,
            capture_output=True,
            check=False,
        )
    assert told.returncode == 0, told.stderr
    held = json.loads(told.stdout)
    for number in (1, 2, 3):
        expected = [
            [
                place,
                str(start),
                str(end),
                status,
                words,
                "activation:17031",
                str(start or ""),
                *days,
            ]
            for place, start, end, status, words, *days, first, last in OLD
            if first <= number and (last is None or last >= number)
        ]
        assert held["editions"][str(number)] == expected
    # Three of them, kept once in each of the two programs, whatever the number of spans.
    assert held["standings"] == 2 * len({(row[3], row[4]) for row in OLD})
