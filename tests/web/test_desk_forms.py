"""The forms, whatever the kind: what they ask, in whose words, and what they make themselves."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.models.web_addresses import same_page
from jurisdictions.read.rows import PlaceRow
from jurisdictions.record.keys import LONGEST, event_key, free, place_slug, slug, source_key
from jurisdictions.record.kinds import KINDS
from jurisdictions.record.steps.inserting import in_time
from jurisdictions.record.steps.keys import highest, step_name, thread_key
from jurisdictions.status.vocabulary import PlaceKind
from jurisdictions.web.desk.forms.shapes import SHAPES
from jurisdictions.web.desk.forms.typed import MOST_FACTS, MOST_SOURCES, Typed

MADE = {"geoid", "agreement", "request", "seq", "step_id", "source"}
"""Columns that nobody is asked for: the address, the form or the choice of a source gives them."""
FIXED = {"kind", "state", "parent", "ocd_id", "population_2010", "valid_from", "valid_to"}
"""What a place is, is not changed in a form."""


def made(kind: str) -> set[str]:
    """What nobody is asked for, with the key of a kind whose key is one column."""
    keyed_by = KINDS[kind].keyed_by
    return MADE | (set(keyed_by) if len(keyed_by) == 1 else set())


def place(name: str, geoid: str = "48201", state: str = "TX") -> PlaceRow:
    kind = PlaceKind.COUNTY if len(geoid) == len("48201") else PlaceKind.STATE
    return PlaceRow(geoid, kind, name, name, "", state, geoid[:2], "", None, "", None, (), "")


@pytest.mark.parametrize("kind", KINDS)
def test_every_column_of_a_kind_is_asked_for_or_made(kind: str) -> None:
    asked = {ask.column for ask in SHAPES[kind]}
    asked |= {f"{ask.column}_es" for ask in SHAPES[kind] if ask.bilingual}
    columns = {column.name for column in KINDS[kind].columns}
    fixed = FIXED if kind == "jurisdiction" else set()
    assert asked <= columns
    assert columns - asked - made(kind) <= fixed


@pytest.mark.parametrize("kind", KINDS)
def test_what_no_row_may_lack_is_marked_as_needed(kind: str) -> None:
    needed = {column.name for column in KINDS[kind].columns if column.filled} - made(kind) - FIXED
    if kind == "local_measure":
        needed.add("kind")
    assert needed <= {ask.column for ask in SHAPES[kind] if ask.needed}


@pytest.mark.parametrize(
    ("name", "geoid", "made"),
    [
        ("Harris County", "48201", "harris-tx"),
        ("Doña Ana County", "35013", "dona-ana-tx"),
        ("Valdez-Cordova Census Area", "02261", "valdez-cordova-tx"),
        ("County of Lake", "17097", "county-of-lake-tx"),
        ("Texas", "48", "texas"),
    ],
)
def test_a_place_has_a_short_name_in_keys(name: str, geoid: str, made: str) -> None:
    assert place_slug(place(name, geoid)) == made


def nobody(_beginning: str) -> frozenset[str]:
    return frozenset()


def test_a_thread_is_named_after_its_place_and_first_year() -> None:
    harris = place("Harris County")
    assert thread_key(harris, ["2011-03", "", "2010-07-13"], nobody) == "harris-tx-2010"
    assert thread_key(harris, [""], nobody) == "harris-tx"


def test_a_key_that_somebody_has_gets_the_next_number() -> None:
    taken = {"harris-tx-2010:1", "harris-tx-2010-2:1", "harris-tx-2010-old:1"}
    assert free("harris-tx-2010", lambda _beginning: taken) == "harris-tx-2010-3"


def test_a_step_is_called_by_its_number_or_by_the_next_that_was_never_given() -> None:
    assert step_name(Decimal("2.5"), {"1", "2", "3"}) == "2.5"
    assert step_name(Decimal(3), {"1", "12", "3", "old"}) == "13"
    assert highest(()) == 0


def test_sources_and_acts_are_named_after_what_is_said_of_them() -> None:
    cells = {"publisher": "", "title": "A letter", "published_on": ""}
    assert source_key(cells, nobody) == "a-letter"
    assert source_key({**cells, "title": "¿?"}, nobody) == "source"
    assert event_key({"title": "Memo", "on": "2010-10-02"}, nobody) == "memo-2010"


@given(st.text(max_size=300))
def test_a_part_of_a_key_is_short_and_plain(text: str) -> None:
    made = slug(text)
    assert len(made) <= LONGEST
    assert made == slug(made)
    assert all(c.isascii() and (c.isalnum() or c in "-_") for c in made)


def test_an_address_is_the_same_with_and_without_its_trimmings() -> None:
    assert same_page("https://www.chron.com/a/", "http://chron.com/A")
    assert not same_page("https://chron.com/a", "https://chron.com/b")
    assert not same_page("", "")


STEPS = st.lists(st.sampled_from(["", "2010", "2010-07", "2010-07-13", "2011-03-01"]), max_size=6)


@given(STEPS)
def test_steps_stay_as_they_were_written_unless_that_cannot_be(days: list[str]) -> None:
    written = [(number, {"on": on}) for number, on in enumerate(days)]
    ordered = in_time(written)
    assert sorted(number for number, _cells in ordered) == list(range(len(days)))
    # A run of dated steps is never surely out of order.
    for (_n, one), (_m, other) in pairwise(ordered):
        if one["on"] and other["on"]:
            assert other["on"][: len(one["on"])] >= one["on"][: len(other["on"])]


def test_what_was_typed_goes_from_page_to_page_whole() -> None:
    sent = QueryDict("f-1-on=b&f-0-on=a&s-0-find=x&reason=r&csrfmiddlewaretoken=t&f-zz-on=1&q=1")
    typed = Typed.posted(sent)
    assert list(typed.pairs()) == [
        ("f-0-on", "a"),
        ("f-1-on", "b"),
        ("s-0-find", "x"),
        ("reason", "r"),
    ]


def test_a_form_holds_only_so_many_steps_and_sources() -> None:
    many = QueryDict("&".join(f"f-{n}-on=a&s-{n}-find=b" for n in range(60)))
    typed = Typed.posted(many)
    assert (len(typed.facts), len(typed.sources)) == (MOST_FACTS, MOST_SOURCES)
    assert typed.told("add-fact") == typed
    assert typed.told("add-source") == typed


@pytest.mark.parametrize("order", ["", "add", "drop-fact-x", "drop-fact-99", "find-source-0"])
def test_an_order_that_there_is_not_changes_nothing(order: str) -> None:
    typed = Typed(({"on": "a"}, {"on": "b"}), ({"find": "x"},))
    assert typed.told(order) == typed


def test_the_last_step_that_is_taken_out_leaves_an_empty_one() -> None:
    assert Typed(({"on": "a"},)).told("drop-fact-0").facts == ({},)
