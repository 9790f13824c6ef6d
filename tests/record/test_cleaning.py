"""One cleaner for every text that enters: what nobody sees does not come in."""

from __future__ import annotations

import sys
import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.record.cleaning import clean, one_line, taken_text

ANY_TEXT = st.text(st.characters(exclude_categories=()))
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
KSHA = "\u0915\u094d\u200d\u0937"


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("\ufeffCook County", "Cook County"),
        ("Co\u200bok\u2060 Coun\u00adty", "Cook County"),
        ("a\x00b\x01c\x7fd\x1be", "abcde"),
        ("gnp.\u202efdp", "gnp.fdp"),
        ("\u2066a\u2069\u200e\u200f\u061c", "a"),
        ("\uf0b7 first\n\uf0a7 second \uf0fc", "• first\n▪ second ✓"),
        ("\x93quoted\x94 \x96 and so on\x85", "“quoted” – and so on…"),
        ("half \ud83d of one", "half  of one"),
        ("\ud83d\ude00", "\U0001f600"),
        ("Can\u0303on", "Cañon"),
        ("one\r\ntwo\rthree\u2028four\u2029five\x0bsix", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("a\tb\u2003c\u3000d", "a b c d"),
        ("\U000e0041\U000e007f\ue000\U00100000", ""),
        ("\u3164\u115f\uffa0x", "x"),
        ("\ufdd0\uffff\U0001fffex", "x"),
    ],
)  # fmt: skip
def test_what_nobody_sees_goes_and_what_means_something_stays(written: str, right: str) -> None:
    assert clean(written) == right


@pytest.mark.parametrize(
    "text",
    [
        *("§ 1357(g), Doña Ana", "10\u00a0000\u202fkm", "\U0001f600", "中文", "עברית"),
        *(FAMILY, KSHA, "❤\ufe0f"),
    ],
)
def test_what_people_can_see_is_kept(text: str) -> None:
    assert clean(text) == text


def test_a_joiner_goes_where_it_joins_nothing() -> None:
    assert clean("Co\u200dok \u200cCounty\u200d") == "Cook County"


def test_one_line_has_single_blanks() -> None:
    assert one_line(" Cook \n\t\u2003County\ufeff ") == "Cook County"


def test_it_says_what_it_took_away_and_what_it_wrote_otherwise() -> None:
    taken: Counter[str] = Counter()
    assert clean("\ufeffa\u200b\u200b\ufeff \uf0b7 b\ud800", taken) == "a • b"
    assert taken_text(taken) == [
        "5 signs that nobody sees were taken away: U+200B, U+D800, U+FEFF",
        "1 sign of another program was written as what it means: U+F0B7 → •",
    ]


def test_blanks_and_line_ends_are_not_worth_a_word() -> None:
    taken: Counter[str] = Counter()
    clean("a\tb\r\nc\u2003de\u0301", taken)
    assert taken_text(taken) == []


def test_every_sign_of_unicode_can_be_written_down_once_it_is_cleaned() -> None:
    for number in range(sys.maxunicode + 1):
        cleaned = clean(f"a{chr(number)}b")
        cleaned.encode()
        categories = {unicodedata.category(sign) for sign in cleaned.replace("\n", "")}
        assert not categories & {"Cc", "Cs", "Co"}


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    taken: Counter[str] = Counter()
    assert clean(once, taken) == once
    assert not taken


@given(ANY_TEXT)
def test_a_clean_text_is_composed_and_fits_into_any_file(text: str) -> None:
    cleaned = clean(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned.encode().decode() == cleaned
