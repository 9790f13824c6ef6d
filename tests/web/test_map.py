"""The map page, its files and its picture, as a reader's program gets them."""

from __future__ import annotations

import gzip
import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import brotli
import pytest
from django.conf import settings
from django.test import Client

from jurisdictions.read import maps
from jurisdictions.render.pictures.map_legend import layer_labels, legend_values
from jurisdictions.render.programs.palette import light_colours
from jurisdictions.render.programs.secure_communities.legend import WORDS
from jurisdictions.web.map.drawn import page_colours
from jurisdictions.web.map.files import MODULES

pytestmark = pytest.mark.usefixtures("shipped")
SCRIPTS = Path(settings.BASE_DIR) / "static" / "js"
GEOMETRY = Path(settings.BASE_DIR) / "static" / "geo" / "us-counties-2010.json"
IMPORT = re.compile(r"^(?:import|export) .*? from \"(.+?)\";", re.MULTILINE | re.DOTALL)
FILE = "/map/secure-communities/1/status.json"


def config_of(page: str) -> dict[str, object]:
    """What the page tells its scripts."""
    found = re.search(r'<script id="map-config"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert found
    told: dict[str, object] = json.loads(found[1])
    return told


def test_the_map_opens_on_the_programs_opening_day(client: Client) -> None:
    page = client.get("/secure-communities/").text
    assert "On August 5, 2011, the federal government held" in page
    assert "1,510 jurisdictions of 3,234 were active, in 44 states" in page


def test_a_day_is_shown_with_its_counts_before_any_script_runs(client: Client) -> None:
    page = client.get("/secure-communities/?date=2010-09-28").text
    counts = re.findall(r"data-count>([\d,]+)<", page)
    assert sum(int(count.replace(",", "")) for count in counts) == 3234
    assert "659 jurisdictions of 3,234 were active, in 32 states" in page


def test_the_map_says_where_the_record_is_thin(client: Client) -> None:
    page = client.get("/secure-communities/").text
    found = re.search(r'href="([^"]+)">no agreement is documented for (\d+) states', page)
    assert found
    listed = client.get(found[1].replace("&amp;", "&")).text
    assert f"{found[2]} " in listed
    assert 25 <= int(found[2]) <= 40


@pytest.mark.parametrize(
    ("query", "named"),
    [("layer=weather", "layer"), ("state=ZZ", "state"), ("place=99999", "place")],
)
def test_a_parameter_that_means_nothing_is_named(client: Client, query: str, named: str) -> None:
    answer = client.get(f"/secure-communities/?{query}")
    assert answer.status_code == 400
    assert named in answer.text


def test_a_chosen_states_places_are_listed_on_the_page(client: Client) -> None:
    page = client.get("/secure-communities/?state=IL&date=2011-03-01").text
    assert page.count("data-geoid=") == 102
    assert "Jurisdictions of Illinois" in page


def test_the_page_has_no_inline_style_and_no_inline_script(client: Client) -> None:
    page = client.get("/secure-communities/?state=IL").text
    assert "<style" not in page
    assert not re.search(r"<[^>]+\sstyle=", page)
    inline = re.findall(r"<script(?![^>]*\bsrc=)([^>]*)>", page)
    assert inline
    # Data for scripts and for search engines, which no browser runs.
    assert all(re.search(r'type="application/(ld\+)?json"', one) for one in inline)


def test_every_mark_of_the_slider_is_a_link_to_its_day(client: Client) -> None:
    page = client.get("/secure-communities/?layer=agreement").text
    marks = re.findall(r'data-event="([\d-]+)" href="([^"]+)"', page)
    assert len(marks) > 20
    assert all(f"date={day}" in href and "layer=agreement" in href for day, href in marks)


def test_every_mark_names_its_act_and_where_it_is_told_on_the_readers_day(client: Client) -> None:
    mark = re.compile(
        r'data-event="2008-10-27" href="[^"]+" data-href="([^"]+)"[^>]+"([^"]+)" class'
    )
    for day in ("2009-02-03", "2012-06-05"):
        ((href, words),) = mark.findall(client.get(f"/secure-communities/?date={day}").text)
        assert href == f"/secure-communities/policy/?date={day}#first-activation"
        assert words == "October 27, 2008: First activation (Harris County, Texas)"
    ((href, _words),) = mark.findall(client.get("/es/secure-communities/").text)
    assert href == "/es/secure-communities/policy/#first-activation"


def test_the_latest_act_of_a_day_leads_to_that_day(client: Client) -> None:
    page = client.get("/secure-communities/?date=2008-10-28").text
    (found,) = re.findall(r'<a id="map-event" href="([^"]+)">([^<]+)<', page)
    assert found[0] == "/secure-communities/policy/?date=2008-10-28#first-activation"
    assert found[1].startswith("October 27, 2008")


def test_without_scripts_the_map_is_dark_where_its_legend_is(client: Client) -> None:
    page = client.get("/secure-communities/?state=IL").text
    (noscript,) = re.findall(r"<noscript>(.*?)</noscript>", page, re.DOTALL)
    ((dark, light),) = re.findall(r'srcset="([^"]+)"><img src="([^"]+)"', noscript)
    assert dark == f"{light}&amp;scheme=dark"
    drawn = client.get(unescape(dark)).text
    assert page_colours("dark")["status-active-over-objection"] in drawn
    assert page_colours("light")["status-active-over-objection"] not in drawn
    assert client.get(f"{unescape(light)}&scheme=pink").status_code == 400


def test_the_small_picture_of_the_home_goes_ahead_of_the_map(client: Client) -> None:
    """On a slow line the large files wait for it; the reader has it from the home already."""
    small = re.compile(r'src="([^"]+size=small[^"]+)" width')
    for path, home in (("/secure-communities/", "/"), ("/es/secure-communities/", "/es/")):
        page = client.get(path).text
        (still,) = small.findall(page)
        assert still in client.get(home).text
        head, body = page.split("</head>")
        assert still in head, "it is asked for before anything else"
        assert "modulepreload" not in head
        later = body[body.index("<template") : body.index("</template>")]
        assert later.count("modulepreload") == len(MODULES)
        assert "leaflet" in later
        assert "js/map/begin." in body


@pytest.mark.parametrize("turn", ["date=2012-06-05", "state=CA", "layer=agreement", "edition=1"])
def test_a_map_that_shows_something_else_is_drawn_at_once(client: Client, turn: str) -> None:
    page = client.get(f"/secure-communities/?{turn}").text
    head, body = page.split("</head>")
    assert "size=small" not in head.replace("size=card", "")
    assert "map-still" not in body
    assert head.count("modulepreload") == len(MODULES)
    assert "js/map/begin." not in body


def test_the_scripts_of_the_first_picture_are_asked_for_at_once() -> None:
    """A module that is imported but not named in MODULES would be found out only on the way."""
    wanted, waiting = set(), ["map/map"]
    while waiting:
        name = waiting.pop()
        wanted.add(name)
        file = SCRIPTS / f"{name}.js"
        for imported in IMPORT.findall(file.read_text(encoding="utf-8")):
            path = (file.parent / imported).resolve().relative_to(SCRIPTS).with_suffix("")
            if path.as_posix() not in wanted:
                waiting.append(path.as_posix())
    assert set(MODULES) == wanted


def test_the_span_file_names_its_boundaries_and_may_be_kept_for_ever(client: Client) -> None:
    answer = client.get(FILE)
    told = json.loads(answer.content)
    assert told["geometry"] == json.loads(GEOMETRY.read_text(encoding="utf-8"))["hash"]
    assert client.get(FILE, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert "immutable" in client.get(spans_named(client))["Cache-Control"]


def spans_named(client: Client, address: str = "/secure-communities/") -> str:
    """The address of the span file that the map page names."""
    addresses: Any = config_of(client.get(address).text)["addresses"]
    return str(addresses["spans"])


def test_a_span_file_of_another_form_has_another_address(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = spans_named(client)
    assert before.startswith(f"{FILE}?v=")
    assert "&v=" in spans_named(client, "/secure-communities/?known=2010-01-01")
    monkeypatch.setattr(maps, "FORM", "another")
    assert spans_named(client) != before
    for address in (before, f"{before}x", FILE):
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer["Cache-Control"] == "public, max-age=60"


def test_the_span_file_is_packed_as_the_reader_can_take_it(client: Client) -> None:
    plain = client.get(FILE).content
    for coding, unpack in (("br", brotli.decompress), ("gzip", gzip.decompress)):
        answer = client.get(FILE, headers={"Accept-Encoding": coding})
        assert answer["Content-Encoding"] == coding
        assert "Accept-Encoding" in answer["Vary"]
        assert len(answer.content) <= 25_000
        assert unpack(answer.content) == plain


@pytest.mark.parametrize(
    "address",
    [
        "/map/secure-communities/1/weather.json",
        "/map/secure-communities/99/status.json",
        "/map/elsewhere/1/status.json",
        "/map/secure-communities/1/status.json?known=yesterday",
    ],
)
def test_a_span_file_that_does_not_exist_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_the_span_file_as_known_on_a_day_leaves_out_what_came_out_later(client: Client) -> None:
    known = json.loads(client.get(f"{FILE}?known=2010-01-01").content)
    assert known["known"] == "2010-01-01"
    assert known["changes"] != json.loads(client.get(FILE).content)["changes"]


def offered(client: Client, text: str, address: str = "/places/search.json") -> dict[str, Any]:
    answer = client.get(address, {"q": text})
    assert len(answer.content) < 2_000
    return answer.json()


def test_the_search_offers_the_likeliest_places_and_says_by_what_they_were_found(
    client: Client,
) -> None:
    found = offered(client, "Oakland, California")
    assert found["places"][0] == {
        "geoid": "06001",
        "label": "Alameda County, California",
        "found": "Oakland",
    }
    assert found["sure"] is True
    assert offered(client, "60608")["places"][0]["found"] == "60608"
    assert offered(client, "46102")["places"][0]["geoid"] == "46113"


def test_the_search_is_not_sure_where_several_fit_equally(client: Client) -> None:
    found = offered(client, "St. Louis, MO")
    assert [place["geoid"] for place in found["places"][:2]] == ["29510", "29189"]
    assert found["sure"] is False
    assert len(offered(client, "NYC")["places"]) == 5
    zip_of_two = offered(client, "00601")["places"]
    assert [place["geoid"] for place in zip_of_two] == ["72001", "72141"]


def test_the_search_speaks_the_language_of_the_page(client: Client) -> None:
    found = offered(client, "condado de Kings, Nueva York", "/es/places/search.json")
    assert found["places"][0]["label"] == "Condado de Kings (Brooklyn), Nueva York"
    assert offered(client, "")["places"] == []


def test_the_picture_says_what_it_shows(client: Client) -> None:
    answer = client.get("/secure-communities/map.svg?date=2011-08-05")
    assert answer["Content-Type"].startswith("image/svg+xml")
    picture = answer.content.decode()
    assert "August 5, 2011" in picture
    assert "1,510" in re.sub(r"<[^>]+>", " ", picture)
    assert "<style" not in picture


def test_the_picture_of_another_day_is_another(client: Client) -> None:
    assert (
        client.get("/secure-communities/map.svg?date=2010-01-01").content
        != client.get("/secure-communities/map.svg").content
    )


def test_who_said_no_is_dotted_in_the_picture_and_in_its_legend(client: Client) -> None:
    picture = client.get("/secure-communities/map.svg?date=2012-06-01").content.decode()
    for value in ("active-over-objection", "active-opt-out-pending"):
        assert (f'<pattern id="map-{value}"' in picture) == (f'fill="url(#map-{value})"' in picture)
        assert f'<pattern id="row-status-{value}"' in picture
    assert '<path fill="url(#map-active-over-objection)"' in picture
    assert "map-active-without-agreement" not in picture


def test_every_value_of_every_layer_has_a_label_and_a_colour() -> None:
    colours = light_colours(SCRIPTS.parent / "css" / "tokens.css")
    years = ["2008", "2009", "2010", "2011", "2012", "2013"]
    for layer in layer_labels("secure-communities"):
        for entry in legend_values("secure-communities", layer, years):
            assert f"{layer}-{entry['value']}" in colours
            assert entry["label"]


def test_every_word_of_a_layer_stands_in_its_legend() -> None:
    for words in WORDS.values():
        assert set(words) == set(type(words[0]))


def test_the_scripts_words_are_those_of_the_readers_language(client: Client) -> None:
    english = config_of(client.get("/secure-communities/").text)
    spanish = config_of(client.get("/es/secure-communities/").text)
    assert (english["locale"], spanish["locale"]) == ("en-US", "es-US")
    assert english["words"] != spanish["words"]


def test_the_legend_has_groups_with_totals_and_folds_what_nobody_has(client: Client) -> None:
    page = " ".join(client.get("/secure-communities/", {"date": "2010-12-01"}).text.split())
    totals = [
        (title, int(number.replace(",", "")))
        for title, number in re.findall(
            r"data-group>([^<]+)</span> <span class=\"number\"><span data-group-count>([\d,]+)<",
            page,
        )
    ]
    assert [title for title, _number in totals] == ["Active", "Not active"]
    assert sum(number for _title, number in totals) == 3234
    folded = page.split("data-folded")[1].split("</details>")[0]
    assert "3 more, none on this day" in folded
    assert folded.count("<li>") == 3
    assert "No longer exists" not in folded
    isolated = client.get("/secure-communities/?date=2010-12-01&isolate=program-ended").text
    assert "2 more, none on this day" in isolated


def test_the_acts_that_held_longest_are_named_on_the_band(client: Client) -> None:
    told = re.findall(r'class="act-name[^>]*>([^<]+)<', client.get("/secure-communities/").text)
    assert 3 <= len(told) <= 5
    assert {"Program announced", "Agreements ended", "Program ends"} <= set(told)


def test_places_stand_beside_the_map_by_state_without_any_script(client: Client) -> None:
    page = client.get("/secure-communities/", {"date": "2010-12-01"}).text
    listed = page.split('id="map-members"')[1].split("</details>")[0]
    ways = re.findall(r'href="([^"]+)" data-state="([A-Z]{2})">([^<]+)<', listed)
    assert len(ways) == 56
    href = next(href for href, code, _name in ways if code == "TX").replace("&amp;", "&")
    assert "date=2010-12-01" in href
    of_texas = client.get(href).text.split('id="map-members"')[1].split("</details>")[0]
    assert of_texas.count("data-geoid=") == 254
    assert ">All states<" in of_texas
