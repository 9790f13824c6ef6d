"""What every page has: its address in each language, what may keep it, nothing it leaves behind."""

from __future__ import annotations

import re

import pytest
from django.test import Client

pytestmark = pytest.mark.usefixtures("shipped")

PAGES = (
    "/secure-communities/",
    "/secure-communities/jurisdictions/",
    "/places/48201-harris-county-texas/",
    "/places/17-illinois/",
    "/secure-communities/policy/",
    "/secure-communities/sources/",
    "/secure-communities/sources/nilc/",
    "/secure-communities/methodology/",
    "/secure-communities/glossary/",
    "/about/",
)
BOTH = [prefix + page for page in PAGES for prefix in ("", "/es")]


@pytest.mark.parametrize("page", BOTH)
def test_every_page_answers_in_the_language_of_its_address(client: Client, page: str) -> None:
    answer = client.get(page)
    assert answer.status_code == 200
    language = "es" if page.startswith("/es/") else "en"
    assert f'<html lang="{language}">' in answer.text
    assert answer["Content-Language"] == language


@pytest.mark.parametrize("page", PAGES)
def test_the_language_of_the_browser_changes_nothing(client: Client, page: str) -> None:
    answer = client.get(page, headers={"accept-language": "es"})
    assert '<html lang="en">' in answer.text
    assert "accept-language" not in answer.get("Vary", "").lower()


@pytest.mark.parametrize("page", BOTH)
def test_every_page_names_itself_in_both_languages(client: Client, page: str) -> None:
    said = client.get(page, {"date": "2010-09-28"}).text
    english = page.removeprefix("/es")
    assert f'rel="canonical" href="http://testserver{page}"' in said
    for language, path in (("en", english), ("es", f"/es{english}"), ("x-default", english)):
        assert f'hreflang="{language}" href="http://testserver{path}"' in said


@pytest.mark.parametrize("page", BOTH)
def test_every_page_has_one_title_one_description_and_one_heading(
    client: Client, page: str
) -> None:
    said = client.get(page).text
    assert re.search(r"<title>[^<]{5,}</title>", said)
    assert re.search(r'<meta name="description" content="[^"]{30,}">', said)
    assert said.count("<h1") == 1


@pytest.mark.parametrize("page", BOTH)
def test_no_page_sets_a_cookie_and_any_cache_may_keep_it_for_who_has_none(
    client: Client, page: str
) -> None:
    answer = client.get(page)
    assert not answer.cookies
    assert answer["Cache-Control"] == "public, max-age=60"
    assert "Cookie" in answer["Vary"].split(", ")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_that_the_reader_has_is_not_sent_again(client: Client, page: str) -> None:
    etag = client.get(page)["ETag"]
    again = client.get(page, headers={"if-none-match": etag})
    assert again.status_code == 304
    assert not again.content
    other_day = client.get(page, {"date": "2009-01-01"}, headers={"if-none-match": etag})
    assert other_day.status_code == 200


def test_a_page_of_a_named_edition_and_day_may_be_kept_for_a_day(client: Client) -> None:
    answer = client.get("/secure-communities/policy/", {"edition": "1", "date": "2010-09-28"})
    assert answer["Cache-Control"] == "public, max-age=86400"


@pytest.mark.parametrize("page", BOTH)
def test_no_page_holds_an_inline_script_style_or_handler(client: Client, page: str) -> None:
    said = client.get(page).text
    assert "<style" not in said
    assert not re.search(r'\sstyle="', said)
    assert not re.search(r'\son[a-z]+="', said)
    # Blocks of data, which no browser runs and no policy of content forbids.
    data = ('type="application/json"', 'type="application/ld+json"')
    for script in re.findall(r"<script([^>]*)>", said):
        assert " src=" in script or any(kind in script for kind in data)


def test_every_link_of_the_frame_keeps_the_day_and_what_was_known(client: Client) -> None:
    said = client.get(
        "/secure-communities/policy/", {"date": "2010-09-28", "known": "2011-01-01"}
    ).text
    kept = "?date=2010-09-28&amp;known=2011-01-01"
    for page in (
        "/secure-communities/",
        "/secure-communities/jurisdictions/",
        "/secure-communities/sources/",
        "/secure-communities/methodology/",
        "/secure-communities/glossary/",
    ):
        assert f'href="{page}{kept}"' in said
    about = kept.replace("?", "?program=secure-communities&amp;")
    assert f'href="/about/{about}"' in said
    assert f'href="/es/secure-communities/policy/{kept}"' in said


def test_an_empty_parameter_is_as_if_absent(client: Client) -> None:
    plain = client.get("/secure-communities/policy/")
    empty = client.get(
        "/secure-communities/policy/", {"date": "", "known": "", "edition": "", "program": ""}
    )
    assert empty.status_code == 200
    assert empty.text == plain.text


def test_the_page_says_its_edition_and_how_to_cite_it(client: Client) -> None:
    said = client.get("/secure-communities/policy/").text
    assert "Edition 1, published" in said
    assert "http://testserver/secure-communities/policy/?date=2011-08-05&amp;edition=1" in said


def test_a_page_can_only_be_read(client: Client) -> None:
    assert client.post("/secure-communities/policy/").status_code == 405
    assert client.head("/secure-communities/policy/").status_code == 200


@pytest.mark.parametrize("page", ["/places/48201-harris-county-texas/", "/es/about/"])
def test_the_headers_name_the_style_sheets_before_the_page_does(client: Client, page: str) -> None:
    answer = client.get(page)
    head = answer.text.partition("</head>")[0]
    styles = re.findall(r'<link rel="stylesheet" href="([^"]+)">', head)
    assert styles
    assert answer["Link"] == ", ".join(f"<{href}>; rel=preload; as=style" for href in styles)


def test_no_style_sheet_goes_ahead_of_the_picture_that_a_page_opens_with(client: Client) -> None:
    assert "Link" not in client.get("/secure-communities/")
    # Another day has no such picture.
    assert "as=style" in client.get("/secure-communities/?date=2011-08-05")["Link"]
