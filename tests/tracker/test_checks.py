"""What `manage.py check --deploy` warns of."""

from __future__ import annotations

from django.conf import settings
from django.test import override_settings

from jurisdictions.checks import limits_are_shared

ALONE = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
SHARED = {"BACKEND": "tracker.limits_cache.LimitsCache", "LOCATION": "redis://127.0.0.1/0"}


def warned(limits: dict[str, str], workers: int) -> list[str]:
    with override_settings(CACHES={**settings.CACHES, "limits": limits}, WEB_WORKERS=workers):
        return [str(one.id) for one in limits_are_shared(None)]


def test_several_web_processes_without_a_shared_count_of_limits_are_warned_of() -> None:
    assert warned(ALONE, 2) == ["tracker.W003"]
    assert warned(ALONE, 1) == []
    assert warned(SHARED, 4) == []


def test_the_warning_says_how_many_processes_count_for_themselves() -> None:
    with override_settings(CACHES={**settings.CACHES, "limits": ALONE}, WEB_WORKERS=3):
        (warning,) = limits_are_shared(None)
    assert warning.msg.startswith("3 web processes count limits each for itself")
