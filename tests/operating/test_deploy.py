"""What `deploy/` holds names settings, commands and versions that there are."""

from __future__ import annotations

import configparser
import re
import shlex
import subprocess
import sys
import tomllib
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.core.management import get_commands

from jurisdictions.management.address import BACKLOG
from jurisdictions.operating.doctor.finding import Level

ROOT = Path(settings.BASE_DIR)
DEPLOY = ROOT / "deploy"
NAMES = re.compile(r"`([A-Z_]+)`")
READ = re.compile(
    r"(?:environ(?:ment)?(?:\.get)?[\[(]|(?:flag|number|count|one_of|words|networks)\()\s*\"([A-Z_]+)\""
)
OWN = {"MAIL_SITE_URL", "OPENPYXL_LXML"}
"""What `runlocal` tells the processes that it starts, and the settings a library it reads with."""
SYSTEMD = {"LISTEN_PID", "LISTEN_FDS"}
UNITS = sorted((DEPLOY / "systemd").iterdir())
SERVICES = [unit for unit in UNITS if unit.suffix == ".service"]
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
OURS = {name: one for name, one in COMPOSE["services"].items() if one.get("image") == "tracker"}
DOCKERFILE = (DEPLOY / "Dockerfile").read_text()


def documented() -> set[str]:
    """The settings that a table of the documents has a row for."""
    texts = [(ROOT / name).read_text() for name in ("docs/running.md", "README.md")]
    lines = [line for text in texts for line in text.splitlines()]
    rows = [re.match(r"\| ((?:`[A-Z_]+`(?:, )?)+) \|", line) for line in lines]
    return {name for row in rows if row for name in NAMES.findall(row[1])}


def settings_read() -> set[str]:
    """The settings that the code reads from the environment."""
    rooms = (ROOT / "tracker", ROOT / "jurisdictions")
    files = [file for room in rooms for file in room.rglob("*.py")]
    return {name for file in files for name in READ.findall(file.read_text())} - OWN - SYSTEMD


def test_the_example_the_documents_and_the_code_have_the_same_settings() -> None:
    example = (DEPLOY / "tracker.env.example").read_text()
    named = re.findall(r"^#?([A-Z_]+)=", example, flags=re.MULTILINE)
    assert len(named) == len(set(named))
    assert set(named) == documented()
    assert set(named) == settings_read()


