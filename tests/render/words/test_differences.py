"""What changed in a text is marked word by word, and nothing of either text is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.render.words.differences import Fate, Part, word_marks

TEXTS = st.lists(st.sampled_from(["ICE", "signed", "refused", "the", "request."])).map(" ".join)


def test_only_the_words_that_changed_are_marked() -> None:
    assert word_marks("The board asked ICE.", "The county board asked ICE.") == (
        Part(Fate.SAME, "The "),
        Part(Fate.NEW, "county "),
        Part(Fate.SAME, "board asked ICE."),
    )


def test_texts_that_have_little_in_common_are_shown_whole() -> None:
    assert word_marks("July 13, 2010", "2011") == (
        Part(Fate.GONE, "July 13, 2010"),
        Part(Fate.NEW, "2011"),
    )


def test_a_text_that_was_empty_is_all_new() -> None:
    assert word_marks("", "ICE") == (Part(Fate.NEW, "ICE"),)
    assert word_marks("ICE", "") == (Part(Fate.GONE, "ICE"),)
    assert word_marks("", "") == ()


@given(TEXTS, TEXTS)
def test_the_marks_hold_both_texts_whole(before: str, after: str) -> None:
    parts = word_marks(before, after)
    assert "".join(part.text for part in parts if part.fate is not Fate.NEW) == before
    assert "".join(part.text for part in parts if part.fate is not Fate.GONE) == after
