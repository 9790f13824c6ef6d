"""The ASGI door."""

from __future__ import annotations

import os

from django.core.asgi import get_asgi_application

from jurisdictions.web.site.content_types import believing_async

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
# Who waits for a page is told soon that another writes; what waits in a queue can wait.
os.environ["LOCK_SECONDS"] = os.environ.get("LOCK_SECONDS") or "5"
application = believing_async(get_asgi_application())
