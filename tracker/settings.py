"""Django settings; what differs between places comes from the environment (see docs/running.md)."""

from __future__ import annotations

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from tracker.account_settings import *  # noqa: F403
from tracker.environment import (
    BASE_DIR,
    count,
    data_dir,
    flag,
    networks,
    number,
    one_of,
    secret_key,
    words,
)
from tracker.mail_settings import *  # noqa: F403
from tracker.static_headers import add_headers

# Workbooks of strangers are read through defusedxml, which openpyxl passes over for lxml if it may.
os.environ["OPENPYXL_LXML"] = "False"

DATA_DIR = data_dir()
SECRET_KEY = secret_key(DATA_DIR)
# Keys from before: what they signed or locked away still opens.
SECRET_KEY_FALLBACKS = words("SECRET_KEY_FALLBACKS", "")
DEBUG = flag("DEBUG")
ALLOWED_HOSTS = words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
SITE_URL = os.environ.get("SITE_URL", "").rstrip("/")
HTTPS = flag("HTTPS")
# Links in mails that a worker sends, where no request tells the host.
MAIL_SITE_URL = SITE_URL or os.environ.get("MAIL_SITE_URL") or "http://127.0.0.1:8000"

INSTALLED_APPS = [
    "tracker.apps.TrackerAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django_filters",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "leaflet",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "csp",
    "jurisdictions",
]

MIDDLEWARE = [
    # Before what only documents have to say: a page loads sixty scripts and styles.
    "tracker.static_files.StaticFilesMiddleware",
    "jurisdictions.web.site.numbered.NumberedRequestsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "jurisdictions.web.site.device.DevicePolicyMiddleware",
    "jurisdictions.web.site.program.ProgramInAddressMiddleware",
    "jurisdictions.web.site.kept.middleware.KeptAnswersMiddleware",
    "jurisdictions.web.site.compression.TextPackingMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "jurisdictions.web.site.language.PathLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "jurisdictions.web.site.cleaned.CleanAddressMiddleware",
    "jurisdictions.web.account.caching.UncachedAccountsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "jurisdictions.web.site.kept.away.DatabaseAwayMiddleware",
    "jurisdictions.web.site.busy.BusyMiddleware",
]

ROOT_URLCONF = "tracker.urls"
WSGI_APPLICATION = "tracker.wsgi.application"
ASGI_APPLICATION = "tracker.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "jurisdictions.web.account.page.account_frame",
            ],
        },
    }
]

# How long a writer waits for another; the web waits less, see wsgi.py.
LOCK_SECONDS = number("LOCK_SECONDS", 60)
# SQLite as tried under load: a write takes the lock at once and waits for it (docs/decisions).
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": LOCK_SECONDS,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-4000;",
}
DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL") or f"sqlite:///{DATA_DIR / 'tracker.sqlite3'}",
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file that vanished is not made anew, empty.
    DATABASES["default"] |= {"ENGINE": "tracker.sqlite", "OPTIONS": SQLITE_OPTIONS}
else:
    # A server that is away is noticed in seconds, not when the network gives up.
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        {"connect_timeout": 3, "tcp_user_timeout": 10_000}
    )
    DATABASES["default"]["OPTIONS"]["options"] = " ".join(
        filter(
            None,
            (
                DATABASES["default"]["OPTIONS"].get("options", ""),
                f"-c lock_timeout={round(LOCK_SECONDS * 1000)}",
            ),
        )
    )
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]
# The catalogues in `locale` are compiled into DATA_DIR: nothing is written beside the code.
CATALOGUE_SOURCES = BASE_DIR / "locale"
LOCALE_PATHS = [DATA_DIR / "locale"]
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False
FORMAT_MODULE_PATH = ["tracker.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "tracker.storage.HashedStorage"
    },
}
# What our pages load of other packages' files: compressed ahead like our own.
PRECOMPRESS_ALSO = ["leaflet/leaflet.css", "leaflet/leaflet.js"]
# The schema browser that no page of ours shows: hashing its bundle takes longer than all the rest.
NOT_COLLECTED = ["redoc"]
MEDIA_ROOT = DATA_DIR / "files"
WHITENOISE_MAX_AGE = 60
# Nothing but our own pages loads them.
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_ADD_HEADERS_FUNCTION = add_headers

