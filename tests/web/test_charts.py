"""Charts through time: what they draw is what the lists of the days count."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from datetime import date
from typing import Any

import pytest
from django.test import Client

from jurisdictions.read.asking import ask
from jurisdictions.read.places import states_of
from jurisdictions.read.through_time import statuses_through_time
from jurisdictions.render.charts.all import makers_of
from jurisdictions.render.pictures.through_time import levels_to, page_paint

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("both_programs")]
PROGRAMS = ("secure-communities", "287g")


def body(client: Client, address: str) -> bytes:
    answer: Any = client.get(address)
    assert answer.status_code == 200, address
    return b"".join(answer.streaming_content) if answer.streaming else bytes(answer.content)


def page(client: Client, address: str) -> str:
    return " ".join(body(client, address).decode().replace("&#x27;", "'").split())


def rows(client: Client, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body(client, address).decode(), newline="")))


@pytest.mark.parametrize("state", ["", "CT", "TX"])
@pytest.mark.parametrize(
    ("program", "day"),
    [
        ("secure-communities", "2011-08-05"),
        ("secure-communities", "2014-01-01"),
        ("287g", "2026-05-18"),
    ],
)
def test_the_numbers_of_a_day_are_those_of_the_list(
    client: Client, program: str, day: str, state: str
) -> None:
    asked = f"&state={state}" if state else ""
    listed = rows(client, f"/{program}/jurisdictions.csv?date={day}{asked}")
    counted = Counter(row["status"] for row in listed)
    held: dict[str, int] = {}
    for row in rows(client, f"/{program}/charts/status.csv?{asked.lstrip('&')}"):
        if row["day"] <= day:
            held[row["status"]] = int(row["number"])
    held.pop("does-not-exist", None)
    assert {word: number for word, number in held.items() if number} == counted


REACH = "2026-05-18"
"""The day of the last list of ICE's; texts of agreements tell of days after it, of a part only."""


@pytest.mark.parametrize("state", ["", "GA"])
@pytest.mark.parametrize("chart", ["status", "agreements"])
def test_a_charts_numbers_end_where_its_drawing_ends(
    client: Client, chart: str, state: str
) -> None:
    asked = f"?state={state}" if state else ""
    told = rows(client, f"/287g/charts/{chart}.csv{asked}")
    assert max(row["day"] for row in told) <= REACH
    last: Counter[str] = Counter()
    for row in told:
        last[row["status" if chart == "status" else "model"]] = int(row["number"])
    if chart == "agreements":
        listed = rows(client, f"/287g/agreements.csv{asked}")
        assert last.total() == sum(row["in_force"] == "true" for row in listed)
        # Nor does its axis go higher than what it draws.
        picture = body(client, f"/287g/charts/{chart}.svg{asked}").decode()
        numbers = re.findall(r'text-anchor="end"[^>]*>([\d,]+)</text>', picture)
        assert max(int(one.replace(",", "")) for one in numbers) == last.total()


@pytest.mark.parametrize("program", PROGRAMS)
def test_nothing_is_left_empty_after_the_last_day_of_a_chart(client: Client, program: str) -> None:
    picture = body(client, f"/{program}/charts/status.svg").decode()
    axis = re.search(r'd="M56 [\d.]+H([\d.]+)"', picture)
    assert axis
    assert f"H{axis[1]}.0" in picture.split("<path fill=")[1]
    said = body(client, f"/{program}/charts/claims.svg").decode()
    line = re.search(r'd="M56 [^"]+H([\d.]+)" fill="none"', said)
    assert line
    rings = [float(x) for x in re.findall(r'<circle cx="([\d.]+)"', said)]
    assert max(*rings, float(line[1])) == float(axis[1])


def test_the_line_of_a_day_stands_where_the_chart_has_the_day() -> None:
    chart = makers_of(ask(program="287g", today=date(2026, 11, 26)), None)["claims"]()
    paint = page_paint(dict.fromkeys(("accent", "ink", "ink-soft", "line", "paper"), ""))
    assert chart.draw
    assert chart.mark
    line = re.search(r'H([\d.]+)" fill="none"', chart.draw(chart.wide, paint, ""))
    marked = chart.mark(chart.wide, paint, date.fromisoformat(REACH))
    assert line
    assert marked.startswith(f'<path d="M{line[1]} ')


