"""What `manage.py check --deploy` warns of."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.test import override_settings

from jurisdictions.checks import limits_are_shared, nothing_inside_is_fetched
from tracker.environment import networks

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


def test_an_origin_that_is_let_through_for_trying_out_is_warned_of() -> None:
    assert not nothing_inside_is_fetched(None)
    with override_settings(FETCH_TRIED_ORIGINS=["http://127.0.0.1:9000"]):
        assert [one.id for one in nothing_inside_is_fetched(None)] == ["tracker.W004"]


def test_a_network_that_is_none_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FETCH_INSIDE", "198.51.100.0/24, 2001:db8::/32")
    assert networks("FETCH_INSIDE") == ["198.51.100.0/24", "2001:db8::/32"]
    monkeypatch.setenv("FETCH_INSIDE", "my network")
    with pytest.raises(ImproperlyConfigured, match="FETCH_INSIDE is 'my network'"):
        networks("FETCH_INSIDE")
