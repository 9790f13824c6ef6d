"""Each way to misconfigure a tracker is found by the doctor, and named."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone
from urllib3 import HTTPHeaderDict

from jurisdictions.management.catalogues import compile_catalogues
from jurisdictions.models import Job, SourceFile
from jurisdictions.models.job import JobStatus
from jurisdictions.operating.doctor import database, examining, proxy, services
from jurisdictions.operating.doctor.addresses import of_addresses
from jurisdictions.operating.doctor.choices import of_choices
from jurisdictions.operating.doctor.database import of_database
from jurisdictions.operating.doctor.djangos import of_django
from jurisdictions.operating.doctor.finding import Finding, Level
from jurisdictions.operating.doctor.folders import of_evidence, of_folders
from jurisdictions.operating.doctor.work import of_backups, of_jobs, of_worker
from jurisdictions.operating.signs import BEAT, SWEEP, WORKER, folder, keep_touching, touch

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
SITE = "https://tracker.example.org"
IN_PUBLIC = {
    "ALLOWED_HOSTS": ["tracker.example.org"],
    "SITE_URL": SITE,
    "HTTPS": True,
    "PROXIES": 1,
}


def keys(found: Iterable[Finding]) -> set[str]:
    return {one.key for one in found}


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("hosts.any", {"ALLOWED_HOSTS": ["*"]}),
        ("hosts.near", {"ALLOWED_HOSTS": ["localhost", "127.0.0.1"]}),
        ("site_url.form", {"SITE_URL": "tracker.example.org"}),
        ("site_url.form", {"SITE_URL": f"{SITE}/tracker"}),
        ("site_url.host", {"SITE_URL": "https://other.example.org"}),
        ("site_url.scheme", {"SITE_URL": "http://tracker.example.org"}),
        ("site_url.scheme", {"HTTPS": False}),
        ("proxies.none", {"PROXIES": 0}),
        ("proxies.plain", {"HTTPS": False, "SITE_URL": ""}),
    ],
)
def test_names_https_and_proxies_that_do_not_fit_are_found(
    settings: Any, key: str, told: dict[str, Any]
) -> None:
    for name, value in IN_PUBLIC.items():
        setattr(settings, name, value)
    assert not keys(of_addresses())
    for name, value in told.items():
        setattr(settings, name, value)
    assert key in keys(of_addresses())


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("security.W009", {"SECRET_KEY": "short"}),
        ("security.W018", {"DEBUG": True}),
        ("security.W020", {"ALLOWED_HOSTS": []}),
        ("https.off", {"HTTPS": False}),
        ("tracker.E001", {"DEV_OUTBOX": True, "EMAIL_URL": "smtp://localhost"}),
        ("tracker.W001", {"EMAIL_URL": ""}),
        ("tracker.W002", {"SITE_URL": ""}),
        ("tracker.W003", {"WEB_WORKERS": 3}),
        ("tracker.W004", {"FETCH_TRIED_ORIGINS": ["http://127.0.0.1:9000"]}),
    ],
)
def test_what_django_checks_is_found_with_why_and_what_to_do(
    settings: Any, key: str, told: dict[str, Any]
) -> None:
    for name, value in told.items():
        setattr(settings, name, value)
    (one,) = [each for each in of_django() if each.key == key]
    assert one.why
    assert one.do


def test_without_https_that_alone_is_told_and_not_each_setting_of_it(settings: Any) -> None:
    settings.HTTPS = False
    assert not keys(of_django()) & {"security.W004", "security.W008", "security.W012"}
    settings.HTTPS = True
    assert keys(of_django()) >= {"security.W004", "security.W008", "security.W012"}


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("web_workers.many", {"WEB_WORKERS": 10_000}),
        ("watching.nameless", {"WATCHING": True, "SITE_URL": ""}),
        ("watching.hasty", {"WATCHING": True, "FETCH_PAUSE_SECONDS": 0.1}),
        ("operator.unnamed", {"OPERATOR": {"name": "", "email": "a@example.org", "address": ""}}),
        ("source_url.none", {"HTTPS": True, "SOURCE_URL": ""}),
        ("fonts.none", {"BASE_DIR": Path("/nowhere")}),
    ],
)
def test_choices_that_are_seldom_wise_are_found(
    settings: Any, key: str, told: dict[str, Any]
) -> None:
    settings.OPERATOR = {"name": "A", "email": "a@example.org", "address": ""}
    settings.SITE_URL, settings.FETCH_PAUSE_SECONDS = SITE, 2
    assert not keys(of_choices())
    for name, value in told.items():
        setattr(settings, name, value)
    assert key in keys(of_choices())


@pytest.fixture
def data_dir(tmp_path: Path, settings: Any) -> Path:
    """A DATA_DIR in order: built, private, with room."""
    settings.DATA_DIR = tmp_path / "data"
    settings.DATA_DIR.mkdir(mode=0o750)
    settings.LOCALE_PATHS = [tmp_path / "locale"]
    compile_catalogues(settings.CATALOGUE_SOURCES, tmp_path / "locale")
    return settings.DATA_DIR


def of_a_disk(data_dir: Path) -> set[str]:
    return keys(of_folders()) - {"account.root"}


def test_a_folder_in_order_has_no_findings(data_dir: Path) -> None:
    assert not of_a_disk(data_dir)


def test_static_files_and_catalogs_that_are_not_built_are_found(
    data_dir: Path, settings: Any, tmp_path: Path
) -> None:
    hashed = {"BACKEND": "tracker.storage.HashedStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": hashed}
    settings.STATIC_ROOT = tmp_path / "static"
    assert of_a_disk(data_dir) == {"static.unbuilt"}
    settings.STATIC_ROOT.mkdir()
    (settings.STATIC_ROOT / "staticfiles.json").write_text("{}")
    catalog = tmp_path / "locale" / "es" / "LC_MESSAGES" / "django.mo"
    os.utime(catalog, (0, 0))
    assert of_a_disk(data_dir) == {"catalogs.behind"}
    catalog.unlink()
    assert of_a_disk(data_dir) == {"catalogs.behind"}


def test_a_folder_that_cannot_be_written_is_found(data_dir: Path) -> None:
    (data_dir / "health").write_text("a file where a folder should be")
    assert of_a_disk(data_dir) == {"data_dir.unwritable"}


def disk(**told: int) -> Callable[[object], SimpleNamespace]:
    roomy = {"f_bavail": 10**9, "f_frsize": 4096, "f_files": 10**6, "f_favail": 10**6}
    return lambda path: SimpleNamespace(**{**roomy, **told})


@pytest.mark.parametrize(("left", "level"), [(10, Level.ERROR), (10**6, Level.WARNING)])
def test_a_disk_that_is_nearly_full_is_found(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch, left: int, level: Level
) -> None:
    monkeypatch.setattr(os, "statvfs", disk(f_bavail=left, f_frsize=1_000))
    assert [one.level for one in of_folders() if one.key == "data_dir.full"] == [level]


def test_a_disk_without_file_numbers_is_found(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "statvfs", disk(f_favail=3))
    assert of_a_disk(data_dir) == {"data_dir.inodes"}


def test_a_key_and_a_database_that_everybody_may_read_are_found(data_dir: Path) -> None:
    for name in ("secret-key", "tracker.sqlite3"):
        (data_dir / name).write_text("")
        (data_dir / name).chmod(0o644)
    assert not of_a_disk(data_dir)
    data_dir.chmod(0o755)
    assert of_a_disk(data_dir) == {
        "data_dir.readable.secret-key",
        "data_dir.readable.tracker.sqlite3",
    }


def test_running_as_root_is_noted(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert "account.root" in keys(of_folders())
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert "account.root" not in keys(of_folders())


def test_workers_and_clocks_are_counted_by_their_signs(data_dir: Path) -> None:
    now = datetime.now(UTC)
    assert keys(of_worker(now)) == {"worker.none"}
    keep_touching(WORKER)
    assert keys(of_worker(now)) == {"beat.none"}
    touch(f"{BEAT}-one")
    assert keys(of_worker(now)) == {"sweep.late"}
    touch(SWEEP)
    assert not keys(of_worker(now))
    touch(f"{BEAT}-two")
    (two,) = of_worker(now)
    assert two.key == "beat.several"
    assert f"{BEAT}-one, {BEAT}-two" in two.what


def test_signs_that_are_old_are_no_signs(data_dir: Path) -> None:
    for name in (f"{WORKER}-one", f"{BEAT}-one", SWEEP):
        touch(name)
        os.utime(folder() / name, (0, 0))
    assert keys(of_worker(datetime.now(UTC))) == {"worker.none"}
    keep_touching(WORKER)
    assert not (folder() / f"{BEAT}-one").exists()


def test_backups_that_are_none_late_inside_or_beside_their_keys_are_found(
    data_dir: Path, settings: Any, tmp_path: Path
) -> None:
    settings.BACKUP_TO, settings.BACKUP_HOURS = None, 24
    assert keys(of_backups(NOW)) == {"backups.none"}
    settings.BACKUP_TO = tmp_path / "backups"
    assert keys(of_backups(NOW)) == {"backups.overdue"}
    made = settings.BACKUP_TO / "tracker-20261127T010000Z"
    made.mkdir(parents=True)
    (made / "manifest.json").write_text("{}")
    assert not keys(of_backups(NOW))
    assert keys(of_backups(NOW + timedelta(days=3))) == {"backups.overdue"}
    (settings.BACKUP_TO / "secrets").mkdir()
    assert keys(of_backups(NOW)) == {"backups.secrets"}
    settings.BACKUP_TO = data_dir / "backups"
    assert keys(of_backups(NOW)) == {"backups.overdue", "backups.inside"}


def test_a_folder_of_backups_that_cannot_be_written_is_found(
    data_dir: Path, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.BACKUP_TO = tmp_path / "backups"
    monkeypatch.setattr(os, "access", lambda path, how: False)
    assert "backups.unwritable" in keys(of_backups(NOW))


def test_a_broker_that_is_away_is_found(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not keys(services.of_broker())

    def away(**told: Any) -> Any:
        raise OSError("Connection refused")

    app = SimpleNamespace(connection_for_write=away)
    monkeypatch.setattr(services, "import_string", lambda name: app)
    assert keys(services.of_broker()) == {"broker.away"}


def test_a_redis_that_throws_away_is_noted(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.BROKER_URL = "redis://localhost/0"
    kept = {"maxmemory-policy": "allkeys-lru", "maxmemory": "1000000"}
    redis = SimpleNamespace(config_get=lambda name: kept)
    monkeypatch.setattr(services.Redis, "from_url", lambda *told, **more: redis)
    assert keys(services.of_broker()) == {"redis.evicts"}
    kept["maxmemory-policy"] = "noeviction"
    assert not keys(services.of_broker())


def test_a_mail_server_that_does_not_answer_or_listens_to_all_is_found(settings: Any) -> None:
    settings.EMAIL_URL = ""
    assert not keys(services.of_mails())
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.DEFAULT_FROM_EMAIL = "Tracker <tracker@localhost>"
    with socket.create_server(("127.0.0.1", 0)) as closed:
        settings.EMAIL_HOST, settings.EMAIL_PORT = closed.getsockname()
    settings.EMAIL_URL = "smtp+tls://localhost"
    assert keys(services.of_mails()) == {"mails.from", "mails.away"}
    settings.EMAIL_URL = "smtp://mail.example.org"
    assert "mails.plain" in keys(services.of_mails())


def answering(**told: Any) -> Callable[..., Any]:
    headers = HTTPHeaderDict(told.pop("headers", {}))
    return lambda *given, **more: SimpleNamespace(
        request=lambda method, url, **rest: SimpleNamespace(
            status=told.get("status", 200), headers=headers
        )
    )


GOOD = {
    "Strict-Transport-Security": "max-age=31536000",
    "Date": "Fri, 27 Nov 2026 12:00:00 GMT",
    "Location": "https://tracker.example.org/es/",
}


@pytest.fixture
def public(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    for name, value in IN_PUBLIC.items():
        setattr(settings, name, value)
    monkeypatch.setattr(proxy, "_of_certificate", lambda now: ())
    monkeypatch.setattr(proxy.urllib3, "PoolManager", answering(headers=GOOD))
    return monkeypatch


def test_a_certificate_that_ends_soon_is_found(settings: Any, monkeypatch: Any) -> None:
    settings.SITE_URL = SITE
    ends = {"notAfter": "Dec  1 12:00:00 2026 GMT"}
    secure = nullcontext(SimpleNamespace(getpeercert=lambda: ends))
    context = SimpleNamespace(wrap_socket=lambda plain, server_hostname: secure)
    monkeypatch.setattr(proxy.ssl, "create_default_context", lambda: context)
    monkeypatch.setattr(proxy.socket, "create_connection", lambda where, timeout: nullcontext(None))
    (found,) = proxy._of_certificate(NOW)
    assert found.what == "The certificate ends in 4 days."
    ends["notAfter"] = "Feb  1 12:00:00 2027 GMT"
    assert not list(proxy._of_certificate(NOW))


def test_a_web_server_in_order_has_no_findings(public: pytest.MonkeyPatch) -> None:
    assert not keys(proxy.of_proxy(NOW))


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("proxy.loop", {"status": 301, "headers": {**GOOD, "Location": f"{SITE}/"}}),
        ("proxy.refused", {"status": 502}),
        ("proxy.refused", {"status": 400}),
        ("proxy.hsts", {"headers": {}}),
        ("proxy.clock", {"headers": {**GOOD, "Date": "Fri, 27 Nov 2026 11:00:00 GMT"}}),
        ("proxy.plain", {"headers": {**GOOD, "Location": ""}}),
    ],
)
def test_what_a_web_server_says_wrongly_is_found(
    public: pytest.MonkeyPatch, key: str, told: dict[str, Any]
) -> None:
    public.setattr(proxy.urllib3, "PoolManager", answering(**told))
    assert key in keys(proxy.of_proxy(NOW))


@pytest.mark.parametrize(
    ("key", "raised"),
    [
        ("proxy.away", proxy.HTTPError("Name or service not known")),
        ("proxy.certificate", proxy.SSLError("certificate has expired")),
    ],
)
def test_a_public_address_that_does_not_answer_is_found(
    public: pytest.MonkeyPatch, key: str, raised: Exception
) -> None:
    def away(*told: Any, **more: Any) -> Any:
        raise raised

    asked = SimpleNamespace(request=away)
    public.setattr(proxy.urllib3, "PoolManager", lambda *told, **more: asked)
    assert keys(proxy.of_proxy(NOW)) == {key}


@pytest.mark.django_db
@pytest.mark.usefixtures("migrated")
def test_a_database_in_order_lacks_editions_alone(settings: Any) -> None:
    assert keys(of_database(timezone.now, 2)) <= {"editions.none", "sqlite.journal"}


@pytest.mark.django_db
@pytest.mark.usefixtures("migrated", "empty_record")
def test_a_record_without_an_edition_is_found() -> None:
    assert "editions.none" in keys(of_database(timezone.now, 2))


@pytest.mark.django_db
@pytest.mark.usefixtures("migrated")
def test_migrations_that_wait_and_those_of_newer_code_are_found() -> None:
    recorder = MigrationRecorder(connection)
    recorder.record_applied("jurisdictions", "9999_of_the_future")
    assert "database.ahead" in keys(of_database(timezone.now, 2))
    recorder.record_unapplied("jurisdictions", "9999_of_the_future")
    ((_app, newest),) = MigrationLoader(connection).graph.leaf_nodes("jurisdictions")
    recorder.record_unapplied("jurisdictions", newest)
    assert "database.behind" in keys(of_database(timezone.now, 2))


def test_a_database_that_is_away_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr(connection, "ensure_connection", away)
    (found,) = of_database(lambda: NOW, 2)
    assert found.key == "database.away"
    assert "connection refused" in found.what


IN_ORDER = {
    "SHOW server_encoding": ("UTF8",),
    "SELECT datcollversion": ("153.120", "153.120"),
    "SELECT clock_timestamp": (NOW,),
    "SHOW max_connections": ("100",),
    "PRAGMA journal_mode": ("wal",),
    "PRAGMA quick_check": ("ok",),
}


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("postgresql.encoding", {"SHOW server_encoding": ("SQL_ASCII",)}),
        ("postgresql.collation", {"SELECT datcollversion": ("153.112", "153.120")}),
        ("clock.apart", {"SELECT clock_timestamp": (NOW - timedelta(minutes=1),)}),
        ("postgresql.connections", {"SHOW max_connections": ("15",)}),
        ("sqlite.journal", {"PRAGMA journal_mode": ("delete",)}),
        ("sqlite.damaged", {"PRAGMA quick_check": ("row 3 missing from index",)}),
    ],
)
def test_what_a_database_says_of_itself_is_judged(
    monkeypatch: pytest.MonkeyPatch, key: str, told: dict[str, Any]
) -> None:
    says = dict(IN_ORDER)
    monkeypatch.setattr(
        database, "_row", lambda sql: next(says[one] for one in says if sql.startswith(one))
    )
    looks = (lambda: database._of_postgresql(lambda: NOW, 2), database._of_sqlite)
    assert not [one for look in looks for one in look()]
    says.update(told)
    assert [one.key for look in looks for one in look()] == [key]


def test_a_doctor_that_is_slow_takes_no_clock_for_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was looked at before, and the question itself, take time of which the clocks know."""
    passed = iter(NOW + timedelta(seconds=seconds) for seconds in (0, 10, 20, 30))
    monkeypatch.setattr(
        database,
        "_row",
        lambda sql: next(
            (next(passed),) if "clock" in one else IN_ORDER[one]
            for one in IN_ORDER
            if sql.startswith(one)
        ),
    )
    assert list(database._of_postgresql(lambda: next(passed), 2)) == []


