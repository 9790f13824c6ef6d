"""When followers are mailed: at once and at most once an hour, or on Mondays."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.mailing.telling import standing, tell_followers
from jurisdictions.models import Follower
from jurisdictions.record.following.looking import (
    editions_told,
    next_monday,
    sweep_followers,
    told_text,
)
from tests.mailing.conftest import AFTER, FIRST, SECOND, follow

MONDAY = datetime(2026, 11, 30, 13, tzinfo=UTC)
HOUR = timedelta(hours=1)


def go(at: datetime) -> int:
    """The job runs; how many mails there are now."""
    tell_followers(lambda done: None, at=at)
    return len(mail.outbox)


@pytest.mark.usefixtures("published")
def test_who_wants_a_digest_gets_it_on_monday_morning() -> None:
    assert follow(geoid="17097", weekly=True).look_at == FIRST.replace(hour=13)
    Follower.objects.update(look_at=MONDAY)
    assert go(SECOND) == 0
    assert go(MONDAY - timedelta(seconds=1)) == 0
    assert go(MONDAY) == 1
    assert Follower.objects.get().look_at == MONDAY + timedelta(weeks=1)


@pytest.mark.usefixtures("published")
def test_after_a_quiet_week_a_digest_waits_for_the_next_monday() -> None:
    follow(geoid="17097", weekly=True)
    Follower.objects.update(told=told_text(AFTER), look_at=MONDAY)
    sweep_followers(standing=standing(), sends=True, at=MONDAY + HOUR)
    assert Follower.objects.get().look_at == MONDAY + timedelta(weeks=1)


@pytest.mark.usefixtures("published")
def test_who_is_mailed_at_once_gets_no_two_mails_within_an_hour() -> None:
    told = follow(geoid="17097").told
    assert go(SECOND) == 1
    Follower.objects.update(told=told)  # as if more were published
    assert go(SECOND + HOUR - timedelta(seconds=1)) == 1
    assert go(SECOND + HOUR) == 2


@pytest.mark.usefixtures("published")
def test_an_edition_without_news_for_a_follower_delays_nothing_that_comes_after() -> None:
    told = follow(geoid="17031", program="secure-communities").told
    assert go(SECOND) == 0
    found = Follower.objects.get()
    assert found.told == told_text(AFTER)
    assert found.look_at == SECOND
    assert told != found.told


@given(st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)))
def test_the_next_monday_is_a_monday_and_at_most_a_week_away(at: datetime) -> None:
    found = next_monday(at)
    assert (found.weekday(), found.hour, found.minute) == (0, 13, 0)
    assert timedelta(0) < found - at <= timedelta(weeks=1)


@given(
    st.dictionaries(
        st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True), st.integers(1, 10**6)
    )
)
def test_editions_are_kept_and_read_alike(editions: dict[str, int]) -> None:
    assert editions_told(told_text(editions)) == editions
