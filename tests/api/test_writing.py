"""Programs propose with a token: by the rules of the forms, and no further than it reaches."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from jurisdictions.models import Proposal, Role, Sending, Token
from jurisdictions.record.own_account import leave
from jurisdictions.record.people.suspending import suspend_person
from jurisdictions.record.people.tokens import make_token, revoke_token
from jurisdictions.record.proposing.reviews import accept_proposal, ask_for_more
from tests.api.test_schema import faults
from tests.people import (
    acting,
    administrator,
    give_second_factor,
    illinois_contributor,
    make_person,
    national_reviewer,
    sign_in,
)
from tests.record.wishing import KANE, LIST, rows_of_every_table

HERE = "/api/v1/proposals/"
A_DAY = {"activated_on": "2010-01-05", "source": LIST}
CORRECTED = {"action": "correct", "fact": KANE, "cells": A_DAY}
ASKED = {"title": "A letter", "reason": "A letter was found.", "wishes": [CORRECTED]}


def token_of(person, role="contributor", geoid="17", **told):
    """A token's secret."""
    asked = {"name": "The bot", "days": 90, "form": f"{role}-{geoid}", "at": timezone.now()}
    made = make_token(role=role, geoid=geoid, by=acting(person), **{**asked, **told})
    assert made
    return made.secret


class Program:
    """Somebody's program, which sends JSON with a token."""

    def __init__(self, secret: str) -> None:
        self.client = Client()
        self.headers = {"Authorization": f"Bearer {secret}"}

    def send(self, body, key="", address=HERE):
        headers = {**self.headers, **({"Idempotency-Key": key} if key else {})}
        said = body if isinstance(body, (str, bytes)) else json.dumps(body)
        return self.client.post(address, said, content_type="application/json", headers=headers)

    def refused(self, body, code=422, **told):
        response = self.send(body, **told)
        assert response.status_code == code, response.content
        assert response["Content-Type"] == "application/problem+json"
        return json.loads(response.content)

    def get(self, address=HERE, **query):
        return self.client.get(address, query, headers=self.headers)


@pytest.fixture
def ida(shipped):
    return illinois_contributor()


@pytest.fixture
def program(ida):
    return Program(token_of(ida))


def wrong(problem):
    return [(one["wish"], one["field"]) for one in problem["faults"]]


@pytest.mark.postgresql
def test_a_program_proposes_and_reads_what_became_of_it(program, ida):
    body = {
        **ASKED,
        "wishes": [
            {
                "action": "record",
                "kind": "local_measure",
                "cells": {
                    "geoid": "17089",
                    "kind": "resolution",
                    "on": "2011-06",
                    "by": "The county board",
                    "outcome": "adopted",
                    "source": LIST,
                },
            },
            CORRECTED,
        ],
    }
    answer = program.send(body)
    assert answer.status_code == 201, answer.content
    told = json.loads(answer.content)
    assert answer["Location"] == f"{HERE}{told['proposal']}/"
    made = Proposal.objects.get(pk=told["proposal"])
    assert (made.made_by_id, made.geoid, made.title) == (ida.pk, "17089", "A letter")
    assert [one["fact"] for one in told["wishes"]][1] == KANE
    assert told["wishes"][0]["fact"].startswith("local_measure:kane-il-2011-06")
    assert [wish.row for wish in made.wishes.all()] == [0, 0]
    reviewer = acting(national_reviewer())
    ask_for_more(proposal=made.pk, revision=1, text="Which?", by=reviewer, at=timezone.now())
    told = json.loads(program.get(f"{HERE}{made.pk}/").content)
    assert (told["status"], told["question"]) == ("asked", "Which?")
    accept_proposal(proposal=made.pk, revision=1, by=reviewer, at=timezone.now(), reason="Good.")
    told = json.loads(program.get(f"{HERE}{made.pk}/").content)
    assert (told["status"], told["decision"], told["question"]) == ("accepted", "Good.", "")
    assert told["edition"]
    listed = json.loads(program.get().content)
    assert (listed["count"], listed["results"]) == (1, [told])
    assert json.loads(program.get(status="open").content)["results"] == []


