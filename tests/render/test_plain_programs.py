"""What is said of a program that leaves it out: the same members as where a program says it."""

from __future__ import annotations

from importlib import import_module

import pytest

from jurisdictions.api.plain_shapes import plain_shapes
from jurisdictions.api.programs import shapes_of
from jurisdictions.publish.members import dimensions_of
from jurisdictions.read.program_reading import facets_of
from jurisdictions.read.rows import SURE
from jurisdictions.render.files.columns.plain_tables import plain_tables
from jurisdictions.render.files.columns.programs import tables_of
from jurisdictions.render.programs import part_of
from jurisdictions.status.programs import packages, rule_of

SLUGS = sorted(packages())
MEMBERS = {
    "answer": ("ROW", "SPAN"),
    "facets": ("FACETS", "LISTED", "MARKED", "SORTS"),
    "legend": ("GONE", "GROUPS", "STATUSES", "layer_labels", "legend_values"),
    "offers": ("DOES", "KEYWORDS", "VOCABULARIES"),
    "shown": ("SHOWN",),
    "why": ("known_later_line", "why_line"),
}
SHAPES = ("SUMMARY", "ROW", "STATUS_PAGE", "PLACE", "TIMELINE", "CHANGE", "CHANGE_PAGE", "ENUMS")


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("part", sorted(MEMBERS))
def test_a_plain_file_has_what_a_program_s_own_has(part: str, slug: str) -> None:
    plain = import_module(f"jurisdictions.render.plain.{part}").plain(slug)
    for name in MEMBERS[part]:
        assert hasattr(plain, name)
        assert hasattr(part_of(slug, part), name)


@pytest.mark.parametrize("slug", SLUGS)
def test_plain_pictures_show_every_dimension_under_its_title(slug: str) -> None:
    shown = import_module("jurisdictions.render.plain.shown").plain(slug).SHOWN
    assert tuple(one.member for one in shown) == dimensions_of(slug)
    position, *others = shown
    assert position.kinds == {"policy_event"}
    assert all("policy_event" not in one.kinds and one.kinds for one in others)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_plain_legend_has_the_words_of_its_layers_in_their_order(slug: str) -> None:
    legend = import_module("jurisdictions.render.plain.legend").plain(slug)
    told = legend.legend_values("status", ())
    assert [one["value"] for one in told] == [str(word) for word in rule_of(slug).STATUSES]
    facets = import_module("jurisdictions.render.plain.facets").plain(slug)
    assert [name for name, *_rest in facets.FACETS] == list(facets_of(slug))


@pytest.mark.parametrize("slug", SLUGS)
def test_plain_tables_have_a_column_for_each_dimension(slug: str) -> None:
    plain, own = plain_tables(slug), tables_of(slug)
    days = {name for name in own.SPANS.names if name.removesuffix("_edtf") in rule_of(slug).DAYS}
    derived = {one.name for one in getattr(rule_of(slug), "DERIVED", ())}
    assert set(plain.SPANS.names) == set(own.SPANS.names) - days - derived
    # How far its lists reach is told by a program whose record rests on lists.
    of_lists = {"record_until"}
    assert set(plain.STATUSES.names) == set(own.STATUSES.names) - days - derived - of_lists


@pytest.mark.parametrize("slug", SLUGS)
def test_plain_shapes_are_those_that_the_schema_asks_for(slug: str) -> None:
    plain = plain_shapes(slug)
    for name in SHAPES:
        assert hasattr(plain, name)
        assert hasattr(shapes_of(slug), name)
    of_all = {"geoid", "name", "state", "kind", "date", "since", "since_edtf"}
    words = {*plain.ROW().get_fields()} - of_all
    assert words == {"status", *dimensions_of(slug)[1:], *SURE}
