"""How many follow by mail: a number, and no address."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count

from jurisdictions.models import Follower


@dataclass(frozen=True, slots=True)
class Followers:
    """Followed things by confirmed addresses, and those that wait to be confirmed."""

    confirmed: int
    waiting: int


def followers() -> Followers:
    """What is kept of them now. One query."""
    counted = Follower.objects.aggregate(all=Count("pk"), confirmed=Count("confirmed_at"))
    return Followers(counted["confirmed"], counted["all"] - counted["confirmed"])