def test_what_is_wrong_is_refused_whole_with_wish_field_and_reason(program):
    before = rows_of_every_table()
    bad = {**CORRECTED, "cells": {"activated_on": "2010-13-05", "source": "nobody"}}
    problem = program.refused({**ASKED, "wishes": [CORRECTED, bad], "title": ""})
    assert wrong(problem) == [(2, "activated_on"), (2, "source")]
    assert all(one["reason"] for one in problem["faults"])
    assert wrong(program.refused({**ASKED, "title": " "})) == [(None, "title")]
    assert wrong(program.refused({**ASKED, "title": "x" * 201})) == [(None, "title")]
    strange = {**ASKED, "wishes": [{**CORRECTED, "colour": "red"}, 7], "urgent": True}
    assert wrong(program.refused(strange)) == [(None, "urgent"), (1, "colour"), (2, "")]
    for wishes in (None, [], {}, "x", [CORRECTED] * 501):
        assert wrong(program.refused({**ASKED, "wishes": wishes})) == [(None, "wishes")]
    for wish, field in (
        ({"action": "delete", "fact": KANE}, "action"),
        ({"action": "record", "kind": "rumour", "cells": {}}, "kind"),
        ({"action": "correct", "fact": "17089", "cells": A_DAY}, "fact"),
        ({**CORRECTED, "base": "x"}, "base"),
        ({**CORRECTED, "cells": {"activated_on": ["2010"]}}, "activated_on"),
        ({**CORRECTED, "cells": {"note": "a\0b"}}, "note"),
    ):
        assert (1, field) in wrong(program.refused({**ASKED, "wishes": [wish]}))
    assert wrong(program.refused({**ASKED, "program": "nothing"})) == [(None, "program")]
    after = rows_of_every_table()
    assert after == before
    assert "Nada" in program.refused({**ASKED, "title": ""}, address=f"{HERE}?lang=es")["detail"]


def test_what_is_no_json_is_refused(program):
    for body in (" ", "[]", "{", '"x"', b"\xff\xfe", '{"title": "\\ud800"}', "[" * 5000):
        program.refused(body, 400)
    program.refused(" " * 1_000_001, 413)
    form = program.client.post(HERE, {"title": "x"}, headers=program.headers)
    assert form.status_code == 415


def test_a_try_tells_the_effect_and_keeps_nothing(program):
    before = rows_of_every_table()
    answer = program.send({**ASKED, "dry_run": True}, key="a")
    told = json.loads(answer.content)
    assert (answer.status_code, told["dry_run"], told["region"]) == (200, True, "17089")
    assert told["wishes"] == [{"wish": 1, "fact": KANE, "outcome": "corrected"}]
    assert {"17089"} <= {one["geoid"] for one in told["places"]}
    assert rows_of_every_table() == before
    assert wrong(program.refused({**ASKED, "title": "", "dry_run": True})) == [(None, "title")]


@pytest.mark.postgresql
def test_what_is_sent_again_under_its_key_stays_one_proposal(program, ida):
    first = program.send(ASKED, key="1")
    again = program.send(ASKED, key="1")
    assert (first.status_code, again.status_code) == (201, 201)
    assert json.loads(first.content) == json.loads(again.content)
    assert again["Idempotency-Replayed"] == "true"
    assert Proposal.objects.count() == 1
    other = {**ASKED, "title": "Another"}
    program.refused(other, key="1")
    assert program.send(other, key="2").status_code == 201
    # Who was refused may mend it and use the key again; a new token of theirs knows the key too.
    program.refused({**ASKED, "reason": ""}, key="3")
    renewed = Program(token_of(ida, form="second"))
    assert renewed.send({**ASKED, "reason": "Now."}, key="3").status_code == 201
    assert "Idempotency-Replayed" in renewed.send(ASKED, key="1")
    program.refused(ASKED, key="x" * 201)


def test_two_calls_at_once_under_one_key_make_one_proposal(program, ida):
    """The second finds the note of the first when it may go on."""
    secret = program.headers["Authorization"].removeprefix("Bearer ")
    program.send(ASKED, key="1")
    Sending.objects.update(digest="another")
    Program(secret).refused(ASKED, key="1")
    assert Proposal.objects.count() == 1


def test_a_fact_changed_since_is_a_conflict(program):
    problem = program.refused({**ASKED, "wishes": [{**CORRECTED, "base": 999_999}]}, 409)
    assert [one["value"] for one in problem["faults"]] == [KANE]


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Basic eDp5"}, {"Authorization": "x"}])
def test_without_a_token_nothing_is_told(shipped, headers):
    for method in ("get", "post"):
        answer = getattr(Client(), method)(HERE, headers=headers)
        assert answer.status_code == 401
        assert answer["WWW-Authenticate"].startswith("Bearer")
        assert "Access-Control-Allow-Origin" not in answer


