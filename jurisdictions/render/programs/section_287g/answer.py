"""The words of a place and of a span in the API's answers, in their lasting order."""

from __future__ import annotations

ROW = ("local_agreement", "reach", "state_agency", "application", "state_law")
"""The dimensions of a place on a day, after its status."""
SPAN = (*ROW, "position")
"""The words of a span, after its status."""
