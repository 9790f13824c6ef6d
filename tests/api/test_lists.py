"""Facts, places, sources and editions: lists that are read on from a cursor."""

from __future__ import annotations

import csv

import pytest

from tests.databases import SHIPPED

pytestmark = pytest.mark.postgresql

FILES = {
    "activation": "activations.csv",
    "agreement": "agreements.csv",
    "opt_out": "opt_outs.csv",
    "local_measure": "local_measures.csv",
    "policy_event": "policy_events.csv",
    "reported_figure": "reported_figures.csv",
}
LISTS = [*(f"facts/{kind}/" for kind in FILES), "facts/jurisdiction/", "sources/", "editions/"]


def recorded(file):
    with (SHIPPED / file).open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def walk(api, address):
    """Every row of a list, its pages followed to the last."""
    answer = api.client.get(f"/api/v1/{address}").json()
    rows = answer["results"]
    while answer["next"]:
        answer = api.client.get(answer["next"]).json()
        rows += answer["results"]
    return rows


@pytest.mark.parametrize(("kind", "file"), FILES.items())
def test_every_fact_of_the_record_is_listed_once_in_the_order_of_its_file(api, kind, file):
    facts = walk(api, f"facts/{kind}/?page_size=1000")
    assert [fact["geoid"] for fact in facts if fact["geoid"] != "US"] == [
        row["geoid"] for row in recorded(file) if row.get("geoid", "US") != "US"
    ]
    assert len({fact["fact"] for fact in facts}) == len(facts) == len(recorded(file))
    assert {fact["kind"] for fact in facts} == {kind}


def test_a_fact_names_its_sources_and_what_contradicts_it(api):
    facts = walk(api, "facts/activation/?page_size=1000&fields=sources,contradicted_by,citations")
    assert all(fact["sources"] for fact in facts)
    disputed = [
        citation
        for kind in FILES
        for fact in walk(api, f"facts/{kind}/?fields=citations&page_size=1000")
        for citation in fact["citations"]
        if citation["contradicts"]
    ]
    assert len(disputed) == len(recorded("conflicting_citations.csv"))
    assert all(one["field"] and one["said"] for one in disputed)


def test_a_fact_counts_from_the_first_day_of_an_imprecise_date(api):
    facts = walk(api, "facts/opt_out/?geoid=37135")
    refused = next(fact for fact in facts if fact["fact"] == "opt_out:orange-nc-2009:2")
    assert refused["on"] == "2009-01"
    assert refused["effective_on"] >= "2009-01-01"


def test_facts_of_a_state_are_those_of_its_places_too(api):
    geoids = {fact["geoid"] for fact in walk(api, "facts/opt_out/?state=CA")}
    assert {"06075", "06085"} <= geoids
    assert {geoid[:2] for geoid in geoids} == {"06"}


def test_federal_acts_are_of_no_state(api):
    assert walk(api, "facts/policy_event/?state=CA") == []


def test_facts_are_found_by_what_they_are_and_when(api):
    found = walk(api, "facts/opt_out/?word=refused&from=2010-01-01&to=2010-12-31")
    assert found
    assert {fact["word"] for fact in found} == {"refused"}
    assert all("2010" in fact["effective_on"] for fact in found)
    everything = walk(api, "facts/opt_out/?word=refused")
    assert len(found) < len(everything)


def test_facts_are_found_by_their_words(api):
    found = walk(api, "facts/policy_event/?text=LETTER")
    assert 0 < len(found) < len(walk(api, "facts/policy_event/"))


def test_facts_as_known_leave_later_disclosures_out(api):
    now, then = walk(api, "facts/agreement/"), walk(api, "facts/agreement/?known=2009-01-01")
    assert {fact["fact"] for fact in then} < {fact["fact"] for fact in now}


def test_facts_speak_the_language_asked_for(api):
    english, spanish = (walk(api, f"facts/policy_event/?lang={lang}") for lang in ("en", "es"))
    assert [fact["fact"] for fact in english] == [fact["fact"] for fact in spanish]
    assert all(a["text"] != b["text"] for a, b in zip(english, spanish, strict=True))


def test_a_kind_that_there_is_not_is_not_found_and_the_kinds_are_named(api):
    problem = api.refused("facts/rumour/", code=404)
    assert "opt_out" in problem["detail"]
    assert "jurisdiction" in problem["detail"]


def test_every_place_is_listed_with_its_state_before_it(api):
    places = walk(api, "facts/jurisdiction/?fields=geoid")
    geoids = [place["geoid"] for place in places]
    assert len(geoids) == 3290
    assert geoids == sorted(geoids)


def test_places_are_filtered_as_on_the_list(api):
    assert len(walk(api, "facts/jurisdiction/?level=state")) == 56
    parishes = walk(api, "facts/jurisdiction/?kind=parish&state=la")
    assert {(place["kind"], place["state"]) for place in parishes} == {("parish", "LA")}
    (arlington,) = walk(api, "facts/jurisdiction/?text=arlington")
    assert arlington["geoid"] == "51013"


