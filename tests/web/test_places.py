"""The list: filters, counts, sorting, pages."""

from __future__ import annotations

import re
import unicodedata

import pytest
from django.test import Client

from jurisdictions.status.programs.secure_communities.vocabulary import Status
from tests.stories.record import shipped as shipped_rows

pytestmark = pytest.mark.usefixtures("shipped")


def names(said: str) -> list[str]:
    """The places of the list, top to bottom."""
    body = said.split("<tbody")[1] if "<tbody" in said else ""
    return re.findall(r'<th [^>]*scope="row"><a [^>]+>([^<]+)</a>', body)


def total(said: str) -> int:
    """How many places the list says that it has."""
    found = re.search(r'<p class="lead">\s*([\d,]+) jurisdiction', said)
    assert found
    return int(found[1].replace(",", ""))


def facet(said: str, name: str) -> dict[str, int]:
    """The words of a facet with their counts."""
    pattern = rf'name="{name}" value="([^"]+)".*?class="count">([\d,]+)<'
    return {
        word: int(count.replace(",", "")) for word, count in re.findall(pattern, said, re.DOTALL)
    }


def test_the_list_opens_on_all_county_equivalents_fifty_a_page(client: Client) -> None:
    said = client.get("/secure-communities/jurisdictions/").text
    assert total(said) == 3234
    assert len(names(said)) == 50
    assert "Page 1 of 65" in said


def test_the_counts_of_the_statuses_sum_to_the_total(client: Client) -> None:
    counts = facet(client.get("/secure-communities/jurisdictions/").text, "status")
    assert sum(counts.values()) == 3234
    assert set(counts) <= set(Status)


def test_a_status_filter_leaves_its_places_and_keeps_the_other_counts(client: Client) -> None:
    before = facet(client.get("/secure-communities/jurisdictions/").text, "status")
    said = client.get(
        "/secure-communities/jurisdictions/", {"status": "active-over-objection"}
    ).text
    assert total(said) == before["active-over-objection"]
    assert facet(said, "status") == before


def test_a_repeated_filter_takes_either_word(client: Client) -> None:
    counts = facet(client.get("/secure-communities/jurisdictions/").text, "status")
    words = ["active-over-objection", "active-opt-out-pending"]
    said = client.get("/secure-communities/jurisdictions/", {"status": words}).text
    assert total(said) == sum(counts[word] for word in words)


def test_a_state_filter_shows_that_state_only_in_capitals_or_not(client: Client) -> None:
    assert total(client.get("/secure-communities/jurisdictions/", {"state": "DC"}).text) == 1
    assert names(client.get("/secure-communities/jurisdictions/", {"state": "dc"}).text) == [
        "District of Columbia"
    ]


def test_the_states_themselves_are_a_level_of_their_own(client: Client) -> None:
    said = client.get("/secure-communities/jurisdictions/", {"level": "state"}).text
    assert total(said) == 56
    assert "Alabama" in names(said)


def test_accents_and_case_do_not_matter_to_the_search(client: Client) -> None:
    found = [
        names(client.get("/secure-communities/jurisdictions/", {"text": t}).text)
        for t in ("doña ana", "DONA ANA")
    ]
    assert found[0] == found[1] != []


def test_activated_between_takes_both_days_in(client: Client) -> None:
    day = {"activated_after": "2008-10-27", "activated_before": "2008-10-27"}
    assert names(client.get("/secure-communities/jurisdictions/", day).text) == ["Harris County"]


def test_the_filter_for_opt_out_requests_parts_the_list_in_two(client: Client) -> None:
    totals = [
        total(client.get("/secure-communities/jurisdictions/", {"opt_out": w}).text)
        for w in ("yes", "no")
    ]
    assert sum(totals) == 3234
    assert 0 < totals[0] < 100