@pytest.mark.django_db
@pytest.mark.usefixtures("migrated")
def test_the_server_itself_is_understood() -> None:
    """On PostgreSQL every question is put to the server; a test's SQLite may lie in memory."""
    found = keys(of_database(lambda: timezone.now() - timedelta(minutes=1), 1_000))
    asked = {"clock.apart", "postgresql.connections"}
    assert found & asked == (asked if connection.vendor == "postgresql" else set())


@pytest.mark.parametrize(("version", "key"), [("", "tools.pg_dump"), ("14.1", "tools.pg_dump.old")])
def test_a_pg_dump_that_is_lacking_or_older_than_the_server_is_found(
    monkeypatch: pytest.MonkeyPatch, version: str, key: str
) -> None:
    server = SimpleNamespace(
        vendor="postgresql",
        cursor=lambda: nullcontext(
            SimpleNamespace(execute=lambda sql: None, fetchone=lambda: ("150004",))
        ),
    )
    monkeypatch.setattr(services, "connection", server)
    monkeypatch.setattr(services, "which", lambda name: version and "/usr/bin/pg_dump")
    said = SimpleNamespace(stdout=f"pg_dump (PostgreSQL) {version}")
    monkeypatch.setattr(services, "run", lambda *told, **more: said)
    assert keys(services.of_tools()) == {key}
    said.stdout = "pg_dump (PostgreSQL) 15.4 (Debian 15.4-1)"
    assert not version or not keys(services.of_tools())


