"""The forms of the facts of 287(g): each kind that is offered is sent, and gets its key."""

from __future__ import annotations

import pytest
from django.test import Client

from jurisdictions.models import Wish
from tests.agencies_on_file import CHECKSUM
from tests.people import make_person, sign_in
from tests.web.writing import proposal_number, sent

pytestmark = pytest.mark.usefixtures("few_agencies", "shipped")
SOURCE = {"s-0-key": "lists", "reason": "It is missing."}
LAW = {"name": "TRUST Act", "kind": "forbids", "adopted_on": "May 2017", "sure": "high"}
SIGNED = {
    "agency": "il-cook-sheriff",
    "model": "task-force",
    "signed_on": "5/14/2026",
    "basis": "list",
}
WAITING = {"name": "Lake County Sheriff's Office", "model": "warrant-service"}
LIST = {
    "kind": "pending",
    "file": "p.xlsx",
    "listed_on": "May 18, 2026",
    "date_basis": "file-name",
    "rows": "12",
    "checksum": CHECKSUM,
}
ACT = {"title": "A new model", "on": "2026-05", "effect": "task-force-restored", "summary": "So."}


@pytest.fixture
def editor(client: Client) -> Client:
    """Somebody who may write everywhere, signed in."""
    return sign_in(client, make_person("contributor", "US"))


@pytest.mark.postgresql
@pytest.mark.parametrize(
    ("where", "kind", "cells", "name", "geoid"),
    [
        ("17031", "agency_agreement", SIGNED, "il-cook-sheriff:tfm:2026-05-14", "17"),
        ("17", "agency_agreement", SIGNED, "il-cook-sheriff:tfm:2026-05-14", "17"),
        (
            "17097",
            "application",
            {**WAITING, "pending_from": "May 2026"},
            "il-lake-county-sheriffs-office:wso:2026-05",
            "17",
        ),
        ("17", "state_law", LAW, "il-trust-act", "17"),
        ("US", "list", LIST, "pending-2026-05-18", ""),
        ("US", "policy_event", ACT, "a-new-model-2026", ""),
    ],
)
def test_a_fact_that_is_offered_is_proposed_under_a_key_of_its_own(
    editor: Client, where: str, kind: str, cells: dict[str, str], name: str, geoid: str
) -> None:
    assert f"/desk/suggest/{where}/{kind}/" in editor.get(f"/287g/desk/suggest/{where}/").text
    typed = {f"f-0-{column}": text for column, text in cells.items()} | SOURCE
    number = proposal_number(sent(editor, f"/287g/desk/suggest/{where}/{kind}/", typed))
    wish = Wish.objects.get(proposal=number)
    assert wish.name == f"{kind}:{name}"
    assert wish.cells.get("geoid", "") == geoid


def test_a_second_agreement_of_one_day_and_model_has_a_number_in_its_key(editor: Client) -> None:
    typed = {f"f-0-{column}": text for column, text in SIGNED.items()} | SOURCE
    address = "/287g/desk/suggest/17031/agency_agreement/"
    for source in ("lists", "nilc"):  # of one source it would be the same agreement
        number = proposal_number(sent(editor, address, typed | {"s-0-key": source}))
    assert Wish.objects.get(proposal=number).name.endswith(":tfm:2026-05-14-2")


@pytest.mark.postgresql
def test_an_act_has_the_effects_of_its_own_program(editor: Client) -> None:
    page = editor.get("/287g/desk/suggest/US/policy_event/").text
    assert 'value="task-force-restored"' in page
    assert 'value="not-optional"' not in page
    assert (
        'value="not-optional"'
        in editor.get("/secure-communities/desk/suggest/US/policy_event/").text
    )
