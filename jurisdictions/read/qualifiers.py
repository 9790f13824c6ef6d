"""What the note of a published figure says of the number itself: that it is more, less, or about.

Sources write "more than 77,000"; the record has the number, and those words at the head of its
note. Read apart, the two can be shown as one text and sorted as a number.
"""

from __future__ import annotations

from jurisdictions.status.vocabulary import Qualifier

WORDS = {
    "more than": Qualifier.MORE_THAN,
    "over": Qualifier.MORE_THAN,
    "at least": Qualifier.AT_LEAST,
    "about": Qualifier.ABOUT,
    "approximately": Qualifier.ABOUT,
    "some": Qualifier.ABOUT,
    "nearly": Qualifier.ALMOST,
    "almost": Qualifier.ALMOST,
    "at most": Qualifier.AT_MOST,
    "up to": Qualifier.AT_MOST,
    "less than": Qualifier.LESS_THAN,
    "fewer than": Qualifier.LESS_THAN,
    "under": Qualifier.LESS_THAN,
}
"""The English words at the head of a note, up to a semicolon or its end."""
ROUNDED = "rounded"
"""A note that stays as it is: that the number is about right follows from it."""


def qualified(note: str, shown: str) -> tuple[str, str]:
    """The qualifier that an English note begins with, "" for none, and what is left of `shown`.

    `shown` is the note in the reader's language, whose first part says the same.
    """
    head, _semicolon, _rest = note.partition(";")
    word = head.strip().rstrip(".").casefold()
    if word == ROUNDED:
        return Qualifier.ABOUT, shown
    if word not in WORDS:
        return "", shown
    return WORDS[word], shown.partition(";")[2].strip()
