"""A place that became part of another: no longer active, in no total, not listed unasked."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from jurisdictions.read.asking import ask
from jurisdictions.read.map_day import map_day
from jurisdictions.read.programs.secure_communities.around import member_count
from jurisdictions.read.programs.secure_communities.summary import summary_on
from jurisdictions.read.rows import AsOf
from jurisdictions.read.statuses import StatusFilter, status_of, status_rows
from jurisdictions.status.programs.secure_communities.vocabulary import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]
BEDFORD = "51515"


def on(day: str) -> AsOf:
    return ask(today=date(2026, 11, 22), date=day)


def test_the_city_is_active_until_the_day_before_it_ended() -> None:
    before, after = status_of(on("2013-06-30"), BEDFORD), status_of(on("2013-07-01"), BEDFORD)
    assert before is not None
    assert before.activation == "activated"
    assert after is not None
    assert (after.status, after.activation) == (Status.DOES_NOT_EXIST, "not-activated")
    assert after.since == date(2013, 7, 1)


def test_totals_lose_one_place_and_no_more() -> None:
    before, after = summary_on(on("2013-06-30")), summary_on(on("2013-07-01"))
    assert before.jurisdictions - after.jurisdictions == 1
    assert before.active - after.active == 1
    assert sum(after.by_status.values()) == after.jurisdictions
    assert (
        member_count(on("2013-07-01"), "51").total == member_count(on("2013-06-30"), "51").total - 1
    )


def test_the_list_leaves_it_out_unless_it_is_asked_for() -> None:
    now = on("2018-01-01")
    assert BEDFORD not in {row.geoid for row in status_rows(now)}
    asked = StatusFilter(words={"status": (Status.DOES_NOT_EXIST,)})
    assert [row.geoid for row in status_rows(now, asked)] == [BEDFORD]
    assert BEDFORD in {row.geoid for row in status_rows(now, StatusFilter(text="Bedford city, VA"))}
    assert map_day(now, "status").values[BEDFORD] == Status.DOES_NOT_EXIST


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (
            "/places/51515/?date=2018-01-01",
            "From July 1, 2013 on it is part of Bedford County.",
        ),
        ("/es/places/51515/?date=2018-01-01", "Este lugar ya no existe."),
        ("/secure-communities/map.svg?date=2018-01-01", "<svg"),
        ("/secure-communities/?date=2018-01-01", "No longer exists"),
        (
            "/secure-communities/places/51515/report/?date=2018-01-01".replace(
                "51515/", "51515-x/"
            ),
            "no longer exists",
        ),
    ],
)
def test_pages_say_that_it_is_no_more(client: Client, address: str, said: str) -> None:
    assert said in client.get(address, follow=True).text


@pytest.mark.parametrize(
    ("before", "days", "end"),
    [
        (
            "",
            (("June 15, 2010", "July 1, 2013"), ("August 5, 2011", "January 25, 2017")),
            "The place became part of Bedford County. Its activation ended with it.",
        ),
        (
            "/es",
            (("15 de junio de 2010", "1 de julio de 2013"), ("5 de agosto de 2011", "25 de enero")),
            "El lugar pasó a formar parte del condado de Bedford. Su activación terminó con él.",
        ),
    ],
)
def test_the_reasons_are_in_the_order_of_their_days_with_the_end_among_them(
    client: Client, before: str, days: tuple[tuple[str, ...], ...], end: str
) -> None:
    page = client.get(
        f"{before}/secure-communities/places/51515/?date=2018-01-01", follow=True
    ).text
    # What decided here, then the federal acts that every place shares.
    told = [part.partition("</ol>")[0] for part in page.split('<ol class="reasons">')[1:]]
    assert len(told) == 2
    for part, expected in zip(told, days, strict=True):
        places = [part.find(day) for day in expected]
        assert -1 not in places
        assert places == sorted(places)
    assert end in told[0]


def test_before_the_end_the_reasons_do_not_speak_of_it(client: Client) -> None:
    page = client.get("/secure-communities/places/51515/?date=2013-06-30", follow=True).text
    assert "became part" not in page.partition('<ol class="reasons">')[2].partition("</ol>")[0]
