"""What the tracker asks for over the network: broker, mail server, and tools of the system."""

from __future__ import annotations

import smtplib
from collections.abc import Iterator
from shutil import which
from subprocess import run
from urllib.parse import urlsplit

from celery import Celery
from django.conf import settings
from django.core.mail import get_connection
from django.db import connection
from django.utils.module_loading import import_string
from kombu.exceptions import KombuError
from redis import Redis
from redis.exceptions import RedisError

from jurisdictions.operating.doctor.database import POSTGRESQL
from jurisdictions.operating.doctor.finding import Finding, error, note, warning

PATIENCE = 5
NEAR = {"localhost", "127.0.0.1", "::1"}


def of_broker() -> Iterator[Finding]:
    """Whether the broker takes a connection, and Redis keeps what it took."""
    app: Celery = import_string(settings.CELERY_APP)
    try:
        with app.connection_for_write(connect_timeout=PATIENCE) as asked:
            asked.ensure_connection(max_retries=1, timeout=PATIENCE)
    except (OSError, KombuError, RedisError) as wrong:
        yield error(
            "broker.away",
            f"The broker does not answer: {wrong}",
            "Jobs wait: nothing is published, mailed, checked or reported.",
            "Start Redis, or correct BROKER_URL.",
        )
        return
    if settings.BROKER_URL.startswith("redis"):
        yield from _of_redis()


def _of_redis() -> Iterator[Finding]:
    redis = Redis.from_url(settings.BROKER_URL, socket_timeout=PATIENCE)
    try:
        policy = redis.config_get("maxmemory-policy").get("maxmemory-policy", "noeviction")
        limit = int(redis.config_get("maxmemory").get("maxmemory") or 0)
    except RedisError:
        return
    if limit and policy != "noeviction":
        yield note(
            "redis.evicts",
            f"Redis throws away what it holds when it is full (maxmemory-policy {policy}).",
            "Jobs then wait for the sweep, and limits begin anew.",
            "Set maxmemory-policy noeviction, or give it more memory.",
        )


def of_mails() -> Iterator[Finding]:
    """Whether the mail server takes us; nothing is sent."""
    if not settings.EMAIL_URL:
        return
    parts = urlsplit(settings.EMAIL_URL)
    if parts.scheme == "smtp" and parts.hostname not in NEAR:
        yield warning(
            "mails.plain",
            f"Mails go to {parts.hostname} without encryption.",
            "Whoever is on the way reads links to set passwords.",
            "Write smtp+tls:// or smtps:// in EMAIL_URL.",
        )
    if settings.DEFAULT_FROM_EMAIL.endswith("@localhost>"):
        yield warning(
            "mails.from",
            "EMAIL_FROM is not set: mails are from tracker@localhost.",
            "Mail services refuse them.",
            "Set EMAIL_FROM to an address of your domain.",
        )
    try:
        server = get_connection(fail_silently=False, timeout=PATIENCE)
        server.open()
        server.close()
    except (OSError, smtplib.SMTPException) as wrong:
        yield error(
            "mails.away",
            f"The mail server does not take us: {wrong}",
            "Invitations, new passwords and news to followers do not arrive.",
            "Correct EMAIL_URL: host, port, user, password.",
        )


def of_tools() -> Iterator[Finding]:
    """Programs of the system that backups need with PostgreSQL, of the server's version."""
    if connection.vendor != POSTGRESQL:
        return
    if not (pg_dump := which("pg_dump")):
        yield error(
            "tools.pg_dump",
            "pg_dump is not installed.",
            "No backup of the database can be made.",
            "Install postgresql-client of the server's version.",
        )
        return
    said = run([pg_dump, "--version"], capture_output=True, text=True, check=False).stdout
    ours = int("".join(said.split()[2:3]).partition(".")[0] or 0)
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        theirs = int(cursor.fetchone()[0]) // 10_000
    if ours < theirs:
        yield error(
            "tools.pg_dump.old",
            f"pg_dump is of version {ours}, the server of version {theirs}.",
            "An older pg_dump refuses a newer server: no backup can be made.",
            f"Install postgresql-client-{theirs}.",
        )
