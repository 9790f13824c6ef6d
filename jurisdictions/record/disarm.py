"""Text cells that a spreadsheet would run are written with an apostrophe before them.

`ingest` takes it off again, so what goes out comes back the same.
"""

from __future__ import annotations

RUN_BY_A_SPREADSHEET = frozenset("=+-@\t\r\n＝＋－＠")
"""A cell that begins with one of these may be run as a formula: where people write Chinese or
Japanese, with the signs of full width too."""
SUSPECT = RUN_BY_A_SPREADSHEET | {"'"}
"""What the first sign of a cell must be for `disarm` or `restore` to change it."""


def disarm(text: str) -> str:
    """The text, harmless in a spreadsheet.

    Text that begins with apostrophes and then one of the signs gets one more, for it would
    otherwise lose one on the way in.
    """
    return f"'{text}" if _runs(text) else text


def restore(text: str) -> str:
    """What `disarm` made harmless, as it was; other text as it is."""
    return text[1:] if text.startswith("'") and _runs(text) else text


def _runs(text: str) -> bool:
    return text.lstrip("'")[:1] in RUN_BY_A_SPREADSHEET
