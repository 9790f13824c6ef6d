"""What a note says of the number itself is read apart from what else it says."""

from __future__ import annotations

import pytest

from jurisdictions.read.qualifiers import qualified


@pytest.mark.parametrize(
    ("note", "shown", "qualifier", "left"),
    [
        ("more than", "más de", "more-than", ""),
        ("Less than.", "menos de", "less-than", ""),
        (
            "at least; counted twice",
            "al menos; contadas dos veces",
            "at-least",
            "contadas dos veces",
        ),
        ("rounded", "redondeado", "about", "redondeado"),
        ("more than half were wrong", "more than half were wrong", "", "more than half were wrong"),
        ("", "", "", ""),
    ],
)
def test_a_note_may_begin_with_what_its_source_says_of_the_number(
    note, shown, qualifier, left
) -> None:
    assert qualified(note, shown) == (qualifier, left)
