"""An id stands once on a page: scripts, links and labels that ask for it mean one thing."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("both_programs")]

PAGES = (
    "/",
    "/287g/",
    "/287g/?state=TX",
    "/secure-communities/?date=2013-01-01",
    "/secure-communities/jurisdictions/",
    "/secure-communities/charts/",
    "/secure-communities/compare/?from=2010-08-05&to=2011-08-05",
    "/287g/changes/",
    "/287g/claims/",
    "/places/06075-san-francisco-county-california/",
    "/places/48-texas/",
    "/story/",
)


@pytest.mark.parametrize("page", PAGES)
def test_no_id_stands_twice_on_a_page(client: Client, page: str) -> None:
    told = client.get(page).text
    found = Counter(re.findall(r'\sid="([^"]+)"', told))
    assert [name for name, times in found.items() if times > 1] == []
