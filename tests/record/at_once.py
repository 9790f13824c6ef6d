"""Acts at the same moment, in threads, on a database of their own; one JSON line each.

`python -m tests.record.at_once FOLDER` begins with the small record of tests/facts_on_file.py.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from threading import Barrier, Event, Thread
from typing import Any

import django

PROGRAM = "secure-communities"
COUNTY = "activation:35013"
SECONDS = 30.0
_numbers = count(1)
_day = count(1)


def begin(folder: str) -> None:
    """A small record, its first edition. No worker reads the mails."""
    from django.conf import settings

    from jurisdictions.publish.editions import publish_edition
    from jurisdictions.record.ingest.folder import load_folder
    from jurisdictions.record.jobs import queue as jobs
    from tests.facts_on_file import write_folder

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    jobs._send = lambda job_id: None
    load_folder(write_folder(Path(folder)), today=moment().date(), by="Ana", at=moment())
    publish_edition(program=PROGRAM, by="Ana", reason="The first.", at=moment())


def forget_what_waits() -> None:
    """What the act before left open would be a rival in the next."""
    from jurisdictions.models import Proposal

    Proposal.objects.filter(change=None).delete()


def moment() -> datetime:
    return datetime(2026, 11, 22, 12, 0, next(_numbers) % 60, tzinfo=UTC)


def timezone_now() -> datetime:
    """A token lasts by the clock of the machine."""
    return datetime.now(UTC)


def person(role: str) -> Any:
    from tests.people import acting, make_person

    return acting(make_person(role, "US", name=f"{role} {next(_numbers)}"))


def day() -> str:
    """A day of activation that the record does not have yet."""
    return f"2010-{1 + next(_day) // 28 % 12:02}-{1 + next(_day) % 28:02}"


def wish(action: str = "correct", name: str = COUNTY, **cells: str) -> Any:
    from jurisdictions.record.proposing.proposals import WishDraft

    if action == "correct" and not cells:
        cells = {"activated_on": day(), "source": "list"}
    return WishDraft(action, "opt_out" if action == "record" else "", name, cells)


def step(thread: str) -> Any:
    told = {"request": thread, "seq": "1", "geoid": "17031", "on": "2010-07", "source": "list"}
    return wish("record", "", **told, step="requested")


def proposed(*wishes: Any) -> int:
    from jurisdictions.record.proposing.proposals import propose

    return propose(
        program=PROGRAM,
        wishes=wishes or [wish()],
        title="A letter",
        reason="A letter was found.",
        by=person("contributor"),
        at=moment(),
    )


def accept(proposal: int, by: Any, **told: Any) -> Any:
    from jurisdictions.record.proposing.reviews import accept_proposal

    return accept_proposal(
        **{"proposal": proposal, "revision": 1, "by": by, "at": moment(), **told}
    )


def together(*acts: Callable[[], Any]) -> list[str]:
    """Do all at once; what became of each: ok, or the kind of conflict, or the error."""
    from django.db import connection

    from jurisdictions.record.proposing.conflicts import Conflict

    connection.close()
    gate, outcomes = Barrier(len(acts)), [""] * len(acts)

    def run(index: int, act: Callable[[], Any]) -> None:
        try:
            connection.ensure_connection()
            gate.wait(SECONDS)
            act()
            outcomes[index] = "ok"
        except Conflict as conflict:
            outcomes[index] = conflict.kind
        except Exception as error:
            outcomes[index] = repr(error)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(index, act)) for index, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(SECONDS)
    return outcomes


def two_accept() -> list[str]:
    """Two reviewers press accept at once."""
    number = proposed()
    first, second = person("reviewer"), person("reviewer")
    return together(lambda: accept(number, first), lambda: accept(number, second))


def accept_and_reject() -> list[str]:
    """One accepts while another rejects."""
    from jurisdictions.record.proposing.reviews import reject_proposal

    number, first, second = proposed(), person("reviewer"), person("reviewer")
    told = {"proposal": number, "revision": 1, "reason": "No.", "by": second, "at": moment()}
    return together(lambda: accept(number, first), lambda: reject_proposal(**told))


def accept_and_amend() -> list[str]:
    """The author amends what a reviewer accepts."""
    from jurisdictions.models import Proposal
    from jurisdictions.record.people.people import actor_of
    from jurisdictions.record.proposing.proposals import amend_proposal

    number, reviewer = proposed(), person("reviewer")
    author = actor_of(Proposal.objects.get(pk=number).made_by.account_id)
    told = {"proposal": number, "wishes": [wish()], "title": "T", "reason": "R", "at": moment()}
    return together(lambda: accept(number, reviewer), lambda: amend_proposal(**told, by=author))


def accept_and_withdraw() -> list[str]:
    """The author withdraws what a reviewer accepts."""
    from jurisdictions.models import Proposal
    from jurisdictions.record.people.people import actor_of
    from jurisdictions.record.proposing.proposals import withdraw_proposal

    number, reviewer = proposed(), person("reviewer")
    author = actor_of(Proposal.objects.get(pk=number).made_by.account_id)
    told = {"proposal": number, "by": author, "at": moment()}
    return together(lambda: accept(number, reviewer), lambda: withdraw_proposal(**told))


def six_sweeps() -> list[int]:
    """Six sweeps at once, as of several clocks, ask for what is asked once; each kind's jobs."""
    from jurisdictions.models import Job
    from jurisdictions.record.following.mails import KIND, ask_sending_once
    from jurisdictions.record.jobs.ahead import AHEAD, ask_ahead
    from jurisdictions.record.jobs.backups import BACKUP, ask_backup
    from jurisdictions.record.jobs.effects import EFFECTS, ask_effects

    def sweep() -> None:
        ask_backup(turn=1, at=moment())
        ask_ahead(word="word", on=moment().date(), at=moment())
        ask_effects(at=moment())
        ask_sending_once(at=moment())

    kinds = (BACKUP, AHEAD, EFFECTS, KIND)
    Job.objects.filter(kind__in=kinds).delete()
    outcomes = together(*[sweep] * 6)
    assert outcomes == ["ok"] * 6, outcomes
    return [Job.objects.filter(kind=kind).count() for kind in kinds]


