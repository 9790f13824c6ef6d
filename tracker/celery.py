"""The Celery app: jobs run outside the request, on the filesystem broker or on Redis."""

from __future__ import annotations

import os

from celery import Celery
from celery.signals import beat_init, worker_ready

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
app = Celery("tracker")
app.config_from_object("tracker.celeryconfig")
app.autodiscover_tasks(["jurisdictions"])


@worker_ready.connect
def _worker_is_there(**_told: object) -> None:
    """From here on the worker gives signs of life."""
    from jurisdictions.operating.signs import WORKER, keep_touching

    keep_touching(WORKER)


@beat_init.connect
def _beat_is_there(**_told: object) -> None:
    """The clock too, in whichever process it is."""
    from jurisdictions.operating.signs import BEAT, keep_touching

    keep_touching(BEAT)
