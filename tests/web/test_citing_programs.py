"""How pages are cited that tell of several programs, each by an edition of its own."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("both_programs")]
COOK = "/places/17031-cook-county-illinois/"


def csl(client: Client, page: str) -> dict[str, Any]:
    answer = client.get("/cite.json", {"page": page})
    assert answer.status_code == 200, answer.text
    (item,) = json.loads(answer.content)
    return dict(item)


@pytest.mark.parametrize("path", ["/", "/story/", "/feeds/", "/embed/"])
@pytest.mark.parametrize("prefix", ["", "/es"])
def test_a_page_of_all_programs_is_cited_with_the_edition_of_each(
    client: Client, prefix: str, path: str
) -> None:
    told = client.get(f"{prefix}{path}").text
    cited = told.split('id="to-cite"', 1)[1].split("</section>")[0]
    here = f"http://testserver{prefix}{path}"
    assert f'<a href="{here}" rel="bookmark">' in cited
    edition = "edición 1, publicada el" if prefix else "edition 1, published"
    assert cited.split("<details", 1)[0].count(edition) == 2
    item = csl(client, f"{prefix}{path}")
    assert item["URL"] == here
    assert item["note"].count(edition) == 2
    assert "edition" not in item
    assert client.get("/cite.bib", {"page": f"{prefix}{path}"}).text in told.replace(
        "&#x27;", "'"
    ).replace("&quot;", '"')


def test_a_page_of_a_place_is_cited_program_by_program(client: Client) -> None:
    told = client.get(COOK).text
    cited = told.split('id="to-cite"', 1)[1].split("</section>")[0].replace("&amp;", "&")
    hrefs = re.findall(r'<a href="([^"]+)" rel="bookmark">', cited)
    assert [re.findall("program=([a-z0-9-]+)&", href) for href in hrefs] == [
        ["287g"],
        ["secure-communities"],
    ]
    assert "<strong>Secure Communities, August 5, 2011.</strong>" in cited
    for href in hrefs:
        (day,) = re.findall(r"date=([0-9-]+)", href)
        shown = client.get(href).text
        assert f'value="{day}"' in shown
        # What a citation leads to is cited alike.
        assert href.replace("&", "&amp;") in shown
    # The sections lead to it.
    assert told.count('href="#to-cite"') == 3
