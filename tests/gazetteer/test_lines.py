"""Lines searched as one text are found as if each were looked into."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.gazetteer.index import Lines

words = st.text("ab", min_size=1, max_size=3)
lines = st.lists(st.lists(words, max_size=4).map(lambda found: f" {' '.join(found)} "), max_size=6)


@given(lines, st.lists(words.map(lambda word: f" {word}"), min_size=1, max_size=3))
def test_those_that_hold_all_parts_come_once_in_their_order(
    texts: list[str], parts: list[str]
) -> None:
    found = Lines((str(at), text) for at, text in enumerate(texts)).holding(parts)
    each = [str(at) for at, text in enumerate(texts) if all(part in text for part in parts)]
    assert list(found) == each