def test_what_the_example_sets_is_what_the_settings_take(tmp_path: Path) -> None:
    """As it is given, but for the key, every line of it can be read, those with a # too."""
    lines = (DEPLOY / "tracker.env.example").read_text().splitlines()
    given = dict(line.lstrip("#").split("=", 1) for line in lines if re.match(r"#?[A-Z_]+=", line))
    given |= {"DATA_DIR": str(tmp_path), "SECRET_KEY": "k" * 50, "DEBUG": "0", "CODE_DIR": ""}
    given = {name: value.strip('"') for name, value in given.items()}
    ran = subprocess.run(
        [sys.executable, "-c", "import django; django.setup()"],
        env={**given, "DJANGO_SETTINGS_MODULE": "tracker.settings", "PATH": "/usr/bin:/bin"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr


def unit(file: Path) -> configparser.ConfigParser:
    class Repeated(dict[str, Any]):
        """systemd lets a key stand twice; the values are joined."""

        def __setitem__(self, key: str, value: Any) -> None:
            if key in self and isinstance(value, list) and isinstance(self[key], list):
                value = self[key] + value
            super().__setitem__(key, value)

    read = configparser.ConfigParser(
        strict=False, interpolation=None, dict_type=Repeated, comment_prefixes=("#",)
    )
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read_string(file.read_text())
    return read


def is_command(words: list[str]) -> bool:
    """Whether deploy/run can run it: a command of ours, or Celery with our app."""
    if words[:1] == ["manage.py"]:
        return get_commands().get(words[1]) == "jurisdictions" or words[1] == "migrate"
    return words[:4] == ["-m", "celery", "--app", "tracker.celery.app"] and words[4] in {
        "worker",
        "beat",
    }


@pytest.mark.parametrize("file", SERVICES, ids=lambda file: file.name)
def test_a_unit_runs_a_command_that_there_is_and_may_do_little(file: Path) -> None:
    service = unit(file)["Service"]
    program, *words = shlex.split(service["ExecStart"])
    inside = Path(program).relative_to("/srv/tracker/code")
    assert (ROOT / inside).stat().st_mode & 0o111
    assert is_command(words)
    assert service["User"] == "tracker"
    assert service["EnvironmentFile"] == "/etc/tracker.env"
    for name, value in (
        ("NoNewPrivileges", "yes"),
        ("ProtectSystem", "strict"),
        ("PrivateTmp", "yes"),
        ("CapabilityBoundingSet", ""),
    ):
        assert service[name] == value
    assert "/srv/tracker/data" in service["ReadWritePaths"]


def test_the_unit_of_the_doctor_fails_of_an_error_and_not_of_a_warning() -> None:
    kept = unit(DEPLOY / "systemd/tracker-doctor.service")["Service"]["SuccessExitStatus"]
    assert [Level(int(one)) for one in kept.split()] == [Level.WARNING]


def test_one_unit_alone_has_the_clock_and_every_timer_its_service() -> None:
    starts = [unit(file)["Service"]["ExecStart"] for file in SERVICES]
    clocks = [one for one in starts if re.search(r"--beat|celery.app beat", one)]
    assert len(clocks) == 1
    timers = [file for file in UNITS if file.suffix == ".timer"]
    assert timers
    assert all(timer.with_suffix(".service") in SERVICES for timer in timers)
    socket = unit(DEPLOY / "systemd" / "tracker-web.socket")["Socket"]
    assert socket["Backlog"] == str(BACKLOG)


def test_services_of_compose_run_commands_that_there_are_and_may_do_little() -> None:
    assert set(OURS) == {"prepare", "web", "worker", "beat"}
    for name, one in OURS.items():
        assert one["read_only"] is True
        assert one["cap_drop"] == ["ALL"]
        assert one["user"] == "10001:10001"
        if name == "prepare":
            assert (DEPLOY / "prepare").stat().st_mode & 0o111
            continue
        assert is_command(one["command"])
        asked, program, what = one["healthcheck"]["test"]
        assert (asked, what) == ("CMD", name)
        assert (ROOT / Path(program).relative_to("/app")).stat().st_mode & 0o111
    clocks = [one for one in OURS.values() if {"beat", "--beat"} & set(one["command"])]
    assert len(clocks) == 1


def test_every_service_of_compose_is_watched_and_waits_for_services_that_there_are() -> None:
    for one in COMPOSE["services"].values():
        assert "healthcheck" in one
        assert set(one.get("depends_on", ())) <= set(COMPOSE["services"])
        mounted = [volume.split(":")[0] for volume in one.get("volumes", ())]
        assert {name for name in mounted if not name.startswith(".")} <= set(COMPOSE["volumes"])


def test_versions_of_python_and_postgresql_are_the_same_everywhere() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["requires-python"]
    assert asked == ">=3.11"
    assert DOCKERFILE.count("FROM debian:bookworm-slim") == 2  # whose Python is 3.11
    (client,) = re.findall(r"postgresql-client-(\d+)", DOCKERFILE)
    assert COMPOSE["services"]["database"]["image"].startswith(f"postgres:{client}-")


def test_what_the_image_is_made_of_is_there_and_it_does_not_run_as_root() -> None:
    for line in re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, flags=re.MULTILINE):
        assert all((ROOT / name).exists() for name in line.split())
    assert DOCKERFILE.index("USER tracker") < DOCKERFILE.index("ENTRYPOINT")
    (command,) = re.findall(r"^CMD (\[.*\])$", DOCKERFILE, flags=re.MULTILINE)
    assert is_command(yaml.safe_load(command))
    left_out = (ROOT / ".dockerignore").read_text().splitlines()
    assert {".git", ".venv"} <= set(left_out)


def test_no_file_with_a_password_comes_into_the_image() -> None:
    """Who is given the image reads all of it; compose.yaml hands over what it needs of them."""
    left_out = (ROOT / ".dockerignore").read_text().splitlines()
    named = set(re.findall(r"deploy/[\w.]*env\b", (ROOT / ".gitignore").read_text()))
    assert named == {"deploy/tracker.env", "deploy/.env"}
    assert named <= set(left_out)


def test_web_servers_pass_on_what_the_tracker_needs_and_log_nobody() -> None:
    nginx = (DEPLOY / "nginx" / "tracker.conf").read_text()
    for header in ("Host $host", "X-Forwarded-Proto $scheme", "X-Forwarded-For"):
        assert f"proxy_set_header {header}" in nginx
    (told,) = re.findall(r"log_format tracker '(.*)';", nginx)
    for secret in ("remote_addr", "request_uri", "args", "referer", "user_agent", "$uri"):
        assert secret not in told
    caddy = (DEPLOY / "Caddyfile").read_text()
    site = caddy.partition("{$SITE_NAME")[2]
    assert site
    # A log of a site is one of its readers.
    assert not re.search(r"^\s*log\b", site, flags=re.MULTILINE)
    assert "max_size 11MB" in caddy
    assert "client_max_body_size 11m" in nginx


CADDYFILE = (DEPLOY / "Caddyfile").read_text()


def test_caddy_tells_of_an_error_without_who_asked() -> None:
    """With it come address, query and browser of a reader, of whom no proxy of ours keeps a log."""
    log = re.search(r"^\tlog \{\n(.*?)^\t\}", CADDYFILE, flags=re.MULTILINE | re.DOTALL)
    assert log
    assert "request delete" in log[1]


@pytest.mark.parametrize(
    ("length", "large"),
    [("0", False), ("10999999", False), ("11000000", True), ("20000000", True), ("9" * 9, True)],
)
def test_caddy_refuses_what_says_that_it_is_too_large(length: str, large: bool) -> None:
    pattern = re.search(r"@large header_regexp Content-Length (\S+)", CADDYFILE)
    assert pattern
    assert bool(re.search(pattern[1], length)) is large


FAKE_DOCKER = """#!/bin/sh
echo "$*" >> "$CALLS"
case "$*" in
  "compose ps --quiet web")
    if ! grep -q scale "$CALLS"; then printf '%s' "$WEBS"; else echo old; fi
    ! grep -q web=2 "$CALLS" || echo new ;;
  "compose ps --all --quiet prepare") echo prepared ;;
  "wait prepared") echo "$PREPARED" ;;
  inspect*new) echo "$HEALTH" ;;
esac
"""


def upgraded(
    folder: Path, prepared: str = "0", health: str = "healthy", webs: str = "old\n"
) -> tuple[int, list[str]]:
    """What deploy/upgrade ended with, and what it asked of Docker, one after the other."""
    for name, text in (("docker", FAKE_DOCKER), ("sleep", "#!/bin/sh\n")):
        (folder / name).write_text(text)
        (folder / name).chmod(0o755)
    ran = subprocess.run(
        [DEPLOY / "upgrade"],
        env={
            "PATH": f"{folder}:/usr/bin:/bin",
            "CALLS": str(folder / "calls"),
            "PREPARED": prepared,
            "HEALTH": health,
            "WEBS": webs,
        },
        capture_output=True,
        check=False,
    )
    return ran.returncode, (folder / "calls").read_text().splitlines()


def test_an_upgrade_ends_the_old_web_once_the_new_one_is_well(tmp_path: Path) -> None:
    ended, calls = upgraded(tmp_path)
    assert ended == 0
    began, asked, stopped = (
        next(at for at, call in enumerate(calls) if word in call)
        for word in ("--scale web=2", "Health", "stop old")
    )
    assert began < asked < stopped
    assert "stop new" not in calls
    assert calls[-1] == "compose up --detach"


@pytest.mark.parametrize("wrong", [{"prepared": "1"}, {"health": "starting"}])
def test_an_upgrade_that_fails_leaves_the_old_web(tmp_path: Path, wrong: dict[str, str]) -> None:
    ended, calls = upgraded(tmp_path, **wrong)
    assert ended == 1
    assert not [call for call in calls if call.startswith("stop") or call == "rm old"]
    assert "compose up --detach" not in calls
    assert ("rm --force new" in calls) is ("health" in wrong)


def test_an_upgrade_where_no_web_runs_begins_all(tmp_path: Path) -> None:
    ended, calls = upgraded(tmp_path, webs="")
    assert (ended, calls[-1]) == (0, "compose up --detach")
    assert not [call for call in calls if "scale" in call or call.startswith("stop")]


def test_an_upgrade_after_one_that_was_cut_short_ends_what_that_one_left(tmp_path: Path) -> None:
    ended, calls = upgraded(tmp_path, webs="old\nleft\n")
    assert ended == 0
    scaled = [call.partition("--scale ")[2] for call in calls if "--scale" in call]
    assert scaled == ["web=1 web", "web=2 web"]
    assert "stop old" in calls


def test_the_proxy_of_compose_is_not_made_anew_with_the_web() -> None:
    """Compose makes anew what depends on a service that it makes anew: readers found no one."""
    assert "depends_on" not in COMPOSE["services"]["proxy"]


def test_readers_by_ipv6_keep_their_addresses_in_compose() -> None:
    """Into a network of IPv4 alone they come under one address: limits took all for one."""
    network = COMPOSE["networks"]["default"]
    assert network["enable_ipv6"] is True
    assert all(ip_network(one["subnet"]).is_private for one in network["ipam"]["config"])
