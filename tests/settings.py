"""The settings under test: as shipped, but with a folder of their own and plain static files."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_scratch = Path(tempfile.mkdtemp(prefix="tracker-tests-"))
atexit.register(shutil.rmtree, _scratch, ignore_errors=True)
os.environ["DATA_DIR"] = str(_scratch)
# Playwright keeps an event loop in the main thread, where Django would refuse the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
for _name in (
    *("DEBUG", "HTTPS", "ALLOWED_HOSTS", "SITE_URL", "SECRET_KEY", "SECRET_KEY_FALLBACKS"),
    *("PROGRAM", "EMAIL_URL", "EMAIL_FROM", "DEV_OUTBOX", "MAIL_SITE_URL"),
    *("WATCHING", "FETCH_INSIDE", "FETCH_TRIED_ORIGINS", "FETCH_PAUSE_SECONDS"),
):
    os.environ.pop(_name, None)

from tracker.settings import *  # noqa: E402, F403
from tracker.settings import STATIC_ROOT, STORAGES  # noqa: E402

# Hashed names need a collectstatic; here files are found where they lie.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
STATIC_ROOT.mkdir()

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "limits": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "limits",
    },
}
# What one test read must not answer another; those of kept answers run servers of their own.
ANSWERS_QUOTA = 0
# Tests ask more often than any reader may; those of the limit set their own.
API_REQUESTS = 1_000_000
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Mails go to each test's own outbox: whoever asks to follow may.
MAILS_ARRIVE = True
# Between two requests to a test's own server nobody need wait.
FETCH_PAUSE_SECONDS = 0.001
