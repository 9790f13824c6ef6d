"""Why a parameter cannot be used is said in whole sentences, on pages and to programs alike."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from django.test import Client

ROOT = Path(__file__).parents[2] / "jurisdictions"


def said_by(refusal: str) -> Iterator[tuple[str, str]]:
    """Where a refusal is raised, and each text that is written there."""
    for file in sorted(ROOT.rglob("*.py")):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") == refusal:
                for part in ast.walk(call.args[1]):
                    if isinstance(part, ast.Call) and getattr(part.func, "id", "") in TRANSLATED:
                        yield (
                            f"{file.relative_to(ROOT)}:{call.lineno}",
                            ast.literal_eval(part.args[0]),
                        )


TRANSLATED = {"_", "gettext"}


def test_what_ends_a_sentence_begins_none_and_has_no_period() -> None:
    told = list(said_by("BadAsk"))
    assert len(told) > 20
    assert [one for one in told if one[1][0].isupper() or one[1].endswith(".")] == []


def test_what_is_a_sentence_of_its_own_ends_as_one() -> None:
    told = list(said_by("BadParameter"))
    assert len(told) > 8
    assert [one for one in told if not one[1].endswith(".")] == []


@pytest.mark.django_db
@pytest.mark.usefixtures("both_programs")
@pytest.mark.parametrize(
    ("page", "said"),
    [
        (
            "/287g/agreements/?on_list=2021-01-14",
            "The parameter on_list of the address cannot be read: it is the day of no list of"
            " ICE's on record; the nearest are of 2021-01-13, 2021-01-16.",
        ),
        (
            "/es/287g/agreements/?on_list=2021-01-14",
            "El parámetro on_list de la dirección no se entiende: no es el día de ninguna lista de"
            " ICE que esté en el registro; las más cercanas son del 2021-01-13, 2021-01-16.",
        ),
    ],
)
def test_the_page_of_a_refusal_is_one_sentence(client: Client, page: str, said: str) -> None:
    answer = client.get(page)
    assert answer.status_code == 400
    text = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", answer.text)))
    assert said in text
    assert f"{said}." not in text


@pytest.mark.django_db
@pytest.mark.usefixtures("both_programs")
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "agreements/?on_list=2021-01-14",
            "on_list “2021-01-14” is the day of no list of ICE's on record; the nearest are of"
            " 2021-01-13, 2021-01-16",
        ),
        ("flags/?kind=none", "“none” is no value of kind. Known values: "),
    ],
)
def test_a_program_is_told_in_a_sentence_too(client: Client, asked: str, said: str) -> None:
    answer = client.get(f"/api/v1/{asked}")
    assert answer.status_code == 400
    assert said in answer.json()["detail"]
