"""The broker on Redis: a worker that lost it says what it could not put back, and goes on."""

from __future__ import annotations

import runpy
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from kombu.transport import TRANSPORT_ALIASES, get_transport_cls, redis

from tracker.redis_broker import Channel, Deliveries, Transport


@pytest.mark.parametrize("connection", [SimpleNamespace(client=None), None])
def test_a_channel_whose_connection_is_gone_is_closed_without_a_word(connection: Any) -> None:
    deliveries = Deliveries(SimpleNamespace(connection=connection, do_restore=True))
    delivered: Any = deliveries._delivered
    delivered["7"] = "a job"
    deliveries.restore_unacked_once()
    assert not deliveries._delivered


def test_kombus_own_would_end_the_worker_there() -> None:
    """Once this fails, kombu needs no mending any more and tracker/redis_broker.py can go."""
    gone = SimpleNamespace(connection=SimpleNamespace(client=None))
    channels: Any = redis.Channel
    with pytest.raises(AttributeError, match="hostname"):
        channels._connparams(gone)


def test_what_a_living_connection_was_given_is_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    put_back = []
    monkeypatch.setattr(redis.QoS, "restore_unacked", lambda one, _to: put_back.append(one))
    connection = SimpleNamespace(client="redis://localhost")
    living = SimpleNamespace(connection=connection, do_restore=False)
    deliveries = Deliveries(living)
    deliveries.restore_unacked()
    assert put_back == [deliveries]


@pytest.mark.parametrize("scheme", ["redis", "rediss"])
def test_a_tracker_on_redis_has_it(
    scheme: str, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(TRANSPORT_ALIASES, "redis", "")
    monkeypatch.setitem(TRANSPORT_ALIASES, "rediss", "")
    settings.BROKER_URL = f"{scheme}://localhost/0"
    runpy.run_path(str(Path(settings.BASE_DIR) / "tracker" / "celeryconfig.py"))
    monkeypatch.setattr("kombu.transport._transport_cache", {})
    found: Any = get_transport_cls(scheme)
    assert found is Transport
    assert (Transport.Channel, Channel.QoS) == (Channel, Deliveries)