def two_confirm() -> int:
    """Two clocks look at once for what lists lack: how many found it not yet proposed."""
    from time import sleep

    from jurisdictions.models import Job
    from jurisdictions.record import lists
    from jurisdictions.record.jobs.queue import ask_job
    from jurisdictions.record.lists.programs.section_287g import confirming

    def confirm(at: datetime) -> int:
        if Job.objects.filter(kind="proposed").exists():
            return 0
        sleep(0.2)
        return ask_job(kind="proposed", arguments={}, by="x", at=at, lease=timedelta(days=1))

    Job.objects.filter(kind="proposed").delete()
    confirming.confirm_gone = confirm
    outcomes = together(*[lambda: lists.confirm_gone(moment())] * 2)
    assert outcomes == ["ok"] * 2, outcomes
    return Job.objects.filter(kind="proposed").count()


def two_claim() -> list[str]:
    """Two reviewers say at once that they are on it."""
    from jurisdictions.record.proposing.claims import claim_proposal

    number, first, second = proposed(), person("reviewer"), person("reviewer")
    told = {"proposal": number, "at": moment()}
    return together(
        lambda: claim_proposal(**told, by=first), lambda: claim_proposal(**told, by=second)
    )


def two_take_over() -> list[str]:
    """Two take a proposal over from a third, each having seen that the third is on it."""
    from jurisdictions.record.proposing.claims import claim_proposal

    number, third = proposed(), person("reviewer")
    first, second = person("reviewer"), person("reviewer")
    at = moment()
    claim_proposal(proposal=number, by=third, at=at)
    told = {"proposal": number, "at": at, "over": third.person_id}
    return together(
        lambda: claim_proposal(**told, by=first), lambda: claim_proposal(**told, by=second)
    )


def claim_and_accept() -> list[str]:
    """One says that they are on it while another accepts it."""
    from jurisdictions.record.proposing.claims import claim_proposal

    number, first, second = proposed(), person("reviewer"), person("reviewer")
    at = moment()
    return together(
        lambda: claim_proposal(proposal=number, by=first, at=at),
        lambda: accept(number, second, at=at),
    )


def two_decide_many() -> list[str]:
    """Two decide on the same twelve at once, in contrary order; who decided what, in order."""
    from jurisdictions.record.proposing.many import Chosen, accept_many, reject_many

    numbers = [proposed(step(f"cook-{next(_numbers)}")) for _ in range(12)]
    first, second = person("reviewer"), person("reviewer")
    became: dict[str, Any] = {}

    def accepting() -> None:
        chosen = [Chosen(number, 1) for number in numbers]
        became["accepted"] = accept_many(chosen=chosen, by=first, at=moment())

    def rejecting() -> None:
        chosen = [Chosen(number, 1, "No.") for number in reversed(numbers)]
        became["rejected"] = reject_many(chosen=chosen, by=second, at=moment())

    ended = together(accepting, rejecting)
    by_first = {one.proposal: one.kind or "ok" for one in became["accepted"]}
    by_second = {one.proposal: one.kind or "ok" for one in became["rejected"]}
    return [*ended, *("/".join(sorted((by_first[n], by_second[n]))) for n in numbers)]


