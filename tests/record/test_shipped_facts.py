"""The facts that ship: every source could know what it is to prove, and loaded words are quoted."""

from __future__ import annotations

import re

import pytest

from jurisdictions.status.dates import PartialDate
from tests.stories.record import Row, shipped

ITS_DAY = {
    "activations": "activated_on",
    "agreements": "on",
    "opt_outs": "on",
    "local_measures": "on",
    "policy_events": "on",
    "reported_figures": "as_of",
}
TEXTS = ("summary", "title", "note", "by", "to")
QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")
LOADED = re.compile(
    r"criminal aliens?|illegal (?:aliens?|immigrants?)|illegals|(?:serious|dangerous) criminals|"
    r"sanctuary (?:city|cities|jurisdictions?)|rapists|thugs|"
    r"extranjeros criminales|criminales|ilegales|jurisdicci(?:ón|ones) santuario",
    re.IGNORECASE,
)
SOURCES = {row["key"]: row for row in shipped("sources")}


def published_before(row: Row, column: str) -> bool:
    """Whether the whole time in which the source came out lies before the fact's day."""
    published = SOURCES[row["source"]]["published_on"]
    if not published or not row[column]:
        return False
    return PartialDate.parse(published).last_day < PartialDate.parse(row[column]).first_day


def explained(row: Row) -> bool:
    """Whether the fact says how a source could know what was still to come."""
    return row.get("date_basis") == "announced" or "no page dated" in row.get("note", "").lower()


@pytest.mark.parametrize(("file", "column"), ITS_DAY.items())
def test_no_source_is_older_than_what_it_proves_unless_the_fact_says_how(
    file: str, column: str
) -> None:
    early = [row for row in shipped(file) if published_before(row, column) and not explained(row)]
    assert early == []


def test_the_exceptions_are_a_limit_that_was_announced_and_a_page_that_was_kept_up() -> None:
    early = [
        (row.get("measure") or row["metric"], row["source"])
        for file, column in ITS_DAY.items()
        for row in shipped(file)
        if published_before(row, column)
    ]
    assert early == [
        ("multnomah-county-2013-04-detainer-limit", "mult"),
        ("active-jurisdictions", "cis_kephart"),
    ]


@pytest.mark.parametrize("file", [*ITS_DAY, "conflicting_citations"])
def test_a_loaded_word_of_others_stands_in_quotation_marks(file: str) -> None:
    loaded = [
        (column, row[column])
        for row in shipped(file)
        for column in row
        if column.removesuffix("_es") in TEXTS and LOADED.search(QUOTED.sub("", row[column]))
    ]
    assert loaded == []


@pytest.mark.parametrize("file", [*ITS_DAY, "conflicting_citations"])
def test_every_sentence_has_its_spanish(file: str) -> None:
    lacking = [
        (column, row[column])
        for row in shipped(file)
        for column in row
        if f"{column}_es" in row and bool(row[column]) is not bool(row[f"{column}_es"])
    ]
    assert lacking == []
