"""What is refused, and how it is said."""

from __future__ import annotations

import json

import pytest

EVERYWHERE = ["summary/", "status/", "jurisdictions/06075/", "jurisdictions/06075/timeline/"]
BAD_ANYWHERE = [
    ("date", "2011-13-45"),
    ("date", "2011-8-5"),
    ("date", "2011-08"),
    ("date", "yesterday"),
    ("date", "٢٠١١-٠٨-٠٥"),
    ("date", "2011-08-05\u20110"),
    ("known", "soon"),
    ("edition", "0"),
    ("edition", "-1"),
    ("edition", "99999"),
    ("edition", "one"),
    ("edition", "9" * 5000),
    ("program", "no-such-program"),
    ("program", "secure\0communities"),
    ("lang", "fr"),
    ("lang", "EN"),
]
BAD_IN_LISTS = [
    ("level", "city"),
    ("state", "ZZ"),
    ("state", "Illinois"),
    ("kind", "nation"),
    ("status", "active"),
    ("page", "0"),
    ("page", "-1"),
    ("page", "2"),
    ("page", "1.5"),
    ("page", "٣"),
    ("page_size", "0"),
    ("page_size", "all"),
    ("page_size", "9" * 5000),
]


@pytest.mark.parametrize("address", EVERYWHERE)
@pytest.mark.parametrize(("name", "value"), BAD_ANYWHERE)
def test_a_bad_parameter_is_named(api, address, name, value):
    problem = api.refused(address, **{name: value})
    assert problem["parameter"] == name
    assert problem["detail"]


@pytest.mark.parametrize(("name", "value"), BAD_IN_LISTS)
def test_a_bad_filter_or_page_is_named(api, name, value):
    assert api.refused("status/", **{name: value})["parameter"] == name


def test_known_together_with_edition_is_refused(api):
    problem = api.refused("summary/", known="2010-01-01", edition=1)
    assert problem["parameter"] in {"known", "edition"}


@pytest.mark.parametrize("address", EVERYWHERE)
def test_a_mistyped_parameter_is_refused_and_the_known_ones_are_listed(api, address):
    problem = api.refused(address, dat="2011-08-05")
    assert problem["parameter"] == "dat"
    for name in ("date", "known", "edition", "program", "lang"):
        assert name in problem["detail"]


def test_a_filter_of_the_list_is_unknown_elsewhere(api):
    assert api.refused("summary/", state="IL")["parameter"] == "state"


@pytest.mark.parametrize("name", ["date", "lang", "page"])
def test_two_values_of_a_single_parameter_are_refused(api, name):
    values = {"date": ["2011-08-05", "2011-08-06"], "lang": ["en", "es"], "page": [1, 2]}
    assert api.refused("status/", **{name: values[name]})["parameter"] == name


def test_a_problem_is_told_in_the_language_asked_for(api):
    english = api.refused("status/", level="city")
    spanish = api.refused("status/", level="city", lang="es")
    assert english["detail"] != spanish["detail"]


def test_an_address_that_does_not_exist_is_a_problem_too(api):
    assert api.refused("nothing/", code=404)["parameter"] is None
    assert api.refused("nothing", code=404)["parameter"] is None


@pytest.mark.parametrize("address", ["/api/v2/summary/", "/api/nothing"])
def test_an_address_below_the_api_is_refused_as_a_problem_whatever_its_version(api, address):
    response = api.client.get(address)
    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"


def test_an_address_without_its_last_slash_leads_to_the_one_with(api):
    response = api.get("summary", date="2011-08-05")
    assert (response.status_code, response["Location"]) == (
        301,
        "/api/v1/summary/?date=2011-08-05",
    )


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_writing_is_not_allowed(api, method):
    response = getattr(api.client, method)("/api/v1/summary/")
    assert response.status_code == json.loads(response.content)["status"] == 405
    assert response["Content-Type"] == "application/problem+json"
    assert "GET" in response["Allow"]


def test_a_reader_who_takes_no_json_is_told(api):
    response = api.get("summary/", headers={"Accept": "text/html"})
    assert response.status_code == json.loads(response.content)["status"] == 406
    assert response["Content-Type"] == "application/problem+json"


def test_before_the_first_edition_the_answer_is_to_try_again(api, empty_record):
    problem = api.refused("summary/", code=503)
    assert problem["parameter"] is None
    assert int(api.get("summary/")["Retry-After"]) > 0


def test_a_failure_of_ours_is_a_problem_and_is_logged(api, monkeypatch, caplog):
    def fail(as_of: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("jurisdictions.api.views.summary_answer", fail)
    api.client.raise_request_exception = False
    problem = api.refused("summary/", code=500)
    assert "secret detail" not in json.dumps(problem)
    assert "secret detail" in caplog.text


def test_a_problem_is_never_kept(api):
    assert api.get("status/", level="city")["Cache-Control"] == "no-store"


def test_the_type_of_every_problem_is_an_anchor_of_the_documentation(api):
    page = api.client.get("/api/docs/").content.decode()
    types = {
        api.refused("status/", level="city")["type"],
        api.refused("nothing/", code=404)["type"],
        json.loads(api.client.post("/api/v1/summary/").content)["type"],
    }
    assert len(types) == 3
    for kind in types:
        address, anchor = kind.split("#")
        assert address == "/api/docs/"
        assert f'id="{anchor}"' in page


@pytest.mark.parametrize("path", ["summary/", "status/", "jurisdictions/06075/", "facts/opt_out/"])
@pytest.mark.parametrize("name", ["edition", "program", "lang"])
@pytest.mark.parametrize("second", ["", "same"])
def test_what_stands_twice_is_refused_even_where_it_says_the_same(api, path, name, second):
    value = {"edition": "1", "program": "secure-communities", "lang": "es"}[name]
    twice = [value, value if second else ""]
    told = api.refused(path, 400, **{name: twice})
    assert told["parameter"] == name


@pytest.mark.parametrize("fields", [",", ",,,", "geoid,", ",geoid", "geoid,,name", " , "])
@pytest.mark.parametrize("path", ["status/", "facts/opt_out/", "sources/"])
def test_fields_that_name_nothing_are_refused(api, path, fields):
    assert api.refused(path, 400, fields=fields)["parameter"] == "fields"


@pytest.mark.parametrize("unseen", ["\0", "\ufeff", "\u200b"])
def test_signs_that_nobody_sees_are_cleaned_out_of_a_parameter(api, unseen):
    plain = api.read("summary/", date="2011-08-05")
    assert api.read("summary/", date=f"{unseen}2011-08-05{unseen}") == plain