def test_no_cookie_counts_here_and_no_token_elsewhere(program, ida):
    signed_in = sign_in(Client(), ida)
    body = json.dumps(ASKED)
    assert signed_in.get(HERE).status_code == 401
    assert signed_in.post(HERE, body, content_type="application/json").status_code == 401
    assert program.client.get("/account/", headers=program.headers).status_code == 302
    desk = "/secure-communities/desk/proposals/"
    assert program.client.get(desk, headers=program.headers).status_code == 302
    answer = program.send(ASKED)
    assert not answer.cookies
    assert answer["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in answer
    asked = program.client.options(HERE, headers={**program.headers, "Origin": "https://x.org"})
    assert asked.status_code == 405
    assert "Access-Control-Allow-Origin" not in asked


@pytest.mark.postgresql
def test_a_token_ends_at_once_whatever_ends_it(program, ida):
    def answer():
        return program.get().status_code

    assert answer() == 200
    token, at = Token.objects.get(), timezone.now()
    assert token.used_at
    Token.objects.update(expires_at=at, made_at=at - timedelta(days=1))
    assert answer() == 401
    Token.objects.update(expires_at=at + timedelta(days=1))
    ada = acting(administrator())
    suspend_person(person=ida.pk, reason="A test", by=ada, at=at)
    assert answer() == 401
    ida.suspended_at = None
    ida.save(update_fields=["suspended_at"])
    assert answer() == 200
    revoke_token(token=token.pk, by=acting(ida), at=at)
    assert answer() == 401


@pytest.mark.postgresql
def test_who_leaves_takes_their_tokens_along(program, ida):
    made = json.loads(program.send(ASKED, key="1").content)["proposal"]
    leave(by=acting(ida), at=timezone.now())
    assert program.get().status_code == 401
    assert not Token.objects.exists()
    kept = Sending.objects.get()
    assert (kept.proposal_id, kept.key, kept.token_name) == (made, "", "")


def test_a_token_reaches_no_further_than_it_was_made_for(ida):
    county = Program(token_of(ida, geoid="17089"))
    cook = {**CORRECTED, "fact": "activation:17031"}
    county.refused({**ASKED, "wishes": [cook]}, 403)
    made = json.loads(county.send(ASKED).content)["proposal"]
    elsewhere = Program(token_of(ida, geoid="17031"))
    assert elsewhere.get(f"{HERE}{made}/").status_code == 404
    assert json.loads(elsewhere.get().content)["count"] == 0
    # What its person loses, it loses.
    Role.objects.update(ended_at=timezone.now(), ended_by="the tests")
    assert county.get().status_code == 403
    assert county.send(ASKED).status_code == 403


def test_a_role_that_needs_a_second_factor_needs_one_for_its_tokens(shipped):
    rita = make_person("reviewer", "17", second_factor=False)
    program = Program(token_of(rita, "reviewer"))
    assert program.get().status_code == 403
    give_second_factor(rita)
    assert program.get().status_code == 200


def test_nobody_reads_the_proposals_of_others(program):
    made = json.loads(program.send(ASKED).content)["proposal"]
    other = Program(token_of(make_person("contributor", "17")))
    assert other.get(f"{HERE}{made}/").status_code == 404
    assert other.get(f"{HERE}99999999999999999999999/").status_code == 404


def test_a_token_is_counted_by_itself(ida, settings):
    settings.TOKEN_REQUESTS = 2
    program, other = Program(token_of(ida)), Program(token_of(ida, form="second"))
    assert [program.get().status_code for _again in range(3)] == [200, 200, 429]
    assert program.get()["Retry-After"]
    assert other.get().status_code == 200


def test_the_answers_have_the_documented_shapes(program, api):
    schema = api.read("schema/")
    of = schema["paths"][HERE]

    def shape(method, status, kind="application/json"):
        return of[method]["responses"][status]["content"][kind]["schema"]

    told = json.loads(program.send({**ASKED, "dry_run": True}).content)
    assert faults(told, shape("post", "200"), schema) == []
    made = json.loads(program.send(ASKED).content)
    assert faults(made, shape("post", "201"), schema) == []
    assert faults(json.loads(program.get().content), shape("get", "200"), schema) == []
    refused = program.refused({**ASKED, "title": ""})
    assert faults(refused, shape("post", "422", "application/problem+json"), schema) == []
    assert of["post"]["security"] == [{"token": []}]


@pytest.mark.postgresql
def test_a_page_of_proposals_leads_on_to_the_next(program):
    for title in ("One", "Two", "Three"):
        assert program.send({**ASKED, "title": title}).status_code == 201
    first = json.loads(program.get(page_size="2").content)
    assert [one["title"] for one in first["results"]] == ["Three", "Two"]
    rest = json.loads(program.get(first["next"]).content)
    assert ([one["title"] for one in rest["results"]], rest["next"]) == (["One"], None)
    assert program.get(nonsense="1").status_code == 400
