"""A file of 500 steps with twenty different faults in it, each in a row of its own."""

from __future__ import annotations

import csv
from io import StringIO

ROWS = 500
HEADINGS = (
    *("Request", "Step no", "State", "County", "Date", "Disclosed on", "Step", "Instrument"),
    *("By", "To", "Summary", "Source", "Page"),
)
COUNTIES = ("Adams", "Bond", "Brown County", "Bureau", "Carroll", "Cass", "Clark", "Clay", "Coles")

FAULTS: dict[int, tuple[dict[str, str], str, str]] = {
    12: (
        {"County": "Cooke"},
        "County",
        "is no place of that name: say whether one that is near is",
    ),
    31: ({"County": "Atlantis"}, "County", "is no place of IL on record"),
    47: ({"State": "ZZ"}, "State", "is no state: write its name or its two letters"),
    58: ({"State": "", "County": "Clark"}, "County", "may be one of several places: say which is"),
    66: ({"Date": "soon"}, "Date", "“soon” is not part of a date."),
    79: ({"Date": "February 30, 2010"}, "Date", "That month has no day 30."),
    95: ({"Date": "13/13/2010"}, "Date", "There is no such day: check the day and the month."),
    104: ({"Date": "1066"}, "Date", "lies outside 1990 to"),
    113: ({"Date": "summer 2010"}, "Date", "“summer 2010” is a part of a year."),
    127: ({"Step": "asked"}, "Step", "is not one of: inquired, answered, requested"),
    150: ({"Step": ""}, "Step", "may not be blank"),
    161: ({"Source": ""}, "Source", "may not be blank"),
    188: ({"Source": "nilk"}, "Source", "is no source on record (did you mean nilc?)"),
    200: ({"Step no": "one"}, "Step no", "is not the number of a step"),
    222: ({"Step no": "0"}, "Step no", "is not the number of a step: write 1, 2, 3 …"),
    250: ({"Request": "a request!"}, "Request", "may hold letters, digits, dots, hyphens"),
    275: ({"Request": ""}, "Request", "may not be blank"),
    300: ({"Request": "row-5", "Step no": "1"}, "", "is the same fact as row 5"),
    333: ({"By": "x" * 201}, "By", "is 201 characters long; 200 are the most"),
    400: ({"State": "TX", "County": "Harris"}, "County", "lies outside the regions that you may"),
}
"""By row: the cells that are wrong, the column that is told, how the reason begins."""


def cells_of(row: int) -> dict[str, str]:
    """The cells of a row, right or wrong."""
    right = {
        "Request": f"row-{row}",
        "Step no": "1",
        "State": "IL" if row % 2 else "Illinois",
        "County": COUNTIES[row % len(COUNTIES)],
        "Date": ("July 13, 2010", "2010-07", "8/19/2010", "2011")[row % 4],
        "Disclosed on": "",
        "Step": ("requested", "Refused", "answered")[row % 3],
        "Instrument": "letter",
        "By": "County Board",
        "To": "ICE",
        "Summary": f"What the letter in row {row} says.",
        "Source": "nilc",
        "Page": "p. 3",
    }
    return {**right, **FAULTS.get(row, ({}, "", ""))[0]}


def faulty_csv() -> bytes:
    """The file: the header is row 1."""
    into = StringIO()
    writer = csv.DictWriter(into, HEADINGS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(cells_of(row) for row in range(2, ROWS + 2))
    return into.getvalue().encode()
