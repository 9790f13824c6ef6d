"""A program that reads the API."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from jurisdictions.record.changing.facts import correct_fact


class Reader:
    """Asks for an address below /api/v1/ and reads the answer."""

    def __init__(self) -> None:
        self.client = Client()

    def get(self, address: str, headers: dict[str, str] | None = None, **query: Any) -> Any:
        return self.client.get(f"/api/v1/{address}", query, headers=headers)

    def read(self, address: str, **query: Any) -> Any:
        response = self.get(address, **query)
        assert response.status_code == 200, response.content
        assert response["Content-Type"] == "application/json"
        return json.loads(response.content)

    def refused(self, address: str, code: int = 400, **query: Any) -> Any:
        response = self.get(address, **query)
        assert response.status_code == code, response.content
        assert response["Content-Type"] == "application/problem+json"
        problem = json.loads(response.content)
        assert list(problem) == ["type", "title", "status", "detail", "parameter"]
        assert problem["status"] == code
        return problem


@pytest.fixture
def api(shipped: None) -> Reader:
    return Reader()


@pytest.fixture
def correction(shipped: None) -> Callable[[], int]:
    """San Francisco's activation is put right by a day, and the next edition published."""

    def correct() -> int:
        done = correct_fact(
            program="secure-communities",
            name="activation:06075",
            cells={"activated_on": "2010-06-09", "source": "ice_activated_list"},
            by="the tests",
            reason="A better source",
            at=datetime(2030, 1, 1, tzinfo=UTC),
        )
        return done.published.number

    return correct
