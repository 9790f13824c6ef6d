"""The rules for alerts ask for numbers that there are, and each says what to do."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.test import Client
from prometheus_client.parser import text_string_to_metric_families

from jurisdictions.operating.signs import SWEEP, touch

ROOT = Path(settings.BASE_DIR)
RULES = yaml.safe_load((ROOT / "deploy" / "prometheus" / "alerts.yml").read_text())
ALERTS: list[dict[str, Any]] = [rule for group in RULES["groups"] for rule in group["rules"]]
NAME = re.compile(r"\btracker_\w+")


def base(name: str) -> str:
    return re.sub(r"_(bucket|count|sum|total)$", "", name)


@pytest.mark.usefixtures("few_agencies")
@pytest.mark.django_db
def test_every_number_that_an_alert_asks_for_is_told_and_documented(
    settings: Any, client: Client, tmp_path: Path
) -> None:
    settings.METRICS_TOKEN, settings.DATA_DIR = "a token", tmp_path
    settings.BACKUP_TO = tmp_path / "backups"
    made = settings.BACKUP_TO / "tracker-20261127T010000Z"
    made.mkdir(parents=True)
    (made / "manifest.json").write_text("{}")
    touch(SWEEP)
    client.get("/robots.txt")
    text = client.get("/metrics", headers={"Authorization": "Bearer a token"}).text
    told = {base(family.name) for family in text_string_to_metric_families(text)}
    ours = {name for name in told if name.startswith("tracker_")}
    asked = {base(name) for alert in ALERTS for name in NAME.findall(alert["expr"])}
    assert asked
    assert asked <= ours
    documented = {base(name) for name in NAME.findall((ROOT / "docs" / "running.md").read_text())}
    assert ours <= documented
    assert not {name for name in documented - ours if not name.endswith("_created")}


def test_each_alert_says_what_is_so_what_to_do_and_how_soon() -> None:
    assert len({alert["alert"] for alert in ALERTS}) == len(ALERTS)
    for alert in ALERTS:
        assert alert["labels"]["severity"] in {"page", "ticket"}
        assert set(alert["annotations"]) == {"summary", "do"}
