"""One place on a day, and through time."""

from __future__ import annotations

from itertools import pairwise

import pytest

SPAN_KEYS = [
    "start",
    "start_edtf",
    "end",
    "end_edtf",
    "status",
    "activation",
    "agreement",
    "objection",
    "local_limits",
    "agreement_record",
    "position",
    "activated_on",
    "activated_on_edtf",
    "sharing_since",
    "sharing_since_edtf",
    "reasons",
]


def test_a_place_says_what_it_is_how_it_stands_and_why(api):
    answer = api.read("jurisdictions/06075/", date="2010-06-08")
    place = answer["place"]
    assert place["kind"] == "county"
    assert (place["state"], place["parent"]) == ("CA", "06")
    assert place["ocd_id"] == "ocd-division/country:us/state:ca/county:san_francisco"
    assert place["population_2010"] == 805235
    assert answer["row"]["status"] == "active-over-objection"
    assert answer["why"].strip()
    facts = [reason["fact"] for reason in answer["reasons"]]
    assert "activation:06075" in facts
    assert any(fact.startswith("opt_out:san-francisco") for fact in facts)


def test_the_address_of_the_page_is_full_and_readable(api):
    url = api.read("jurisdictions/48201/")["place"]["url"]
    assert url == "http://testserver/places/48201-harris-county-texas/?program=secure-communities"


def test_the_spanish_answer_leads_to_the_spanish_page(api):
    url = api.read("jurisdictions/48201/", lang="es")["place"]["url"]
    assert url.startswith("http://testserver/es/places/48201-")


def test_a_state_is_a_place_too(api):
    answer = api.read("jurisdictions/17/", date="2011-08-05")
    assert answer["place"]["parent"] is None
    assert answer["row"]["kind"] == "state"


def test_a_reason_names_its_fact_its_day_and_its_sources(api):
    for span in api.read("jurisdictions/11001/timeline/")["spans"]:
        for reason in span["reasons"]:
            assert list(reason) == ["fact", "kind", "on", "text", "sources"]
            assert reason["fact"].startswith(f"{reason['kind']}:")
            assert reason["text"].strip()
            assert reason["sources"]
            for source in reason["sources"]:
                assert list(source) == [
                    *("key", "title", "publisher", "published_on", "url"),
                    *("kind", "archive_url", "language", "vanished_on"),
                ]


def test_an_imprecise_day_is_given_as_precise_as_it_is(api):
    reasons = api.read("jurisdictions/37135/", date="2010-01-01")["reasons"]
    refused = [reason for reason in reasons if reason["fact"] == "opt_out:orange-nc-2009:2"]
    assert [reason["on"] for reason in refused] == ["2009-01"]


@pytest.mark.parametrize("geoid", ["48201", "06075", "11001", "17", "72", "60010"])
def test_spans_tile_all_time(api, geoid):
    answer = api.read(f"jurisdictions/{geoid}/timeline/")
    spans = answer["spans"]
    assert answer["geoid"] == geoid
    assert spans[0]["start"] is None
    assert spans[-1]["end"] is None
    for before, after in pairwise(spans):
        assert before["end"] == after["start"] is not None
    assert all(list(span) == SPAN_KEYS for span in spans)


def test_the_timeline_as_known_leaves_later_disclosures_out(api):
    now = api.read("jurisdictions/42101/timeline/")["spans"]
    then = api.read("jurisdictions/42101/timeline/", known="2010-01-01")["spans"]
    facts = {reason["fact"] for span in now for reason in span["reasons"]}
    known = {reason["fact"] for span in then for reason in span["reasons"]}
    assert known < facts


def test_sentences_come_in_the_language_asked_for(api):
    english = api.read("jurisdictions/06075/", date="2010-06-08")
    spanish = api.read("jurisdictions/06075/", date="2010-06-08", lang="es")
    assert [r["fact"] for r in english["reasons"]] == [r["fact"] for r in spanish["reasons"]]
    pairs = zip(english["reasons"], spanish["reasons"], strict=True)
    assert all(one["text"] != other["text"] for one, other in pairs)


@pytest.mark.parametrize("geoid", ["99", "99999", "US", "6075", "abc", "06075%00", "%D9%A1%D9%A7"])
@pytest.mark.parametrize("rest", ["", "timeline/"])
def test_an_unknown_geoid_is_not_found(api, geoid, rest):
    problem = api.refused(f"jurisdictions/{geoid}/{rest}", code=404)
    assert problem["parameter"] is None