def test_the_day_decides_the_status(client: Client) -> None:
    query = {"text": "San Francisco", "date": "2010-05-18", "status": "opt-out-sought"}
    assert names(client.get("/secure-communities/jurisdictions/", query).text) == [
        "San Francisco County"
    ]
    assert (
        total_or_none(
            client.get("/secure-communities/jurisdictions/", {**query, "date": "2010-06-08"}).text
        )
        == 0
    )


def total_or_none(said: str) -> int:
    """The same, for a list that may be empty."""
    return 0 if "No jurisdiction fits all of these filters." in said else total(said)


def test_sorting_runs_both_ways_and_says_so(client: Client) -> None:
    up = client.get("/secure-communities/jurisdictions/", {"sort": "name"}).text
    down = client.get("/secure-communities/jurisdictions/", {"sort": "-name"}).text
    assert names(up)[0] == "Abbeville County"
    assert names(down)[0].startswith(("Z", "Y"))
    assert 'aria-sort="ascending"' in up
    assert 'aria-sort="descending"' in down


def test_the_next_page_keeps_every_filter(client: Client) -> None:
    said = client.get(
        "/secure-communities/jurisdictions/", {"state": "TX", "date": "2010-01-01"}
    ).text
    following = "/secure-communities/jurisdictions/?state=TX&amp;date=2010-01-01&amp;page=2"
    assert f'rel="next" href="{following}"' in said
    second = client.get(
        "/secure-communities/jurisdictions/", {"state": "TX", "date": "2010-01-01", "page": "2"}
    ).text
    assert not set(names(said)) & set(names(second))


def test_clearing_the_filters_keeps_the_day(client: Client) -> None:
    said = client.get(
        "/secure-communities/jurisdictions/", {"state": "TX", "date": "2010-01-01"}
    ).text
    assert 'href="/secure-communities/jurisdictions/?date=2010-01-01">Clear filters' in said


def test_what_is_no_filter_leaves_nothing_to_clear(client: Client) -> None:
    path = "/secure-communities/jurisdictions/"
    assert "Clear filters" not in client.get(path, {"utm_source": "letter", "sort": "name"}).text
    assert "Clear filters" in client.get(path, {"utm_source": "letter", "state": "TX"}).text


WITH_THEIR_LETTERS = (
    *("Doña Ana County", "Añasco Municipio", "Bayamón Municipio", "Canóvanas Municipio"),
    *("Cataño Municipio", "Comerío Municipio", "Guánica Municipio", "Juana Díaz Municipio"),
    *("Las Marías Municipio", "Loíza Municipio", "Manatí Municipio", "Mayagüez Municipio"),
    *("Peñuelas Municipio", "Rincón Municipio", "Río Grande Municipio", "San Germán Municipio"),
    "San Sebastián Municipio",
)


@pytest.mark.parametrize("name", WITH_THEIR_LETTERS)
def test_a_name_keeps_its_letters_and_is_found_with_and_without_them(
    client: Client, name: str
) -> None:
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    for typed in (name, bare, bare.upper(), bare.rsplit(" ", 1)[0]):
        found = names(client.get("/secure-communities/jurisdictions/", {"text": typed}).text)
        assert any(one.startswith(f"{name},") or one == name for one in found), (typed, found)


def test_names_with_accents_stand_where_their_plain_letters_would(client: Client) -> None:
    listed = names(client.get("/secure-communities/jurisdictions/", {"state": "PR"}).text)
    short = [name.split(" Municipio")[0] for name in listed]
    assert short[short.index("Aibonito") + 1] == "Añasco"
    assert short[short.index("Guánica") + 1] == "Guayama"
    assert short[short.index("Camuy") + 1 : short.index("Carolina") + 1] == [
        "Canóvanas",
        "Carolina",
    ]


def test_every_name_that_its_division_id_writes_with_an_accent_has_it() -> None:
    bare = [
        row["name"]
        for row in shipped_rows("jurisdictions")
        if not row["ocd_id"].isascii() and row["name"].isascii()
    ]
    assert bare == []