def one_key_sent_four_times() -> dict[str, Any]:
    """A program that loses its patience sends the same under one key, four times at once."""
    from django.conf import settings
    from django.test import Client

    from jurisdictions.models import Proposal, Sending
    from jurisdictions.record.people.tokens import make_token

    settings.ALLOWED_HOSTS, at = ["testserver"], timezone_now()
    asked = {"name": "bot", "days": 30, "form": f"{next(_numbers)}", "at": at}
    made = make_token(role="contributor", geoid="US", by=person("contributor"), **asked)
    assert made
    wishes = [
        {"action": "correct", "fact": COUNTY, "cells": {"activated_on": day(), "source": "list"}}
    ]
    body = json.dumps({"title": "A letter", "reason": "It was found.", "wishes": wishes})
    headers = {"Authorization": f"Bearer {made.secret}", "Idempotency-Key": "one"}
    answers: list[Any] = []

    def send() -> None:
        told = {"content_type": "application/json", "headers": headers}
        answers.append(Client().post("/api/v1/proposals/", body, **told))

    ended = together(*[send] * 4)
    found = {
        "ended": ended,
        "statuses": [one.status_code for one in answers],
        "told again": sum("Idempotency-Replayed" in one for one in answers),
        "proposals told": len({one.json().get("proposal") for one in answers}),
        "proposals": Proposal.objects.filter(change=None).count(),
    }
    Sending.objects.all().delete()
    return found


def rivals() -> list[str]:
    """Two reviewers, having seen both, each accept another proposal for the same fact."""
    from jurisdictions.read.keeping.proposals import proposal_row

    one, other = proposed(), proposed()
    rows = [proposal_row(one), proposal_row(other)]
    assert all(row and row.rivals for row in rows)
    seen = rows[0].seen if rows[0] else 0
    first, second = person("reviewer"), person("reviewer")
    told: dict[str, Any] = {"over": [COUNTY], "seen": seen}
    return together(lambda: accept(one, first, **told), lambda: accept(other, second, **told))


def same_new_fact() -> list[str]:
    """Two record the same new fact; whoever accepts has not seen the other."""
    thread = f"cook-{next(_numbers)}"
    one = proposed(step(thread))
    first, second = person("reviewer"), person("reviewer")
    other = proposed(step(thread))
    told: dict[str, Any] = {"over": [f"opt_out:{thread}:1"], "seen": 1}
    return together(lambda: accept(one, first, **told), lambda: accept(other, second, **told))


def edit_under_decision() -> list[str]:
    """An editor puts the note right that a reviewer decides on."""
    from jurisdictions.read.keeping.histories import fact_now
    from jurisdictions.record.proposing.corrections import correct_small

    number, reviewer, editor = proposed(), person("reviewer"), person("editor")
    now = fact_now(COUNTY)
    assert now
    told = {"program": PROGRAM, "name": COUNTY, "base": now.base, "reason": "A slip."}
    cells = {"note": f"Note {next(_numbers)}"}
    small = lambda: correct_small(**told, cells=cells, by=editor, at=moment())  # noqa: E731
    return together(lambda: accept(number, reviewer), small)


def revert_and_accept() -> list[str]:
    """A change is reverted while a proposal for its fact is accepted."""
    from jurisdictions.record.proposing.reverts import revert_change

    reviewer, other = person("reviewer"), person("reviewer")
    done = accept(proposed(), reviewer)
    number = proposed()
    told = {"program": PROGRAM, "change": done.change_id, "reason": "No.", "by": other}
    return together(lambda: accept(number, reviewer), lambda: revert_change(**told, at=moment()))


def publish_under_import(folder: str) -> list[str]:
    """An import, two publishers and a reviewer at once."""
    from jurisdictions.publish.editions import publish_edition
    from jurisdictions.record.ingest.folder import load_folder
    from tests.facts_on_file import with_cell, write_folder

    changed = with_cell("activations", "17097,2010-03-02", f"17097,{day()}")
    into = write_folder(Path(folder), activations=changed)
    number, reviewer = proposed(step(f"cook-{next(_numbers)}")), person("reviewer")

    def load() -> None:
        load_folder(into, today=moment().date(), by="Ana", at=moment())
        publish()

    def publish() -> None:
        publish_edition(program=PROGRAM, by="Ana", reason="", at=moment())

    return together(load, publish, lambda: accept(number, reviewer), publish)


