"""What a reader sees of a page, and what changed between two of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.record.watching.passages import changed_passages
from jurisdictions.record.watching.readable import lines_of

PAGE = b"""<!doctype html><html><head><title>The order</title><style>p{color:red}</style>
<script>alert("one")</script></head><body onload="steal()"><h1>Order 12</h1>
<p>Nobody   is held
 for <b>ICE</b>.<p>It <i>ends</i> in 2027.<script>document.write("<p>two</p>")</script>
<noscript>Turn it on</noscript><img src=x onerror=alert(1)><div>&lt;b&gt;&amp;\xc3\xa9</body>"""
TEXT = st.lists(st.text("ab \n<>", max_size=8), max_size=8)


def test_of_a_page_only_its_words_are_read() -> None:
    assert lines_of(PAGE, "text/html") == [
        "The order",
        "Order 12",
        "Nobody is held for ICE.",
        "It ends in 2027.",
        "<b>&é",
    ]


def test_what_is_no_text_has_no_lines() -> None:
    assert lines_of(b"%PDF-1.7", "application/pdf") is None
    assert lines_of(b"PK\x03\x04", "application/octet-stream") is None
    assert lines_of(b"\0\0\0", "text/plain") is None
    assert lines_of(b"caf\xe9", "text/plain", "latin-1") == ["café"]
    assert lines_of(b"caf\xe9", "text/plain", "no-such-charset") == ["café"]


def test_signs_that_turn_a_text_around_are_left_out() -> None:
    assert lines_of("a\u202eb\u200bc\x00".replace("\x00", "").encode(), "text/plain") == ["abc"]


def test_changed_words_are_marked_on_either_side() -> None:
    (one,) = changed_passages(["Title", "It ends in 2027."], ["Title", "It ends in 2028."])
    assert one.above == "Title"
    assert [(p.text, p.other) for p in one.before] == [("It ends in ", False), ("2027.", True)]
    assert [(p.text, p.other) for p in one.after] == [("It ends in ", False), ("2028.", True)]


def test_what_came_and_went_has_one_side() -> None:
    gone, new = changed_passages(["a", "b", "c"], ["b", "c", "d"])
    assert ([p.text for p in gone.before], gone.after) == (["a"], ())
    assert (new.before, [p.text for p in new.after], new.above) == ((), ["d"], "c")


@given(TEXT, TEXT)
def test_the_passages_tell_all_that_differs(before: list[str], after: list[str]) -> None:
    found = changed_passages(before, after)
    assert bool(found) == (before != after)
    for one in found:
        for side, lines in ((one.before, before), (one.after, after)):
            assert "".join(piece.text for piece in side) in "\n".join(lines)