def test_a_legend_is_read_once_and_named(client: Client) -> None:
    told = page(client, "/secure-communities/charts/?state=CA")
    section = told.split('id="chart-status"', 1)[1].split("</section>")[0]
    # The caption of a figure is its name: the legend would be read before it is read.
    assert "<figure" not in section
    assert '<ul class="chart-legend" aria-label="Legend">' in section


def test_a_charts_axis_has_round_numbers_and_the_greatest() -> None:
    assert levels_to(65) == [0, 20, 40, 65]
    assert levels_to(159) == [0, 50, 100, 159]
    assert levels_to(3234) == [0, 1000, 2000, 3234]
    assert levels_to(4) == [0, 1, 2, 3, 4]
    assert levels_to(1) == [0, 1]
    assert levels_to(0) == [0]


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("287g/charts/agreements.csv", "287(g): agreements in force by model, Georgia"),
        ("287g/charts/status.csv", "287(g): counties and equivalents by status, Georgia"),
        ("287g/charts/timeline.csv", "287(g): timeline, Georgia"),
    ],
)
def test_the_file_of_a_states_chart_is_cited_with_the_state(
    client: Client, asked: str, title: str
) -> None:
    assert f"“{title}.”" in body(client, f"/{asked}.citation.txt?state=GA").decode()
    picture = body(client, f"/{asked.replace('.csv', '.svg')}?state=GA").decode()
    words = re.sub(r"<[^>]+>", " ", picture[picture.index("</metadata>") :])
    assert "287(g), day by day. Edition 1, published " in " ".join(words.split())


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_places_are_as_many_on_every_day(program: str) -> None:
    series = statuses_through_time(ask(program=program, today=date(2026, 11, 26)))
    assert len({sum(turn.numbers) for turn in series.turns}) == 1
    assert series.turns[0].day == date.min
    days = [turn.day for turn in series.turns]
    assert days == sorted(set(days))


@pytest.mark.parametrize("program", PROGRAMS)
def test_states_together_are_the_nation(program: str) -> None:
    as_of = ask(program=program, today=date(2026, 11, 26))
    nation = statuses_through_time(as_of)
    states = [statuses_through_time(as_of, place.state) for place in states_of(as_of)]
    assert len(states) == 56
    for day in (date(2011, 8, 5), date(2025, 6, 1)):
        parts = zip(*(one.on(day).numbers for one in states), strict=True)
        assert tuple(map(sum, parts)) == nation.on(day).numbers


@pytest.mark.postgresql
@pytest.mark.parametrize("program", PROGRAMS)
def test_the_page_draws_the_nation_what_was_said_and_every_state(
    client: Client, program: str
) -> None:
    told = page(client, f"/{program}/charts/")
    assert told.count('viewBox="0 0 150 48"') == 56
    assert 'fill="var(--status-' in told
    assert "said and counted" in told
    assert told.count("<circle ") > 2 * 5
    texas = page(client, f"/{program}/charts/?state=tx")
    assert "Charts: Texas" in texas
    assert "<circle " not in texas
    assert ' style="' not in told


def test_the_table_has_the_last_day_of_each_year(client: Client) -> None:
    told = page(client, "/secure-communities/charts/?state=CA")
    table = re.split("<tbody[^>]*>", told)[1].split("</tbody>")[0]
    days = re.findall(r'<th[^>]*scope="row"[^>]*>([^<]+)</th>', table)
    assert days[0] == "Dec 31, 2008"
    assert days[:-1] == [f"Dec 31, {year}" for year in range(2008, 2008 + len(days) - 1)]


@pytest.mark.postgresql
@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("chart", ["status", "claims"])
def test_a_picture_has_title_source_and_legend_in_it(
    client: Client, program: str, chart: str
) -> None:
    picture = body(client, f"/{program}/charts/{chart}.svg").decode()
    assert "Edition 1." in picture
    assert "CC0" in picture
    assert "var(" not in picture
    assert picture.count(' d="M') > 2
    dark = body(client, f"/{program}/charts/{chart}.svg?scheme=dark").decode()
    assert dark != picture
    spanish = body(client, f"/es/{program}/charts/{chart}.svg").decode()
    assert "Edición 1." in spanish


def test_a_picture_is_painted_as_png(client: Client) -> None:
    answer = client.get("/287g/charts/status.png?state=FL")
    assert answer.content.startswith(b"\x89PNG")
    assert "chart-status-fl" in answer["Content-Disposition"]


