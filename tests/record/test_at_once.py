"""What happens at the same moment: one wins, the other is told, nothing is half-written.

Real threads, real commits, on a database of their own: SQLite, or PostgreSQL when DATABASE_URL
names one.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from tests.databases import OwnDatabase

Do = Callable[..., Any]
TIMES = 6


@pytest.fixture(scope="module")
def do(own_database: OwnDatabase, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Do]:
    """Have the other process do one of the acts of at_once.py."""
    folder = tmp_path_factory.mktemp("at_once")
    with own_database(folder) as database_url:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tracker.settings",
            "DATA_DIR": str(folder),
            "DATABASE_URL": database_url,
        }
        with subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "tests.record.at_once", str(folder / "facts")],
            env=environment,
            cwd=settings.BASE_DIR,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as other:

            def act(name: str, *given: str) -> Any:
                assert other.stdin
                assert other.stdout
                other.stdin.write(f"{json.dumps([name, given])}\n")
                other.stdin.flush()
                answer = json.loads(other.stdout.readline() or "null")
                assert answer is not None, "the other process died"
                return answer

            yield act


@pytest.fixture(autouse=True)
def sound(do: Do) -> Iterator[None]:
    """After every test: no gap among the editions, nothing twice, nothing half-written."""
    yield
    found = do("look")
    assert found.pop("editions") == list(range(1, 1 + len(do("look")["editions"])))
    assert found == {
        "published": True,
        "derived": True,
        "current_twice": 0,
        "uncited": 0,
        "changes": True,
        "orders": True,
    }


def test_two_reviewers_who_accept_at_once_accept_once(do: Do) -> None:
    for _ in range(TIMES):
        assert sorted(do("two_accept")) == ["decided", "ok"]


def test_one_of_accepting_and_rejecting_wins(do: Do) -> None:
    for _ in range(TIMES):
        assert sorted(do("accept_and_reject")) == ["decided", "ok"]


def test_what_is_accepted_is_what_the_reviewer_saw(do: Do) -> None:
    for _ in range(TIMES):
        assert do("accept_and_amend") in (["ok", "decided"], ["amended", "ok"])


def test_what_is_withdrawn_is_not_accepted(do: Do) -> None:
    for _ in range(TIMES):
        assert sorted(do("accept_and_withdraw")) == ["decided", "ok"]


def test_what_six_sweeps_ask_for_at_once_is_one_job_of_each_kind(do: Do) -> None:
    for _ in range(TIMES):
        assert do("six_sweeps") == [1, 1, 1, 1]


def test_what_lists_lack_is_proposed_once_however_many_clocks_look(do: Do) -> None:
    assert do("two_confirm") == 1


def test_of_two_who_claim_a_proposal_at_once_one_is_on_it(do: Do) -> None:
    for _ in range(TIMES):
        assert sorted(do("two_claim")) == ["claimed", "ok"]


def test_of_two_who_take_a_proposal_over_one_is_on_it(do: Do) -> None:
    for _ in range(TIMES):
        assert sorted(do("two_take_over")) == ["claimed", "ok"]


def test_what_is_accepted_is_not_claimed_and_the_other_way_round(do: Do) -> None:
    for _ in range(TIMES):
        assert do("claim_and_accept") in (["ok", "claimed"], ["decided", "ok"])


def test_of_two_who_decide_on_the_same_twelve_each_is_decided_once(do: Do) -> None:
    assert do("two_decide_many") == ["ok", "ok", *["decided/ok"] * 12]


@pytest.mark.postgresql
def test_what_is_sent_at_once_under_one_key_is_proposed_once(do: Do) -> None:
    for _ in range(TIMES):
        assert do("one_key_sent_four_times") == {
            "ended": ["ok"] * 4,
            "statuses": [201] * 4,
            "told again": 3,
            "proposals told": 1,
            "proposals": 1,
        }


def test_of_two_rivals_the_second_is_shown_again(do: Do) -> None:
    for _ in range(TIMES):
        assert sorted(do("rivals")) == ["ok", "stale"]


def test_a_new_fact_is_recorded_once(do: Do) -> None:
    for _ in range(TIMES):
        assert sorted(do("same_new_fact")) == ["ok", "stale"]


def test_an_edit_under_a_decision_is_not_lost(do: Do) -> None:
    for _ in range(TIMES):
        assert sorted(do("edit_under_decision")) == ["ok", "stale"]


def test_a_revert_under_a_decision_is_told(do: Do) -> None:
    for _ in range(TIMES):
        assert sorted(do("revert_and_accept")) == ["ok", "stale"]


def test_publishing_under_an_import_leaves_whole_editions(do: Do, tmp_path: Path) -> None:
    for number in range(TIMES):
        assert do("publish_under_import", str(tmp_path / str(number))) == ["ok"] * 4


def test_many_decisions_at_once_are_all_made(do: Do) -> None:
    assert do("many", "8") == ["ok"] * 8


def test_a_proposal_is_looked_at_while_somebody_writes(do: Do) -> None:
    for _ in range(TIMES):
        assert do("preview_beside_a_writer") == ["ok", "ok"]


def test_somebody_writes_while_a_proposal_is_looked_at(do: Do) -> None:
    for _ in range(TIMES):
        assert do("write_beside_a_preview") == ["ok", "ok"]
