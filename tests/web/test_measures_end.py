"""A limit that was repealed: its place's page, the rule, files and calendars say when."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from jurisdictions.record.changing.facts import record_fact
from jurisdictions.record.faults import Refused
from tests.record.wishing import LIST, PROGRAM

HARRIS = "48201"
CELLS = {
    "measure": "harris-tx-2011-10-detainer-limit",
    "geoid": HARRIS,
    "kind": "detainer-limit",
    "on": "2011-10-18",
    "outcome": "adopted",
    "summary": "The county limits detainers.",
    "source": LIST,
}


def recorded(**cells: str) -> None:
    record_fact(
        program=PROGRAM,
        kind="local_measure",
        cells={**CELLS, **cells},
        by="the tests",
        reason="It was repealed.",
        at=datetime(2030, 1, 1, tzinfo=UTC),
    )


def limits(client: Client, day: str, **query: str) -> str:
    said = client.get(f"/api/v1/jurisdictions/{HARRIS}/", {"date": day, **query})
    told: Any = json.loads(said.content)
    return str(told["row"]["local_limits"] if "row" in told else told["local_limits"])


@pytest.mark.usefixtures("shipped")
def test_a_repealed_limit_ends_wherever_it_is_told(client: Client) -> None:
    with pytest.raises(Refused):
        recorded(ended_on="2011-10-17")
    recorded(ended_on="2013-05-01")
    days = ("2011-10-17", "2011-10-18", "2013-04-30", "2013-05-01")
    told = ["none-recorded", "limits-detainers", "limits-detainers", "none-recorded"]
    assert [limits(client, day) for day in days] == told
    # As known before it was repealed it stood.
    assert limits(client, "2014-01-01", known="2013-04-30") == "limits-detainers"
    page = client.get(f"/places/{HARRIS}-harris-county-texas/?program={PROGRAM}")
    assert "It ended on May 1, 2013." in page.text
    spanish = client.get(f"/es/places/{HARRIS}-harris-county-texas/?program={PROGRAM}")
    assert "Terminó el 1 de mayo de 2013." in spanish.text
    answer: Any = client.get(f"/{PROGRAM}/sources/{LIST}.csv")
    data = b"".join(answer.streaming_content) if answer.streaming else answer.content
    (line,) = (row for row in data.decode().splitlines() if CELLS["measure"] in row)
    assert "2013-05-01" in line
    calendar = client.get(f"/{PROGRAM}/calendar.ics", {"place": HARRIS})
    assert "20130501" in calendar.text