# Files in DATA_DIR by default, `redis://host/0` in production.
BROKER_URL = os.environ.get("BROKER_URL") or "filesystem://"
CACHES = {
    "default": {
        "BACKEND": "tracker.file_cache.FileCache",
        "LOCATION": DATA_DIR / "cache",
    },
    # Every limit counts here: shared while Redis answers, else each web process for itself.
    "limits": {
        "BACKEND": "tracker.limits_cache.LimitsCache",
        "LOCATION": BROKER_URL,
        "KEY_PREFIX": "tracker-limits",
    }
    if BROKER_URL.startswith(("redis://", "rediss://"))
    else {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "limits",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "jurisdictions.web.site.csrf_failure.csrf_failure"
CSRF_TRUSTED_ORIGINS = words("CSRF_TRUSTED_ORIGINS", SITE_URL if SITE_URL else "")
if HTTPS:
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True

# No tiles: the default is a third party's server.
LEAFLET_CONFIG: dict[str, list[str]] = {"TILES": []}

REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["jurisdictions.api.rendering.PlainJSONRenderer"],
    "DEFAULT_PARSER_CLASSES": [],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    # `format=` is no parameter: the Accept header alone decides.
    "URL_FORMAT_OVERRIDE": None,
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "jurisdictions.api.problems.problem_response",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Tracker API",
    "VERSION": "1",
    "DESCRIPTION": _(
        "Where every jurisdiction stood under a federal program, on any day, and why."
    ),
    "LICENSE": {"name": "CC0-1.0", "url": "https://creativecommons.org/publicdomain/zero/1.0/"},
    "SERVE_INCLUDE_SCHEMA": False,
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    # The one address that writes; tokens are made on the page of one's account.
    "APPEND_COMPONENTS": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    "POSTPROCESSING_HOOKS": [
        "jurisdictions.api.schema.name_vocabularies",
        "jurisdictions.api.schema.say_that_empty_is_absent",
        "jurisdictions.api.leads.say_where_answers_lead",
    ],
    # In the order of urls.py: the nation, every place, one place.
    "SORT_OPERATIONS": False,
    "SORT_OPERATION_PARAMETERS": False,
    # Fields called `kind`: of a place, of a fact, of an agency; models alone and in a list.
    "ENUM_NAME_OVERRIDES": {
        "BasisEnum": "jurisdictions.api.shapes.BASES",
        "PlaceKindEnum": "jurisdictions.api.shapes.PLACE_KINDS",
        "FactKindEnum": "jurisdictions.api.shapes.FACT_KINDS",
        "AgencyReachEnum": "jurisdictions.api.agency_shapes.AGENCY_REACHES",
        "AgencyKindEnum": "jurisdictions.api.agency_shapes.AGENCY_KINDS",
        "AgreementModelEnum": "jurisdictions.api.agency_shapes.MODELS",
    },
}

# How often one network may ask the API in a window, and the proxies of ours before the web process.
API_REQUESTS = int(number("API_REQUESTS", 600))
API_WINDOW_SECONDS = 60
# How often one token may be used in that window to propose, or to see what became of it.
TOKEN_REQUESTS = int(number("TOKEN_REQUESTS", 60))
# Who may decide on their own proposals: nobody, who is the only reviewer there (alone), reviewers.
OWN_REVIEWS = one_of("OWN_REVIEWS", ("nobody", "alone", "reviewers"))
# How many messages of the public (tips, replies) one network may send in an hour.
PUBLIC_MESSAGES = int(number("PUBLIC_MESSAGES", 10))
PROXIES = count("PROXIES", 1 if HTTPS else 0)

CELERY_APP = "tracker.celery.app"
# For so long a mail to somebody who keeps the record gathers what else there is to tell them.
MAILS_GATHER_SECONDS = 60 * number("MAILS_GATHER_MINUTES", 5)
WEB_WORKERS = int(number("WEB_WORKERS", 2))
# A worker that is silent for this long has died; the sweep looks this often.
JOB_LEASE_SECONDS = number("JOB_LEASE_SECONDS", 30)
SWEEP_SECONDS = number("SWEEP_SECONDS", 10)

# Pictures, bulk reports and data packages that were made are kept in DATA_DIR within these
# bytes, oldest out first.
MEGABYTE = 1_000_000
# Answers of what is published, served without the database; 0 keeps none.
ANSWERS_QUOTA = count("ANSWERS_MEGABYTES", 500) * MEGABYTE
# How long after a change a busy process gives who comes what was kept before; 0: never.
OLDER_ANSWERS_SECONDS = count("OLDER_ANSWERS_SECONDS", 600)
# What counts an answer that is given from there against the limit of its network.
COUNTED_ANSWERS = {"/api/": "jurisdictions.api.throttle.admit"}
# What the worker has made ahead whenever what stands changed.
MAKE_AHEAD = "jurisdictions.web.ahead.make.make_ahead"
NOTHING_AHEAD = flag("NOTHING_AHEAD")
MAPS_QUOTA = int(number("MAPS_MEGABYTES", 100) * MEGABYTE)
PICTURES_QUOTA = int(number("PICTURES_MEGABYTES", 200) * MEGABYTE)
REPORTS_QUOTA = int(number("REPORTS_MEGABYTES", 4_000) * MEGABYTE)
PACKAGES_QUOTA = int(number("PACKAGES_MEGABYTES", 500) * MEGABYTE)
# Uploaded files of facts lie here until they are proposed, or for so many days.
UPLOADS_ROOT = DATA_DIR / "uploads"
UPLOADS_DAYS = int(number("UPLOADS_DAYS", 30))
# Where the worker backs up to (nowhere without it), how often, and how many backups stay.
BACKUP_TO = Path(os.environ["BACKUP_TO"]) if os.environ.get("BACKUP_TO") else None
# The secret key that signs what is frozen: outside DATA_DIR, which backups and copies hold.
FREEZE_KEY = os.environ.get("FREEZE_KEY", "")
BACKUP_HOURS = number("BACKUP_HOURS", 24)
BACKUP_KEEP = count("BACKUP_KEEP", 14)
# What was written at the desk and not sent is kept for so many days.
DRAFTS_DAYS = int(number("DRAFTS_DAYS", 30))
# Files of sources: the most that one may have, that one person's may have together while no
# reviewer has shown them, and all of them.
EVIDENCE_FILE_BYTES = int(number("EVIDENCE_FILE_MEGABYTES", 10) * MEGABYTE)
EVIDENCE_PERSON_BYTES = int(number("EVIDENCE_PERSON_MEGABYTES", 200) * MEGABYTE)
EVIDENCE_BYTES = int(number("EVIDENCE_MEGABYTES", 5_000) * MEGABYTE)
FILE_UPLOAD_HANDLERS = [
    "jurisdictions.web.desk.uploads.size.SizeLimit",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
# Sources that somebody watches are looked at by the worker only where the operator says so.
WATCHING = flag("WATCHING")
# Between two requests to one host; origins inside that may be fetched all the same, for trying out;
# networks of the operator's besides those that are private by their numbers.
FETCH_PAUSE_SECONDS = number("FETCH_PAUSE_SECONDS", 2)
FETCH_TRIED_ORIGINS = words("FETCH_TRIED_ORIGINS", "")
FETCH_INSIDE = networks("FETCH_INSIDE")
# How many bulk jobs of the nation may wait or run at once (of states ten times as many), how many
# of one network, and the processes that typeset one.
REPORTS_OPEN_MOST = int(number("REPORTS_OPEN_MOST", 4))
REPORTS_OWN_MOST = int(number("REPORTS_OWN_MOST", 2))
REPORT_PROCESSES = int(number("REPORT_PROCESSES", os.cpu_count() or 1))

# Lines for who reads along, or for programs; a line for each request only where it is asked for.
LOG_FORMAT = one_of("LOG_FORMAT", ("plain", "json"))
LOG_REQUESTS = flag("LOG_REQUESTS")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"numbered": {"()": "jurisdictions.operating.logs.lines.Numbered"}},
    "formatters": {
        "plain": {"()": "jurisdictions.operating.logs.lines.PlainLines"},
        "json": {"()": "jurisdictions.operating.logs.lines.JsonLines"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": LOG_FORMAT,
            "filters": ["numbered"],
        }
    },
    "root": {"handlers": ["console"], "level": os.environ.get("LOG_LEVEL") or "WARNING"},
    "loggers": {
        # It warns of every request that waits for a thread.
        "waitress.queue": {"level": "ERROR"},
        "tracker.requests": {"level": "INFO"},
    },
}
# Numbers for Prometheus: on a port of this machine, or at /metrics for who has the token.
METRICS_HOST = os.environ.get("METRICS_HOST") or "127.0.0.1"
METRICS_PORT = count("METRICS_PORT", 0)
METRICS_TOKEN = os.environ.get("METRICS_TOKEN", "")

# Who runs this tracker: shown on /about/; each may be left empty and is then not claimed.
OPERATOR = {
    "name": os.environ.get("OPERATOR_NAME", ""),
    "email": os.environ.get("OPERATOR_EMAIL", ""),
    "address": os.environ.get("OPERATOR_ADDRESS", ""),
}
# Where the code of this very version is offered, as its licence asks (AGPL, section 13).
SOURCE_URL = os.environ.get("SOURCE_URL", "")
DEFAULT_PROGRAM = os.environ.get("PROGRAM") or "secure-communities"
