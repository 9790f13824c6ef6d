"""What the record of a region lacks: counts, lists, the form that mends each, and a file."""

from __future__ import annotations

import csv
import re
from datetime import timedelta
from io import StringIO

import pytest
from django.test import Client
from django.utils import timezone

from jurisdictions.models import Activation, Citation, LocalMeasure, Source
from tests.people import make_person, sign_in
from tests.web.writing import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]
HERE = "/secure-communities/desk/lacks/17/"


@pytest.fixture
def ines() -> Client:
    return sign_in(Client(), make_person("contributor", "17", name="Ines"))


def lists(client: Client, what: str, **asked: str) -> list[dict[str, str]]:
    query = "&".join(f"{name}={value}" for name, value in {"what": what, **asked}.items())
    text = client.get(f"{HERE.removesuffix('/')}.csv?{query}").text
    return list(csv.DictReader(StringIO(text)))


def test_each_sort_is_counted_and_each_line_leads_to_the_form_that_mends_it(ines: Client) -> None:
    page = ines.get(f"{HERE}?what=one-source")
    told = words(page)
    for title in ("Facts without a source", "Facts without Spanish", "local measure"):
        assert title in told
    rows = lists(ines, "one-source")
    activations = Activation.objects.current().filter(geoid__startswith="17").count()
    mine = [row for row in rows if row["fact"].startswith("activation:")]
    assert len(mine) == activations
    assert all(row["geoid"].startswith("17") and row["told"] for row in rows)
    links = re.findall(r'href="(/secure-communities/desk/facts/[^"]+/contradict/)"', page.text)
    assert links
    assert ines.get(links[0]).status_code == 200
    counted = re.search(r"one source alone supports</a> <b class=\"count\">([\d,]+)", page.text)
    assert counted
    assert int(counted[1].replace(",", "")) == len(rows)


def test_the_page_opens_at_the_first_sort_of_which_there_are_some(ines: Client) -> None:
    page = ines.get(HERE).text
    assert '<a href="/secure-communities/desk/lacks/17/?what=no-source' in page
    chosen = re.search(r'what=([\w-]+)[^"]*" aria-current="page"', page)
    assert chosen
    assert chosen[1] == "one-source"
    # Whoever asks for an empty one gets it.
    assert "None." in words(ines.get(f"{HERE}?what=no-source"))


def test_what_all_lines_of_a_page_rest_on_is_told_once(ines: Client) -> None:
    page = words(ines.get(f"{HERE}?what=one-source"))
    title = lists(ines, "one-source")[0]["told"]
    assert page.count(title) == 1
    assert f"All on this page lack, or rest on, the same: {title}" in page
    assert "Lacks, or rests on" not in page
    # Those of the last page differ.
    assert "Lacks, or rests on" in words(ines.get(f"{HERE}?what=one-source&page=99"))
    assert "Lacks, or rests on" not in words(ines.get(f"{HERE}?what=no-measure"))


def test_places_without_a_measure_lead_to_its_form(ines: Client) -> None:
    rows = lists(ines, "no-measure")
    measured = set(
        LocalMeasure.objects.current()
        .filter(geoid__startswith="17")
        .values_list("geoid", flat=True)
    )
    assert measured
    assert not {row["geoid"] for row in rows} & measured
    page = ines.get(f"{HERE}?what=no-measure").text
    form = f"/secure-communities/desk/suggest/{rows[0]['geoid']}/local_measure/"
    assert f'href="{form}"' in page
    assert ines.get(form).status_code == 200


def test_a_source_that_vanished_from_its_address_is_told_of_its_facts(ines: Client) -> None:
    assert lists(ines, "dead-address") == []
    cited = Citation.objects.current().filter(fact__kind="activation", fact__key="17089").get()
    Source.objects.filter(fact=cited.source).update(vanished_on="2026-11-20")
    rows = lists(ines, "dead-address")
    assert "activation:17089" in {row["fact"] for row in rows}
    page = ines.get(f"{HERE}?what=dead-address").text
    assert f'href="/secure-communities/desk/sources/{cited.source.key}/"' in page


def test_what_nobody_looked_at_since_a_day_is_listed_oldest_first(ines: Client) -> None:
    assert lists(ines, "old") == []
    tomorrow = (timezone.now() + timedelta(days=1)).date().isoformat()
    rows = lists(ines, "old", before=tomorrow)
    assert len(rows) > 100
    second = ines.get(f"{HERE}?what=old&before={tomorrow}&page=2")
    assert "Page 2 of" in words(second)
    # On a phone each line is a card: a hundred of them were 27,051 px long.
    assert len(re.findall(r'<th [^>]*scope="row"', second.text)) == 25
    # What is no day, no sort and no page is taken as nothing was asked.
    assert ines.get(f"{HERE}?what=x&before=y&page=-1").status_code == 200


def test_texts_without_spanish_name_their_columns(ines: Client) -> None:
    measure = LocalMeasure.objects.current().filter(geoid__startswith="17").exclude(summary="")[0]
    LocalMeasure.objects.filter(pk=measure.pk).update(summary_es="")
    rows = lists(ines, "no-spanish")
    row = next(row for row in rows if row["fact"] == measure.fact.name)
    assert row["told"]


def test_the_desk_says_no_more_than_the_full_list_can_hold(ines: Client) -> None:
    told = words(ines.get("/secure-communities/desk/"))
    assert lists(ines, "no-source") == []
    assert lists(ines, "one-source")
    assert "every fact here names a source" in told
    assert "also counts facts that one source alone supports" in told
