"""The Celery app: jobs run outside the request, on the filesystem broker or on Redis."""

from __future__ import annotations

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
app = Celery("tracker")
app.config_from_object("tracker.celeryconfig")
app.autodiscover_tasks(["jurisdictions"])
