"""Typesetting never raises for a sign: what no font has is shown by its code point."""

from __future__ import annotations

import sys
import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import typst

from jurisdictions.read.asking import ask
from jurisdictions.read.place_records import place_record
from jurisdictions.render.reports.place import PlaceReport, place_report
from jurisdictions.render.reports.typst import compile as typesetting
from jurisdictions.render.reports.typst.compile import to_pdf
from jurisdictions.render.reports.typst.picture import to_png
from jurisdictions.render.reports.typst.signs import shown, signs_at_fault

pytestmark = pytest.mark.usefixtures("shipped")
MADE = datetime(2026, 1, 1, tzinfo=UTC)
OF_PRIVATE_USE = 0xE000
ONE_OF_EACH = "".join(
    {unicodedata.category(chr(n)): chr(n) for n in range(OF_PRIVATE_USE, 0, -1)}.values()
)
"""A sign of every category that Unicode has, lone surrogates and private use among them."""
SIGNS = [
    *("\U0001f600", "中文字", "\ufeff", "\uf0b7", "a\x01b", "\ud800", "\u202e", "\ufffe", "עב"),
    *("x\u0302\u0306", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "❤\ufe0f", "ﬁ", "３", "\x85"),
    ONE_OF_EACH,
]


def test_these_are_all_categories() -> None:
    every = {unicodedata.category(chr(n)) for n in range(sys.maxunicode + 1)}
    assert {unicodedata.category(sign) for sign in ONE_OF_EACH} == every


def report_saying(text: str) -> PlaceReport:
    """Cook County's report, with a text in its title, its record, a source and a picture."""
    as_of = ask(date="2011-08-05", today=date(2020, 1, 1))
    record = place_record(as_of, "17031")
    assert record is not None
    report = place_report(as_of, record, "https://tracker.example")
    story = report.stories[0]
    entry = replace(story.entries[0], text=text, word=text)
    story = replace(story, title=text, entries=(entry, *story.entries[1:]))
    source = replace(report.sources[0], title=text, url=f"https://example.org/{text}")
    picture = replace(
        report.map, alt=text, svg=report.map.svg.replace("</svg>", f"<text>{text}</text></svg>")
    )
    return replace(
        report,
        frame=replace(report.frame, title=text, document_title=text),
        map=picture,
        stories=(story, *report.stories[1:]),
        sources=(source, *report.sources[1:]),
    )


@pytest.mark.parametrize("text", SIGNS, ids=ascii)
def test_a_report_is_made_whatever_its_texts_hold(text: str) -> None:
    made = to_pdf("place", report_saying(f"Before {text} after."), MADE)
    assert made.startswith(b"%PDF-")


def test_what_the_fonts_have_is_not_touched() -> None:
    texts = ["Doña Ana — “§ 287(g)” …", "\u02bb\u2212\u202f", {"svg": "<svg/>", "n": 3}, "é" * 3]
    assert shown(texts) == texts


def test_neighbours_share_their_brackets() -> None:
    said = shown("中文 and \U0001f600!", frozenset("中文\U0001f600"))
    assert said == "‹U+4E2D U+6587› and ‹U+1F600›!"


def test_a_family_is_told_sign_by_sign_and_what_shapes_them_goes() -> None:
    family = "\U0001f468\u200d\U0001f469"
    assert shown(family, frozenset(family)) == "‹U+1F468 U+1F469›"


def test_what_reads_the_same_is_written_in_plain_signs() -> None:
    assert shown("of\ufb01ce ３ ½", None) == "office 3 ½"


def test_an_address_keeps_leading_where_it_led() -> None:
    assert shown("https://example.org/中?q=é", None) == "https://example.org/%E4%B8%AD?q=%C3%A9"


def test_the_signs_that_typst_lacks_are_learned_from_what_it_says() -> None:
    page = b'#set document(title: "x")\n#for one in json(bytes(sys.inputs.s)) [#block(one)]'
    told = {"s": '["\U0001f600", "plain", "\u4e2d"]'}
    with pytest.raises(typst.TypstError) as wrong:
        typesetting._compiler().compile(
            input=page, sys_inputs=told, format="pdf", pdf_standards=["ua-1"]
        )
    assert signs_at_fault(wrong.value) == {"\U0001f600", "中"}


def test_a_fault_of_another_kind_is_raised() -> None:
    with pytest.raises(typst.TypstError):
        to_pdf("list", report_saying("nothing of a list"), MADE)


@pytest.mark.parametrize("text", ["\U0001f600", "\x01", "\ufffe", "中"])
def test_a_picture_is_painted_whatever_its_words_hold(text: str) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>{text}</text></svg>'
    assert to_png(svg, 9, 9).startswith(b"\x89PNG")
