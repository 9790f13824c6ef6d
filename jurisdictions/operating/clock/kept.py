"""What is remembered of the clock between sweeps: a small file in DATA_DIR."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings

from jurisdictions.operating.clock.rule import TRIAL, Looked, look
from jurisdictions.operating.signs import swept_at
from jurisdictions.read.keeping.newest_sign import newest_sign
from jurisdictions.shelf.sealed import write_whole

OFTEN = timedelta(minutes=1)
"""What says the same is not written more often."""
log = logging.getLogger(__name__)


def note_clock(now: datetime) -> bool:
    """Look at the clock before something is deleted by it: whether it is believed."""
    kept = _kept()
    before = kept or _begun(now)
    after = look(before, now)
    if after.doubted and after.doubted != before.doubted:
        log.warning(
            "The clock says %s, and was last believed at %s: nothing is deleted by it before %s. If"
            " it is right: manage.py believe_clock",
            *(after.seen, after.believed, after.doubted + TRIAL),
        )
    same = kept is not None and after.doubted == kept.doubted
    if not (same and timedelta(0) <= after.seen - before.seen < OFTEN):
        _keep(after)
    return after.doubted is None


def believe_clock(now: datetime) -> None:
    """An operator says that the clock is right. Raises OSError."""
    _write(Looked(now, now))


def doubted() -> Looked | None:
    """What is remembered of a clock that is not believed; None where it is."""
    kept = _kept()
    return kept if kept and kept.doubted else None


def doubted_words() -> str:
    """The same in words for operators; "" where the clock is believed."""
    if not (found := doubted()) or found.doubted is None:
        return ""
    days = (found.doubted - found.believed).days
    return (
        f"stands {days} days after what was last believed; nothing is deleted by it before"
        f" {found.doubted + TRIAL:%Y-%m-%d %H:%M} UTC, or manage.py believe_clock"
    )


def _begun(now: datetime) -> Looked:
    """Where nothing is remembered, the newest that the tracker wrote itself is believed."""
    swept = swept_at()
    signs = [newest_sign(), datetime.fromtimestamp(swept, UTC) if swept else None]
    newest = max((one for one in signs if one is not None), default=now)
    return Looked(newest, newest)


def _kept() -> Looked | None:
    """None for a file that is missing or cannot be read: it is made again."""
    try:
        said = json.loads(_file().read_text(encoding="utf-8"))
        since = said["doubted"]
        return Looked(
            datetime.fromisoformat(said["believed"]),
            datetime.fromisoformat(said["seen"]),
            datetime.fromisoformat(since) if since else None,
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _keep(looked: Looked) -> None:
    try:
        _write(looked)
    except OSError as wrong:
        log.warning("What the clock says cannot be noted: %s", wrong)


def _write(looked: Looked) -> None:
    told = {
        "believed": looked.believed.isoformat(),
        "seen": looked.seen.isoformat(),
        "doubted": looked.doubted.isoformat() if looked.doubted else None,
    }
    write_whole(_file(), json.dumps(told).encode())


def _file() -> Path:
    return Path(settings.DATA_DIR) / "clock.json"