@pytest.mark.django_db
@pytest.mark.usefixtures("migrated")
def test_jobs_that_wait_for_long_or_failed_are_found() -> None:
    Job.objects.all().delete()
    assert not keys(of_jobs(NOW))
    asked = {"asked_at": NOW - timedelta(hours=1), "asked_by": "the tests"}
    Job.objects.create(kind="publish", lease_until=NOW, **asked)
    ended = {"status": JobStatus.FAILED, "finished_at": NOW, "error": "it broke"}
    Job.objects.create(kind="mail", **ended, **asked)
    found = {one.key: one for one in of_jobs(NOW)}
    assert "waited for 60 minutes" in found["jobs.wait"].what
    assert "mail: 1" in found["jobs.failed"].what


@pytest.mark.django_db
@pytest.mark.usefixtures("migrated")
def test_evidence_that_is_not_on_the_disk_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        SourceFile.objects,
        "filter",
        lambda **told: SimpleNamespace(values_list=lambda *names, flat: ["ab" * 32]),
    )
    (found,) = of_evidence()
    assert found.what.startswith("1 of 1 files")


def test_what_cannot_be_looked_at_is_told_beside_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks() -> Any:
        raise RuntimeError("unthought of")

    monkeypatch.setattr(examining, "of_choices", breaks)
    for name in ("of_broker", "of_mails", "of_database", "of_jobs", "of_evidence", "of_tools"):
        monkeypatch.setattr(examining, name, lambda *told: ())
    found = examining.examine(timezone.now)
    assert {"choices.unseen", "backups.none"} <= keys(found)


@pytest.mark.parametrize("level", sorted(Level))
def test_the_command_ends_with_the_worst_it_found(
    monkeypatch: pytest.MonkeyPatch, level: Level
) -> None:
    found = [Finding(level, "a.key", "What.", "Because.", "That.")]
    monkeypatch.setattr("jurisdictions.management.commands.doctor.examine", lambda clock: found)
    out, ended = StringIO(), 0
    try:
        call_command("doctor", "--json", stdout=out)
    except SystemExit as status:
        ended = int(str(status.code))
    assert ended == level
    assert json.loads(out.getvalue()) == {
        "level": level.name.lower(),
        "key": "a.key",
        "what": "What.",
        "why": "Because.",
        "do": "That.",
    }
