"""What a page says when the address is wrong, or when there is nothing to show."""

from __future__ import annotations

import pytest
from django.test import Client, RequestFactory

from jurisdictions.web.site.errors import failed

WRONG = (
    ("date", "2011-13-01"),
    ("date", "05/08/2011"),
    ("known", "yesterday"),
    ("edition", "99"),
    ("edition", "one"),
    ("program", "no-such-program"),
)


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize(("parameter", "value"), WRONG)
@pytest.mark.parametrize(
    "page",
    [
        "/secure-communities/",
        "/secure-communities/jurisdictions/",
        "/secure-communities/policy/",
        "/places/17-illinois/",
    ],
)
def test_a_wrong_parameter_is_named_on_a_page_of_its_own(
    client: Client, page: str, parameter: str, value: str
) -> None:
    answer = client.get(page, {parameter: value})
    assert answer.status_code == 400
    assert f"<code>{parameter}</code>" in answer.text
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize("language", ["", "/es"])
def test_no_line_breaks_a_day_that_a_refusal_writes(client: Client, language: str) -> None:
    told = client.get(f"{language}/secure-communities/", {"date": "2011-13-45"}).text
    assert told.count("2011-08-05") == told.count('<span class="whole">2011-08-05</span>') == 2


@pytest.mark.usefixtures("shipped")
def test_an_edition_as_known_on_a_day_is_refused(client: Client) -> None:
    answer = client.get("/secure-communities/policy/", {"edition": "1", "known": "2010-01-01"})
    assert answer.status_code == 400
    assert "<code>known</code>" in answer.text


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("status", "nonsense"),
        ("state", "ZZ"),
        ("kind", "village"),
        ("agreement", "nonsense"),
        ("objection", "nonsense"),
        ("level", "town"),
        ("sort", "colour"),
        ("opt_out", "maybe"),
        ("activated_after", "2010"),
        ("page", "0"),
        ("page", "9999"),
        ("page", "two"),
    ],
)
def test_a_filter_that_the_list_does_not_know_is_named(
    client: Client, parameter: str, value: str
) -> None:
    answer = client.get("/secure-communities/jurisdictions/", {parameter: value})
    assert answer.status_code == 400
    assert f"<code>{parameter}</code>" in answer.text


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize(
    "address",
    [
        "/nowhere/",
        "/places/99999/",
        "/places/ZZ/",
        "/secure-communities/sources/none/",
        "/es/nada/",
    ],
)
def test_what_is_not_there_gets_the_page_that_says_so(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    language = "es" if address.startswith("/es/") else "en"
    assert f'<html lang="{language}">' in answer.text
    assert 'class="masthead"' in answer.text
    assert 'content="noindex"' in answer.text


@pytest.mark.usefixtures("empty_record")
def test_before_the_first_edition_the_pages_say_so(client: Client) -> None:
    answer = client.get("/secure-communities/policy/")
    assert answer.status_code == 503
    assert "Nothing is published yet" in answer.text


def test_the_page_of_an_error_needs_nothing_to_be_drawn() -> None:
    from django.template.loader import render_to_string

    said = render_to_string("500.html")
    assert "Something went wrong" in said
    assert "Algo salió mal" in said


@pytest.mark.parametrize(
    ("path", "browser", "first"),
    [
        ("/policy/", "", "en"),
        ("/es/policy/", "en-US", "es"),
        ("/policy/", "es-MX,es;q=0.9,en;q=0.8", "es"),
        ("/policy/", "fr,en;q=0.9,es;q=0.1", "en"),
        ("/policy/", "x" * 5000, "en"),
    ],
)
def test_the_page_of_an_error_begins_in_the_readers_language(
    path: str, browser: str, first: str
) -> None:
    asked = RequestFactory().get(path, headers={"accept-language": browser})
    said = failed(asked).content.decode()
    assert f'<html lang="{first}">' in said
    titles = {"en": "Something went wrong", "es": "Algo salió mal"}
    assert f"<h1>{titles.pop(first)}</h1>" in said
    ((other, title),) = titles.items()
    assert f'<h2 lang="{other}">{title}</h2>' in said
    assert said.count('lang="es"') + said.count('lang="en"') == 3
