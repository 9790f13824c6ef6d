"""Redis as the broker: a worker outlives a Redis that dies while messages are worked at."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from kombu.transport import redis


class Deliveries(redis.QoS):
    """The messages that a channel was given and has not yet said to be done."""

    def restore_unacked(self, client: Any = None) -> Any:
        """Put them back into the queue, or forget them where the connection to it is gone.

        kombu 5.7 asks a closed connection for its host here, and Celery ends the worker over that
        (it goes on after a lost connection, not after an AttributeError). Nothing is lost: a job
        is a row, and its lease has it sent again.
        """
        if getattr(self.channel.connection, "client", None) is None:
            self._delivered = OrderedDict()
            return None
        return super().restore_unacked(client)


class Channel(redis.Channel):
    """As kombu's, with these deliveries."""

    QoS = Deliveries


class Transport(redis.Transport):
    """As kombu's, with this channel."""

    Channel = Channel
