"""What caches, browsers and other sites are told."""

from __future__ import annotations

import gzip
import json

import pytest

EVERYWHERE = [
    "summary/",
    "status/",
    "jurisdictions/06075/",
    "jurisdictions/06075/timeline/",
    "changes/?from=2011-06-01",
    "facts/opt_out/",
    "facts/jurisdiction/",
    "sources/",
    "editions/",
]


@pytest.mark.parametrize("address", EVERYWHERE)
def test_a_reader_who_has_the_answer_is_not_sent_it_again(api, address):
    first = api.get(address)
    again = api.get(address, headers={"If-None-Match": first["ETag"]})
    assert first.content
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    assert again["Cache-Control"] == first["Cache-Control"]


def test_the_tag_of_a_compressed_answer_is_known_again(api):
    packed = api.get("status/", headers={"Accept-Encoding": "gzip"})
    assert json.loads(gzip.decompress(packed.content))["count"] == 3234
    again = api.get("status/", headers={"If-None-Match": packed["ETag"]})
    assert again.status_code == 304


def test_another_question_has_another_tag(api):
    questions = [
        {},
        {"date": "2011-08-06"},
        {"lang": "es"},
        {"known": "2011-01-01"},
        {"edition": "1"},
        {"state": "IL"},
        {"state": ["IL", "WI"]},
        {"page_size": "10"},
    ]
    tags = [api.get("status/", **question)["ETag"] for question in questions]
    assert len(set(tags)) == len(questions)
    assert api.get("summary/")["ETag"] not in tags


def test_an_answer_of_the_newest_edition_is_kept_for_a_short_while(api):
    assert api.get("summary/")["Cache-Control"].startswith("public, max-age=60")


def test_an_answer_of_a_named_edition_is_kept_for_ever(api):
    kept = api.get("summary/", edition=1)["Cache-Control"]
    assert kept == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("address", EVERYWHERE)
def test_nothing_but_the_address_decides_the_answer(api, address):
    plain = api.get(address)
    spanish = api.get(address, headers={"Accept-Language": "es", "Cookie": "django_language=es"})
    assert plain.content == spanish.content
    assert plain["Content-Language"] == spanish["Content-Language"] == "en"
    for name in ("Accept-Language", "Cookie"):
        assert name not in plain.get("Vary", "")
    assert "Accept-Encoding" in plain["Vary"]
    assert not plain.cookies


def test_the_language_of_the_answer_is_said(api):
    assert api.get("summary/", lang="es")["Content-Language"] == "es"


@pytest.mark.parametrize("address", EVERYWHERE)
def test_head_says_what_get_would_without_the_body(api, address):
    head = api.client.head(f"/api/v1/{address}")
    assert (head.status_code, head.content) == (200, b"")
    assert head["ETag"] == api.get(address)["ETag"]


@pytest.mark.parametrize("address", [*EVERYWHERE, "nothing/", "schema/"])
def test_any_site_may_read_the_answer(api, address):
    assert api.get(address)["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("address", ["summary", "nothing/", "status/?level=city"])
def test_any_site_may_read_a_refusal_and_a_redirect(api, address):
    response = api.get(address)
    assert response.status_code in {301, 400, 404}
    assert response["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("name", ["ETag", "Link", "Retry-After", "RateLimit-Remaining"])
def test_a_script_of_another_site_may_read_the_headers_it_needs(api, name):
    assert name in api.get("status/")["Access-Control-Expose-Headers"].split(", ")


def test_a_browser_that_asks_first_is_told_what_it_may_send(api):
    response = api.client.options("/api/v1/status/")
    assert response.status_code == 204
    assert "GET" in response["Access-Control-Allow-Methods"]
    assert "If-None-Match" in response["Access-Control-Allow-Headers"]


def test_accents_are_written_out(api):
    content = api.get("status/", level="state", state="HI", lang="es").content
    assert "Hawái".encode() in content
