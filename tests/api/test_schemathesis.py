"""Requests of every sort, made from the schema: none makes the API fail or contradict it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import schemathesis
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig

from jurisdictions.api.schema import schema_in
from tests.api.test_schema import ELSEWHERE, WRITING
from tests.api.test_writing import token_of
from tests.people import illinois_contributor

EXAMPLES = 12
CONFIG = SchemathesisConfig.from_path(Path(settings.BASE_DIR) / "schemathesis.toml")
SCHEMA = schemathesis.openapi.from_dict(schema_in("en"), config=CONFIG)
# The test's reader does not unpack what it says it takes.
PLAIN = {"Accept-Encoding": "identity"}
ALL = sorted(SCHEMA.raw_schema["paths"])
PATHS = [path for path in ALL if path not in ELSEWHERE and path not in WRITING]
MODES = pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.name.lower())


@pytest.fixture
def server():
    """The application as a web server calls it, in the test's own transaction."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield get_wsgi_application()
    for signal in signals:
        signal.connect(close_old_connections)


@MODES
@pytest.mark.parametrize(("path", "method"), [(path, m) for path in WRITING for m in WRITING[path]])
def test_what_is_sent_with_a_token_keeps_to_the_schema_too(shipped, server, path, method, mode):
    secret = token_of(illinois_contributor())
    headers = {**PLAIN, "Authorization": f"Bearer {secret}"}
    keep_to_the_schema(server, path, mode, method, headers)


@MODES
@pytest.mark.parametrize("path", PATHS)
def test_the_api_keeps_to_its_schema_whatever_is_asked(shipped, server, path, mode):
    keep_to_the_schema(server, path, mode)


def keep_to_the_schema(server, path, mode, method="GET", headers=PLAIN):
    """Ask one address whatever the schema lets one ask, or forbids."""
    operation = SCHEMA[path][method]
    operation.app = SCHEMA.app = server
    answered = []

    @examples(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(operation.as_strategy(generation_mode=mode))
    def ask(case):
        response = case.call_and_validate(base_url="http://localhost", headers=headers)
        answered.append(response.status_code)
        if response.status_code == 400:
            problem = json.loads(response.content)
            assert problem["parameter"] in {*case.query, None}

    ask()
    assert answered