@pytest.mark.parametrize(
    "address", ["charts/?state=ZZ", "charts/status.svg?state=ZZ", "charts/status.csv?state=ZZ"]
)
def test_what_is_no_state_is_refused(client: Client, address: str) -> None:
    answer = client.get(f"/287g/{address}")
    assert answer.status_code == 400
    assert "state" in answer.text


def test_there_is_no_other_chart(client: Client) -> None:
    assert client.get("/287g/charts/profit.svg").status_code == 404


def test_the_same_in_spanish(client: Client) -> None:
    told = page(client, "/es/287g/charts/?state=TX")
    assert "Gráficas: Texas" in told
    assert "condados y equivalentes por situación, Texas" in told


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_state_has_its_charts_on_its_own_page(client: Client, program: str) -> None:
    told = page(client, f"/places/48-texas/?program={program}&date=2014-01-01")
    section = told.split(f'id="{program}-chart-status"', 1)[1].split("</section>")[0]
    assert section.count('role="img"') == 2
    assert 'aria-describedby="' in section
    assert 'stroke="var(--accent)"' in section
    assert f"/{program}/charts/status.csv?state=TX" in section
    assert f"/{program}/charts/status.png?state=TX" in section


def test_a_county_has_a_chart_of_the_agreements_that_there_ever_were(client: Client) -> None:
    told = page(client, "/places/12035-flagler-county-florida/")
    assert 'id="287g-chart-agreements"' in told
    assert "/287g/charts/agreements.xlsx?place=12035" in told
    without = page(client, "/places/06075-san-francisco-county-california/?program=287g")
    assert 'id="287g-chart-agreements"' not in without


@pytest.mark.parametrize("place", ["", "state=FL", "place=12035"])
def test_the_agreements_of_a_day_are_those_of_the_list(client: Client, place: str) -> None:
    day = "2026-05-18"
    around = "state=FL" if place else ""
    listed = rows(client, f"/287g/agreements.csv?in_force_on={day}&{around}")
    if place == "place=12035":
        listed = [row for row in listed if "12035" in row["geoids"].split()]
    held: dict[str, int] = {}
    for row in rows(client, f"/287g/charts/agreements.csv?{place}"):
        if row["day"] <= day:
            held[row["model"]] = int(row["number"])
    assert sum(held.values()) == len(listed) > 0


def test_published_figures_are_bars_beside_their_table_and_files(client: Client) -> None:
    told = page(client, "/secure-communities/charts/?state=CA")
    chart = told.split('id="chart-figures"', 1)[1].split("</section>")[0]
    assert "Removals, Mar 31, 2011" in chart
    assert ">38,828<" in chart
    listed = rows(client, "/secure-communities/charts/figures.csv?state=CA")
    assert chart.count("<rect ") == 2 * len(listed) > 0
    assert {row["geoid"] for row in listed} == {"06"}


def test_bars_of_each_unit_say_how_far_they_are_drawn(client: Client) -> None:
    picture = body(client, "/secure-communities/charts/figures.svg").decode()
    widths = [
        float(found) for found in re.findall(r'<rect [^>]*width="([\d.]+)"[^>]*height="9"', picture)
    ]
    assert "Percent: the whole width is 100" in picture
    assert "Persons: the whole width is 197,302" in picture
    assert "Submissions: the whole width is 7,225,393" in picture
    share = next(float(one) for one in re.findall(r"M24\.0 [\d.]+h([\d.]+)", picture))
    # 79 percent is 79 parts of the width, not all of it.
    assert widths[0] == pytest.approx(0.79 * share, abs=0.1)
    drop = body(client, "/secure-communities/charts/figures.svg?place=06073&lang=en").decode()
    assert "Percent: the whole width is -100" in drop.replace("\N{MINUS SIGN}", "-")


def test_a_figure_below_zero_is_drawn_to_the_left(client: Client) -> None:
    picture = body(client, "/secure-communities/charts/figures.svg?place=04013").decode()
    assert "1,731" in picture
    assert not re.search(r'width="-', picture)


def test_a_county_that_never_had_any_is_told_so_in_words(client: Client) -> None:
    told = page(client, "/287g/charts/?place=06075")
    assert "no agency that serves it had an agreement on any day" in told
    section = told.split('id="chart-agreements"', 1)[1].split("</section>")[0]
    assert 'role="img"' not in section
    picture = body(client, "/287g/charts/agreements.svg?place=06075").decode()
    assert "Nothing to draw" in picture


