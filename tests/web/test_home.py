"""The root of the tracker: what it is, a search, and a card for each program with an edition."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

pytestmark = [pytest.mark.made_of_rows, pytest.mark.usefixtures("shipped")]


@pytest.mark.parametrize("root", ["/", "/es/"])
def test_the_root_leads_to_every_program_that_has_an_edition(client: Client, root: str) -> None:
    page = client.get(root)
    assert page.status_code == 200
    assert f'href="{root}secure-communities/"' in page.text
    search = f'class="home-search" action="{root}secure-communities/jurisdictions/"'
    assert search in page.text
    assert 'name="robots"' not in page.text
    main = page.text.partition("<main")[2].partition("</main>")[0]
    found = {unescape(href) for href in re.findall(r'href="([^"]+)"', main)}
    assert found
    assert {href: client.get(href).status_code for href in found} == dict.fromkeys(found, 200)


@pytest.mark.usefixtures("both_programs")
@pytest.mark.parametrize("root", ["/", "/es/"])
def test_a_card_leads_to_the_lists_that_only_its_program_has(client: Client, root: str) -> None:
    page = client.get(root)
    assert page.status_code == 200
    assert page.text.count(f'href="{root}287g/agencies/"') == 1
    assert page.text.count(f'href="{root}287g/agreements/"') == 1
    assert f'href="{root}secure-communities/agencies/"' not in page.text


def test_a_word_of_a_campaign_does_not_make_it_a_map(client: Client) -> None:
    assert client.get("/?utm_source=x").status_code == 200


@pytest.mark.usefixtures("empty_record")
def test_before_the_first_edition_it_says_so(client: Client) -> None:
    assert client.get("/").status_code == 503
