"""Policy, sources, methodology, glossary, about: nothing of the rule is left unsaid."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementStanding,
    AgreementStepKind,
    Effect,
    Objection,
    OptOutStepKind,
    Position,
    Status,
)
from tests.stories.record import shipped as shipped_rows

CITING = ("opt_outs", "agreements", "policy_events", "local_measures", "activations")

pytestmark = pytest.mark.usefixtures("shipped")


@pytest.mark.parametrize("prefix", ["", "/es"])
@pytest.mark.parametrize("status", Status)
def test_every_status_has_a_heading_in_the_glossary(
    client: Client, prefix: str, status: Status
) -> None:
    assert f'<h3 id="status-{status}">' in client.get(f"{prefix}/secure-communities/glossary/").text


@pytest.mark.parametrize(
    "anchor",
    [
        *(f"position-{word}" for word in Position),
        *(f"agreement-{word}" for word in AgreementStanding),
        *(f"objection-{word}" for word in Objection),
    ],
)
def test_every_word_of_a_dimension_has_a_heading_in_the_glossary(
    client: Client, anchor: str
) -> None:
    assert f'<h3 id="{anchor}">' in client.get("/secure-communities/glossary/").text


@pytest.mark.parametrize("effect", Effect)
def test_every_effect_has_a_section_in_the_methodology(client: Client, effect: Effect) -> None:
    assert f'<h4 id="effect-{effect}">' in client.get("/secure-communities/methodology/").text


@pytest.mark.parametrize(
    "anchor",
    [
        *(f"agreement-step-{word}" for word in AgreementStepKind),
        *(f"opt-out-step-{word}" for word in OptOutStepKind),
    ],
)
def test_every_step_is_explained_in_the_methodology(client: Client, anchor: str) -> None:
    assert f'<dt id="{anchor}">' in client.get("/secure-communities/methodology/").text


def test_the_methodology_shows_the_twelve_lines_in_order(client: Client) -> None:
    said = (
        client.get("/secure-communities/methodology/")
        .text.split('class="lines"')[1]
        .split("</table>")[0]
    )
    assert re.findall(r'<td [^>]*class="number">(\d+)</td>', said) == [str(n) for n in range(1, 13)]


def test_the_policy_page_tells_every_act_that_changed_a_rule_and_what_it_changed(
    client: Client,
) -> None:
    said = client.get("/secure-communities/policy/").text
    for effect in Effect:
        if effect is not Effect.CONTEXT:
            assert f"/secure-communities/methodology/#effect-{effect}" in said


def test_the_policy_page_says_what_was_made_public_later(client: Client) -> None:
    assert "Made public only on January 9, 2012" in client.get("/secure-communities/policy/").text


def test_what_came_out_later_is_missing_from_the_acts_as_known_earlier(client: Client) -> None:
    said = client.get("/secure-communities/policy/", {"known": "2011-01-01"}).text
    assert "Made public only on January 9, 2012" not in said


def test_published_figures_stand_beside_what_the_record_gives(client: Client) -> None:
    said = client.get("/secure-communities/policy/").text
    rows = re.findall(
        r'<td [^>]*class="number">1,508</td>\s*<td [^>]*class="number">1,510</td>', said
    )
    assert rows


def test_every_source_has_a_page_that_lists_its_facts(client: Client) -> None:
    said = client.get("/secure-communities/sources/").text
    keys = re.findall(r'href="/secure-communities/sources/([^/]+)/"', said)
    recorded = {row["key"] for row in shipped_rows("sources")}
    cited = {row["source"] for file in CITING for row in shipped_rows(file)}
    assert cited <= set(keys) < recorded
    for key in keys[::13]:
        page = client.get(f"/secure-communities/sources/{key}/")
        assert page.status_code == 200


def test_a_contradiction_is_shown_on_the_page_of_its_source(client: Client) -> None:
    assert (
        "Says otherwise: for the date it gives"
        in client.get("/secure-communities/sources/nilc/").text
    )


def test_nobody_is_claimed_to_run_a_copy_that_names_nobody(client: Client, settings: Any) -> None:
    settings.OPERATOR = {"name": "", "email": "", "address": ""}
    assert "Nobody has said that they run this copy" in client.get("/about/").text


def test_who_runs_it_is_named_with_a_way_to_reach_them(client: Client, settings: Any) -> None:
    settings.OPERATOR = {"name": "A Law Clinic", "email": "desk@example.org", "address": ""}
    said = client.get("/about/").text
    assert "run by A Law Clinic" in said
    assert 'href="mailto:desk@example.org"' in said


@pytest.mark.parametrize(
    "anchor", ["operator", "contact", "corrections", "privacy", "accessibility", "licence"]
)
def test_the_about_page_answers_for_itself(client: Client, anchor: str) -> None:
    assert f'<h2 id="{anchor}">' in client.get("/about/").text
