"""The schema says which answers lead to which addresses, and they do."""

from __future__ import annotations

from functools import reduce

import pytest

from jurisdictions.api.leads import LEADS
from jurisdictions.api.schema import schema_in
from tests.api.test_writing import ASKED, Program, token_of
from tests.people import illinois_contributor

pytestmark = pytest.mark.usefixtures("both_programs")

ASKING = {
    "changes": {"from": "2010-01-01"},
    "agencies": {"program": "287g"},
    "agreements": {"program": "287g"},
}
HERE = {"geoid": "17", "agency": "ak-department-of-correction"}
NOWHERE_YET = {"summary", "facts", "flags", "sources", "editions"}
"""Answers of which nothing certain leads on."""


def operations():
    """Each operation's address and description by its id."""
    return {
        one["operationId"]: (path, one)
        for path, methods in schema_in("en")["paths"].items()
        for one in methods.values()
    }


OPERATIONS = operations()
LINKS = [
    (name, status, link)
    for name, (_path, operation) in OPERATIONS.items()
    for status, answer in operation["responses"].items()
    for link in answer.get("links", {}).values()
]


def told(expression, asked, answer):
    """What a parameter of a link stands for."""
    if expression.startswith("$request.path."):
        return asked[expression.removeprefix("$request.path.")]
    if not expression.startswith("$"):
        return expression
    steps = expression.removeprefix("$response.body#/").split("/")
    return reduce(lambda part, step: part[int(step) if step.isdigit() else step], steps, answer)


def taken(link, asked, answer):
    """The address that a link leads to, below /api/v1/, and its query."""
    path, operation = OPERATIONS[link["operationId"]]
    values = {name: told(one, asked, answer) for name, one in link["parameters"].items()}
    in_path = {p["name"] for p in operation["parameters"] if p["in"] == "path"}
    query = {name: values[name] for name in values.keys() - in_path}
    return path.removeprefix("/api/v1/").format(**values), query


def test_every_link_of_the_table_stands_in_the_schema():
    assert {(name, status) for name, status, _link in LINKS} == set(LEADS)


def test_all_answers_lead_on_but_those_said_not_to():
    assert {name for name, _status, _link in LINKS} == set(OPERATIONS) - NOWHERE_YET


def test_a_link_gives_all_that_its_address_needs_and_nothing_else():
    for name, _status, link in LINKS:
        _path, operation = OPERATIONS[link["operationId"]]
        takes = {p["name"]: p.get("required", False) for p in operation["parameters"]}
        needed = {one for one, required in takes.items() if required}
        assert needed <= set(link["parameters"]) <= set(takes), (name, link)


@pytest.mark.parametrize(
    ("name", "link"),
    [
        pytest.param(name, link, id=f"{name}-{link['operationId']}")
        for name, status, link in LINKS
        if status == "200" and not name.startswith("proposal")
    ],
)
def test_a_link_leads_to_an_answer(api, name, link):
    answer = api.read(at(name), **ASKING.get(name, {}))
    path, query = taken(link, HERE, answer)
    api.read(path, **query)


def at(name):
    return OPERATIONS[name][0].removeprefix("/api/v1/").format(**HERE)


def test_what_was_proposed_is_found_by_its_link(db):
    program = Program(token_of(illinois_contributor()))
    made = program.send(ASKED).json()
    (link,) = [link for name, _status, link in LINKS if name == "propose"]
    path, _query = taken(link, {}, made)
    found = program.client.get(f"/api/v1/{path}", headers=program.headers).json()
    assert found["proposal"] == made["proposal"]
