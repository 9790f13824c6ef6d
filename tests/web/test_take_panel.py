"""The panel that offers the files, with their size."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.web.taking import body

pytestmark = pytest.mark.usefixtures("shipped")


PANELS = [
    "/secure-communities/",
    "/secure-communities/?date=2010-01-01",
    "/secure-communities/?state=VT&date=2010-01-01",
    "/secure-communities/jurisdictions/",
    "/secure-communities/jurisdictions/?state=AK",
    "/secure-communities/jurisdictions/?text=san&date=2012-01-01",
    "/places/17-illinois/",
    "/places/06085-santa-clara-county-california/",
    "/places/56045-weston-county-wyoming/?date=2010-01-01",
    "/secure-communities/policy/",
    "/secure-communities/claims/",
    "/secure-communities/claims/us-active-jurisdictions-2011-08-05-dn-0811/",
    "/secure-communities/flags/",
    "/secure-communities/flags/two-days/",
    "/secure-communities/changes/?from=2009-01-01&to=2013-02-01",
    "/secure-communities/charts/",
    "/secure-communities/charts/?state=CA",
    "/secure-communities/compare/?from=2010-08-05&to=2011-08-05",
    "/es/secure-communities/compare/?from=2012-08-05&to=2014-12-05&state=CA",
    "/secure-communities/known-later/?date=2010-01-01",
    "/secure-communities/sources/",
    "/secure-communities/sources/ice_activated_list/",
    "/secure-communities/requests/",
    "/secure-communities/glossary/",
    "/es/secure-communities/glossary/",
    "/secure-communities/history/opt_out:arlington-2010:1/",
    "/secure-communities/places/51013-arlington-county-virginia/history/",
    "/secure-communities/briefing/?date=2010-09-28",
    "/es/secure-communities/jurisdictions/?level=state",
]
UNITS = {"kB": 1000, "MB": 1_000_000}


@pytest.mark.parametrize("page", PANELS)
def test_the_panel_offers_files_of_the_size_that_it_says(client: Client, page: str) -> None:
    panel = client.get(page).text.split('class="take"')[1].split("</section>")[0]
    offers = re.findall(
        r'href="([^"]+)"[^>]*>[^<]+</a> <span class="take-size">[^\d]*([\d.,]+) (kB|MB)', panel
    )
    assert len(offers) >= 3
    for href, number, unit in offers:
        size = len(body(client.get(href.replace("&amp;", "&"))))
        said = float(number.replace(",", "")) * UNITS[unit]
        assert abs(size - said) < max(0.2 * size, 1500), (href, size, said)


def test_the_panel_keeps_what_the_page_was_asked(client: Client) -> None:
    panel = client.get("/es/secure-communities/jurisdictions/?state=IL&date=2011-05-05&page=2").text
    assert 'href="/es/secure-communities/jurisdictions.csv?state=IL&amp;date=2011-05-05"' in panel


def test_a_states_page_leads_to_the_reports_of_all_its_places(client: Client) -> None:
    page = client.get("/places/17-illinois/?date=2011-05-05").text
    assert 'href="/secure-communities/reports/?date=2011-05-05&amp;state=IL"' in page
    assert (
        "/secure-communities/reports/?date"
        not in client.get("/places/17031-cook-county-illinois/").text
    )