def test_every_source_says_how_often_it_is_cited(api):
    sources = walk(api, "sources/")
    keys = {source["key"] for source in sources}
    assert keys <= {row["key"] for row in recorded("sources.csv")}
    assert all(source["cited"] for source in sources)
    for file in ("opt_outs.csv", "agreements.csv", "policy_events.csv", "local_measures.csv"):
        assert keys >= {row["source"] for row in recorded(file)}
    assert [source["key"] for source in sources] == sorted(source["key"] for source in sources)
    assert any(source["cited"] > 1000 for source in sources)


def test_sources_are_found_by_title_and_publisher(api):
    found = walk(api, "sources/?text=immigration")
    assert 0 < len(found) < len(recorded("sources.csv"))


def test_editions_say_what_they_changed_and_how_to_cite_them(api):
    (edition,) = walk(api, "editions/")
    assert edition["number"] == 1
    assert edition["published_by"] == "the tests"
    assert edition["spans"] > 3290
    assert edition["url"] in edition["cite"]
    assert edition["url"].endswith("/secure-communities/jurisdictions/?edition=1")


def test_the_next_page_of_editions_can_be_asked_for(api, correction):
    correction()
    assert [edition["number"] for edition in walk(api, "editions/?page_size=1")] == [2, 1]


@pytest.mark.parametrize("address", [one for one in LISTS if one != "editions/"])
def test_pages_followed_by_their_cursor_are_the_list(api, address):
    narrowed = "&state=CA" if address in {"facts/activation/", "facts/jurisdiction/"} else ""
    whole = api.client.get(f"/api/v1/{address}?page_size=1000{narrowed}").json()
    assert whole["next"] is None
    assert len(whole["results"]) > 8
    assert walk(api, f"{address}?page_size=8{narrowed}") == whole["results"]


def test_the_header_leads_to_the_same_next_page(api):
    first = api.get("facts/activation/", page_size=2)
    assert first["Link"] == f'<{first.json()["next"]}>; rel="next"'
    last = api.get("sources/")
    assert last.json()["next"] is None
    assert "Link" not in last


def test_the_pages_of_statuses_are_linked_both_ways(api):
    middle = api.get("status/", page=2, page_size=10)
    links = middle["Link"].split(", ")
    answer = middle.json()
    assert links == [f'<{answer["next"]}>; rel="next"', f'<{answer["previous"]}>; rel="prev"']


def test_a_walk_through_a_list_stays_in_its_edition(api, correction):
    first = api.read("facts/activation/", page_size=2)
    assert "edition=1" in first["next"]
    correction()
    assert api.read("summary/")["edition"] == 2
    kept = api.client.get(first["next"])
    assert "immutable" in kept["Cache-Control"]
    assert len(kept.json()["results"]) == 2


def test_as_known_the_next_page_names_no_edition(api):
    answer = api.read("facts/activation/", page_size=2, known="2010-01-01")
    assert "edition=" not in answer["next"]
    assert api.client.get(answer["next"]).status_code == 200


@pytest.mark.parametrize("cursor", ["nonsense", "ünï", "%00", "e", "=" * 40, "_" * 3000, "MQ"])
@pytest.mark.parametrize("address", [*LISTS, "changes/"])
def test_a_cursor_that_the_list_did_not_give_is_refused(api, address, cursor):
    days = {"from": "2010-06-08", "to": "2011-08-05"} if address == "changes/" else {}
    if (address, cursor) == ("editions/", "MQ"):
        cursor = "OQ"
    assert api.refused(address, cursor=cursor, **days)["parameter"] == "cursor"


@pytest.mark.parametrize("address", ["status/", *LISTS])
def test_only_the_members_that_are_wanted_are_sent(api, address):
    row = api.read(address, page_size=1)["results"][0]
    names = list(row)[:2]
    sparse = {name: row[name] for name in names}
    assert api.read(address, page_size=1, fields=",".join(names))["results"] == [sparse]
    assert api.read(address, page_size=1, fields=names)["results"] == [sparse]
    assert api.read(address, page_size=1, fields="")["results"] == [row]


@pytest.mark.parametrize("address", ["status/", *LISTS])
def test_a_member_that_no_row_has_is_refused_and_those_there_are_are_named(api, address):
    problem = api.refused(address, fields="geoid,nonsense,number,key")
    assert problem["parameter"] == "fields"
    name = next(iter(api.read(address, page_size=1)["results"][0]))
    assert name in problem["detail"]


@pytest.mark.parametrize("name", ["from", "to"])
def test_a_day_that_is_none_is_refused_by_name(api, name):
    problem = api.refused("facts/opt_out/", **{name: "2011-02-30"})
    assert problem["parameter"] == name
    assert "2011-02-30" in problem["detail"]


def test_a_text_that_is_too_long_is_refused(api):
    for address in ("status/", "sources/", "facts/opt_out/", "facts/jurisdiction/"):
        assert api.refused(address, text="x" * 201)["parameter"] == "text"


def test_ten_thousand_filters_are_refused_as_a_problem(api):
    problem = api.refused("status/", status=["opted-out"] * 10_000)
    assert problem["parameter"] is None
    assert "1000" in problem["detail"]
