"""What the list of what became known later takes from an address."""

from __future__ import annotations

from jurisdictions.read.happened.asked import STATE

TAKES = (STATE,)
"""The parameters of the page and of its files, beside the day."""
SEVERAL = (STATE,)
"""Those that may be given several times."""