def many(times: str) -> list[str]:
    """As many reviewers at once as there are proposals, each for its own fact."""
    numbers = [proposed(step(f"cook-{next(_numbers)}")) for _ in range(int(times))]
    reviewers = [person("reviewer") for _ in numbers]
    return together(
        *(lambda n=n, r=r: accept(n, r) for n, r in zip(numbers, reviewers, strict=True))
    )


def correct_now() -> None:
    """Correct the county's activation, without a proposal."""
    from jurisdictions.record.changing.facts import correct_fact

    cells = {"activated_on": day(), "source": "list"}
    correct_fact(program=PROGRAM, name=COUNTY, cells=cells, by="Ana", reason="Found.", at=moment())


def preview_beside_a_writer() -> list[str]:
    """A proposal is looked at while somebody has written to the record and holds it."""
    from django.db import transaction

    from jurisdictions.record.proposing.preview import preview_proposal

    number = proposed(step(f"cook-{next(_numbers)}"))
    held, looked = Event(), Event()

    def write() -> None:
        with transaction.atomic():
            correct_now()
            held.set()
            assert looked.wait(SECONDS)

    def look() -> None:
        assert held.wait(SECONDS)
        assert preview_proposal(proposal=number, at=moment()).places
        looked.set()

    return together(write, look)


def write_beside_a_preview() -> list[str]:
    """Somebody writes to the record while another, who has written too, tries something out."""
    from jurisdictions.models import Activation, Change
    from jurisdictions.record.changing.moments import open_change
    from jurisdictions.record.proposing.trial import trial

    tried, written = Event(), Event()

    def seen() -> list[Any]:
        return [
            list(Activation.objects.order_by("pk").values_list()),
            list(Change.objects.order_by("pk").values_list()),
        ]

    def try_out() -> None:
        with trial():
            open_change(by="Ana", reason="Tried out.", at=moment())
            before = seen()
            tried.set()
            assert written.wait(SECONDS)
            assert seen() == before
        assert not Change.objects.filter(reason="Tried out.").exists()

    def write() -> None:
        assert tried.wait(SECONDS)
        correct_now()
        written.set()

    return together(try_out, write)


def look() -> dict[str, Any]:
    """What must be true whatever was done at once."""
    from django.db.models import Count

    from jurisdictions.models import Change, Citation, Edition, Program, Proposal, Span
    from jurisdictions.models.standing import MODELS
    from jurisdictions.publish.derive import derive, load_facts
    from jurisdictions.publish.spans import COLUMNS, row_of
    from jurisdictions.publish.standings import Standings

    program = Program.objects.get()
    last = Edition.objects.latest("number")
    standing: dict[str, set[Any]] = {}
    for geoid, *row in Span.objects.filter(last_edition=None).values_list("geoid", *COLUMNS):
        standing.setdefault(geoid, set()).add(tuple(row))
    afresh = derive(program.slug, load_facts(program, last.last_change_id))
    ids = Standings(program.pk, program.slug)
    twice = sum(
        model._default_manager.current()
        .values("fact")
        .annotate(n=Count("pk"))
        .filter(n__gt=1)
        .count()
        for model in MODELS.values()
    )
    accepted = Proposal.objects.filter(status="accepted")
    made = set(accepted.values_list("change_id", flat=True))
    return {
        "editions": list(Edition.objects.order_by("number").values_list("number", flat=True)),
        "published": last.last_change_id == Change.objects.latest("pk").pk,
        "derived": {
            geoid: {row_of(program.slug, span, ids.id_of(span.standing)) for span in spans}
            for geoid, spans in afresh
        }
        == standing,
        "current_twice": twice,
        "uncited": MODELS["activation"]
        ._default_manager.current()
        .exclude(fact__in=Citation.objects.current().values("fact"))
        .count(),
        "changes": len(made) == accepted.count() == Change.objects.filter(pk__in=made).count(),
        "orders": Change.objects.order_by("pk").values_list("made_at", flat=True).__len__()
        == len(set(Change.objects.values_list("made_at", flat=True))),
    }


ACTS = {
    act.__name__: act
    for act in (
        two_accept,
        accept_and_reject,
        accept_and_amend,
        accept_and_withdraw,
        six_sweeps,
        two_confirm,
        two_claim,
        two_take_over,
        claim_and_accept,
        two_decide_many,
        one_key_sent_four_times,
        rivals,
        same_new_fact,
        edit_under_decision,
        revert_and_accept,
        publish_under_import,
        many,
        preview_beside_a_writer,
        write_beside_a_preview,
        look,
    )
}

if __name__ == "__main__":
    django.setup()
    begin(sys.argv[1])
    for line in sys.stdin:
        name, given = json.loads(line)
        forget_what_waits()
        print(json.dumps(ACTS[name](*given)), flush=True)  # noqa: T201 - the answer
