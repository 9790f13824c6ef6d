"""Headings are matched to columns by name, whatever their case, blanks and language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.models.folding import fold
from jurisdictions.record.kinds import KINDS
from jurisdictions.record.uploads.aliases import ALIASES
from jurisdictions.record.uploads.columns import (
    CONTRADICTIONS,
    EXPORT,
    match_headings,
    missing_columns,
    mode_of,
    suggestion,
    targets_of,
)

MODES = (*KINDS, EXPORT, CONTRADICTIONS)
modes = st.sampled_from(MODES)


@st.composite
def written(draw: st.DrawFn, name: str) -> str:
    """A name as somebody may write it: other case, other blanks, a sign or two."""
    blank = draw(st.sampled_from(["_", " ", "-", "  ", " _ "]))
    cases = [str.lower, str.upper, str.title]
    text = blank.join(draw(st.sampled_from(cases))(part) for part in name.split("_"))
    before = draw(st.sampled_from(["", " ", "\t"]))
    return before + text + draw(st.sampled_from(["", " ", ":", "*"]))


@given(st.data(), modes)
def test_a_column_is_found_by_its_own_name_however_it_is_written(
    data: st.DataObject, mode: str
) -> None:
    names = data.draw(st.permutations(list(targets_of(mode))))
    headings = [data.draw(written(name)) for name in names]
    assert match_headings(headings, mode) == names


@given(modes, st.lists(st.text(max_size=20), max_size=30))
def test_no_column_is_matched_twice_and_every_heading_has_an_answer(
    mode: str, headings: list[str]
) -> None:
    found = match_headings(headings, mode)
    assert len(found) == len(headings)
    taken = [column for column in found if column]
    assert len(taken) == len(set(taken))
    assert set(taken) <= set(targets_of(mode))


@given(st.data(), st.sampled_from(list(KINDS)))
def test_a_column_alone_is_found_by_each_of_its_other_names(data: st.DataObject, mode: str) -> None:
    target = data.draw(st.sampled_from([one for one in targets_of(mode) if one in ALIASES]))
    other = data.draw(st.sampled_from(ALIASES[target]))
    (found,) = match_headings([other], mode)
    assert found is not None
    # The same word may be the name of another column, or of several: it is one of those.
    assert found == target or fold(found) == other or other in ALIASES[found]


@given(modes, st.lists(st.text(max_size=20), max_size=30))
def test_blank_headings_are_left_out_and_not_asked_about(mode: str, headings: list[str]) -> None:
    found = match_headings([*headings, "", "  ", "??"], mode)
    assert found[-3:] == ["", "", ""]


@pytest.mark.parametrize(
    ("mode", "headings", "expected"),
    [
        ("activation", "County,State,Activation date", ["county", "state_name", "activated_on"]),
        ("activation", "FIPS,Fecha,Fuente,Página", ["geoid", "activated_on", "source", "locator"]),
        ("opt_out", "Solicitud,N.º,Condado,Fecha", ["request", "seq", "county", "on"]),
        ("opt_out", "Resumen,Resumen en español", ["summary", "summary_es"]),
        ("local_measure", "Place,Tipo,Resultado", ["place", "kind", "outcome"]),
        ("source", "Source,Title,Date,Link", ["key", "title", "published_on", "url"]),
        ("reported_figure", "Desde,Hasta,Cifra", ["period_start", "as_of", "value"]),
    ],
)
def test_common_names_in_both_languages_are_known(
    mode: str, headings: str, expected: list[str]
) -> None:
    assert match_headings(headings.split(","), mode) == expected


def test_a_heading_that_nobody_knows_is_asked_about_and_the_nearest_suggested() -> None:
    assert match_headings(["sumary", "qwerty"], "opt_out") == [None, None]
    assert suggestion("sumary", "opt_out", [None]) == "summary"
    assert suggestion("sumary", "opt_out", ["summary"]) == ""
    assert suggestion("qwerty", "opt_out", []) == ""


def test_in_a_list_of_ours_what_is_derived_is_left_out() -> None:
    headings = ["geoid", "name", "state", "date", "status", "since", "activated_on"]
    found = match_headings(headings, "activation")
    assert found == ["geoid", "place_name", "state_name", "", "", "", "activated_on"]


@pytest.mark.parametrize(
    ("kind", "headings", "mode"),
    [
        ("opt_out", ["request", "seq"], "opt_out"),
        ("opt_out", ["Fact", "Word"], EXPORT),
        ("", ["whatever"], EXPORT),
        ("opt_out", ["fact", "field", "said", "source"], CONTRADICTIONS),
        ("", ["fact", "geoid", "ocd_id"], "jurisdiction"),
    ],
)
def test_an_export_is_known_by_its_headings(kind: str, headings: list[str], mode: str) -> None:
    assert mode_of(kind, headings) == mode


@pytest.mark.parametrize("mode", MODES)
def test_what_no_row_can_do_without_is_missed(mode: str) -> None:
    assert missing_columns(mode, [])
    assert missing_columns(mode, targets_of(mode)) == []


def test_a_place_may_be_named_instead_of_its_geoid() -> None:
    assert missing_columns("activation", ["activated_on"]) == ["geoid"]
    assert missing_columns("activation", ["county", "state_name"]) == []
