"""The words of a place and of a span in the API's answers, in their lasting order."""

from __future__ import annotations

ROW = ("activation", "agreement", "objection", "local_limits")
"""The dimensions of a place on a day, after its status."""
SPAN = (*ROW, "agreement_record", "position")
"""The words of a span, after its status."""
