"""What tests of accounts have in common."""

from __future__ import annotations

import pytest
from django.utils import timezone

from jurisdictions.web.account import adapter, forms


@pytest.fixture(autouse=True)
def within_one_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test begins with an hour: what is counted by the hour runs out under none."""
    begun = timezone.now()
    hour = begun.replace(minute=0, second=0, microsecond=0)
    for module in (adapter, forms):
        monkeypatch.setattr(module, "now", lambda: hour + (timezone.now() - begun))
