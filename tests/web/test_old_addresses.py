"""Every address of the first version, which knew one program, leads to the same page in one step.

They are those of the URL conf of commit 2dff6f1 that anybody could ask for without an account, each
with the query that it takes.
"""

from __future__ import annotations

import pytest
from django.test import Client

from jurisdictions.web.site.old_addresses import new_path

pytestmark = pytest.mark.usefixtures("shipped")
COOK = "17031-cook-county-illinois"
IN_TWO_LANGUAGES = [
    "/?date=2011-08-05",
    "/?date=2011-08-05&known=2011-08-05",
    "/?layer=agreement",
    "/?state=IL",
    "/?place=17031",
    "/?edition=1&date=2011-08-05",
    "/?program=secure-communities",
    "/map.svg?date=2011-08-05",
    "/map.png?date=2011-08-05&size=card",
    "/map/search.json?q=cook",
    "/desk/date.json?text=2011",
    "/jurisdictions/?state=IL",
    "/jurisdictions/?date=2011-08-05&state=IL&page=2",
    "/jurisdictions/17031/?date=2011-08-05",
    "/jurisdictions/CA/?date=2011-08-05",
    "/jurisdictions/harris-county-texas/?date=2011-08-05",
    "/jurisdictions.csv?state=DE",
    "/jurisdictions.json?state=DE",
    "/jurisdictions.xlsx?state=DE",
    "/jurisdictions.geojson?state=DE",
    "/jurisdictions.pdf?state=DE",
    "/jurisdictions/10001.csv?date=2011-08-05",
    "/jurisdictions/10001.json?date=2011-08-05",
    "/jurisdictions/10001.pdf?date=2011-08-05",
    "/policy/?date=2011-08-05",
    "/policy.csv?edition=1",
    "/requests/?date=2011-08-05",
    "/requests/arlington-2010/?date=2011-08-05",
    "/requests/arlington-2010.zip?date=2011-08-05",
    "/sources/?date=2011-08-05",
    "/sources.csv?edition=1",
    "/sources/nilc/?date=2011-08-05",
    "/sources/nilc.csv?edition=1",
    "/methodology/?date=2011-08-05",
    "/glossary/?date=2011-08-05",
    "/data/?date=2011-08-05",
    "/data/secure-communities-edition-1/?a=1",
    "/data/secure-communities-edition-1.zip?a=1",
    "/data/secure-communities-edition-1/activations.csv?a=1",
    "/briefing/?from=2011-06-01&to=2011-08-31",
    "/briefing.pdf?date=2011-08-05",
    "/reports/?state=DE",
    "/history.csv?state=DE",
    "/history/opt_out:arlington-2010:2/?date=2011-08-05",
]
NAMED = [
    "/jurisdictions/{}/?date=2011-08-05",
    "/jurisdictions/{}/history/?date=2011-08-05",
    "/jurisdictions/{}/report/?date=2011-08-05",
    "/jurisdictions/{}/wrong/?fact=activation:17031",
    "/jurisdictions/{}/wrong/thanks/?cleaned=1",
    "/jurisdictions/{}/reply/?fact=activation:17031",
    "/jurisdictions/{}/reply/thanks/?cleaned=1",
]
OLD = [
    *IN_TWO_LANGUAGES,
    *(f"/es{path}" for path in IN_TWO_LANGUAGES),
    *(path.format(COOK) for path in NAMED),
    *(f"/es{path.format(COOK)}" for path in NAMED),
]
DESK = [
    "/desk/",
    "/desk/suggest/17031/?reason=x",
    "/desk/suggest/17031/opt_out/?reason=x",
    "/desk/facts/activation:17031/correct/?field=on",
    "/desk/facts/activation:17031/retract/?reason=x",
    "/desk/changes/1/revert/?a=1",
    "/desk/proposals/?of=waiting",
    "/desk/proposals/1/decide/?a=1",
    "/desk/tips/?of=replies",
    "/desk/uploads/1/?columns=1",
    "/desk/uploads/template/opt_out.csv?a=1",
    "/desk/people/?a=1",
    "/desk/programs/secure-communities/?a=1",
]


def query_of(address: str) -> set[str]:
    said = set(address.partition("?")[2].split("&"))
    return {part for part in said if part and not part.startswith("program=")}


@pytest.mark.parametrize("address", OLD)
def test_an_old_address_leads_with_its_query_to_a_page_in_one_step(
    client: Client, address: str
) -> None:
    led = client.get(address)
    assert led.status_code == 301
    there = led["Location"]
    assert there.startswith("/es/") == address.startswith("/es/")
    assert query_of(there) == query_of(address)
    assert client.get(there).status_code == 200, there


@pytest.mark.parametrize("address", [*DESK, *(f"/es{path}" for path in DESK)])
def test_an_old_address_of_the_desk_leads_to_the_programs_desk(
    client: Client, address: str
) -> None:
    led = client.get(address)
    assert led.status_code == 301
    assert led["Location"] == address.replace("/desk/", "/secure-communities/desk/")
    assert client.get(led["Location"]).status_code == 302  # to sign in, and back


@pytest.mark.parametrize("path", ["/desk/proposals/1/decide/", f"/es/jurisdictions/{COOK}/wrong/"])
def test_a_form_sent_to_an_old_address_is_sent_on_as_it_was(path: str) -> None:
    answer = Client(enforce_csrf_checks=True).post(f"{path}?a=1", {"text": "x"})
    assert answer.status_code == 308
    assert answer["Location"] == f"{new_path(path, 'secure-communities')}?a=1"


def test_an_old_address_with_a_program_leads_to_that_one(client: Client) -> None:
    there = client.get("/policy/?program=287g&date=2020-01-01")
    assert (there.status_code, there["Location"]) == (301, "/287g/policy/?date=2020-01-01")
    assert client.get("/?program=287g")["Location"] == "/287g/"
    assert client.get("/policy/?program=no-such-program").status_code == 404


@pytest.mark.parametrize(
    "path", ["/policy/nowhere/", "/jurisdictions/", "/desk/nothing/", "/history/"]
)
def test_what_was_never_there_is_led_nowhere(client: Client, path: str) -> None:
    assert (client.get(path).status_code == 404) == (path != "/jurisdictions/")


@pytest.mark.parametrize("path", ["/no-such-program/", "/es/no-such-program/policy/"])
def test_a_program_that_there_is_not_is_a_page_that_says_so(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "<h1>" in answer.text


def test_a_citation_of_an_old_address_is_of_the_page_that_it_leads_to(client: Client) -> None:
    said = client.get("/cite.bib", {"page": "/policy/?date=2011-08-05"}).text
    assert "/secure-communities/policy/?date=2011-08-05" in said