def test_what_a_place_has_no_chart_of_is_not_there(client: Client) -> None:
    for form in ("svg", "png", "csv"):
        assert client.get(f"/287g/charts/status.{form}?place=06075").status_code == 404
        assert client.get(f"/secure-communities/charts/agreements.{form}").status_code == 404
    assert client.get("/287g/charts/?place=99999").status_code == 400
    assert client.get("/287g/charts/?place=06075&state=CA").status_code == 400


@pytest.mark.parametrize("program", ["secure-communities", "287g"])
@pytest.mark.parametrize("geoid", ["06075", "17"])
def test_the_timeline_of_a_place_is_a_picture_and_files_like_every_chart(
    client: Client, program: str, geoid: str
) -> None:
    place = client.get(f"/places/{geoid}/", follow=True).text
    asked = "state=IL" if geoid == "17" else f"place={geoid}"
    for form in ("csv", "xlsx", "json", "svg", "png"):
        assert f"/{program}/charts/timeline.{form}?{asked}" in place
    picture = body(client, f"/{program}/charts/timeline.svg?{asked}").decode()
    title = "Illinois" if geoid == "17" else "San Francisco County, California"
    assert f"timeline, {title}</text>" in picture
    assert not re.search(r'width="-|url\(#-', picture)
    assert body(client, f"/{program}/charts/timeline.png?{asked}").startswith(b"\x89PNG")
    spans = rows(client, f"/{program}/charts/timeline.csv?{asked}")
    whole = rows(client, f"/{program}/places/{geoid}.csv")
    assert spans == whole
    told = page(client, f"/{program}/charts/?{asked}")
    table = told.split('id="chart-timeline"', 1)[1].split("<tbody", 1)[1].split("</tbody>")[0]
    assert table.count("<tr") == len(spans)


def test_the_bars_of_a_timeline_are_as_long_as_what_they_tell_of(client: Client) -> None:
    picture = body(client, "/secure-communities/charts/timeline.svg?place=06075").decode()
    lane = picture.split(">Activation<", 1)[1].split(">Objection<")[0]
    bars = re.findall(r'<rect x="([\d.]+)" [^>]*? width="([\d.]+)" height="14"', lane)
    assert len(bars) == 2
    (first, wide), (second, _rest) = [(float(x), float(width)) for x, width in bars]
    assert second == pytest.approx(first + wide, abs=0.11)
    # June 8, 2010 lies a little before the middle of its year.
    years = {
        year: float(x)
        for x, year in re.findall(r'<text x="([\d.]+)" [^>]*>(20\d\d)</text>', picture)
    }
    assert (second - years["2010"]) / (years["2011"] - years["2010"]) == pytest.approx(
        0.43, abs=0.02
    )
    nation = client.get("/secure-communities/charts/timeline.svg")
    assert nation.status_code == 404


def lines_of_the_day(client: Client, on: str) -> list[str]:
    """Where the line of the chosen day stands in each drawing of a state's page."""
    told = client.get("/places/48-texas/", {"date": on}).text
    drawn = re.findall(r'<svg class="chart-(?:wide|narrow)".*?</svg>', told, re.DOTALL)
    lines = [re.findall(r'd="M([\d.]+) [\d.]+V[\d.]+" stroke="var\(--accent\)"', d) for d in drawn]
    assert drawn
    assert all(len(found) == 1 for found in lines)
    return [found[0] for found in lines]


def test_each_day_has_its_line_upon_the_drawings_that_are_kept(client: Client) -> None:
    first, second = (lines_of_the_day(client, on) for on in ("2010-09-28", "2012-06-05"))
    assert all(float(one) < float(other) for one, other in zip(first, second, strict=True))
    assert lines_of_the_day(client, "2010-09-28") == first


def test_no_two_colors_of_a_timeline_are_called_alike(client: Client) -> None:
    for place in ("48201", "51059"):
        told = client.get(f"/287g/charts/?place={place}").text
        first = told.partition('<ul class="chart-legend" aria-label="Legend">')[2].partition(
            "</ul>"
        )[0]
        words = re.findall(r"</span>([^<]+)</li>", first)
        assert len(words) > 5
        assert len(words) == len(set(words)), words
