"""About how large a file is, told without making it.

The bytes were measured on the shipped record; a test holds them to what the files really take.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from math import floor, log10

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.render.files.geometry_text import geometry_sizes
from jurisdictions.render.words.days import number_text

Bytes = dict[str, tuple[float, ...]]

LIST: Bytes = {"csv": (400, 183), "json": (700, 470), "xlsx": (10500, 83)}
"""By extension: what every file takes, and what each row adds."""
PLACE: Bytes = {"csv": (-1400, 380), "json": (450, 640, 890, 390), "xlsx": (19000, 354, 118, 75)}
"""The same for a span, a fact, and a jurisdiction of the state."""
POLICY: Bytes = {"csv": (100, 212), "json": (600, 1230), "xlsx": (15000, 275)}
SOURCES: Bytes = {"csv": (40, 214), "json": (500, 335), "xlsx": (8700, 108)}
SOURCE: Bytes = {"csv": (200, 268, 94), "json": (600, 985, 782), "xlsx": (12700, 88, 55)}
"""For a fact of an agency, and any other, that rests on the source."""
CHANGES: Bytes = {"csv": (120, 231, 133), "json": (1000, 345, 243), "xlsx": (10000, 62, 53)}
"""For what happened to an agency, and for what else did."""
COMPARED: Bytes = {"csv": (120, 195), "json": (1000, 310), "xlsx": (10000, 54)}
KNOWN_LATER: Bytes = {"csv": (120, 300), "json": (1000, 420), "xlsx": (10000, 70)}
THROUGH_TIME: Bytes = {"csv": (30, 33), "json": (600, 82), "xlsx": (9500, 14)}
WIDE: Bytes = {"csv": (70, 78)}
"""The list on two days, a column each."""
REQUESTS: Bytes = {"csv": (100, 143, 0), "json": (1000, 400, 1115), "xlsx": (10000, 100, 400)}
"""For a request, and a step of one."""
BRIEFING = 600_000
RECORD: dict[str, Bytes] = {
    "glossary-file": {"csv": (40, 130), "json": (600, 172), "xlsx": (7000, 67)},
    "editions-file": {"csv": (90, 90), "json": (530, 200), "xlsx": (7630, 60)},
    "fact-history-file": {"csv": (80, 146), "json": (500, 271), "xlsx": (8000, 50)},
    "place-history-file": {"csv": (0, 155), "json": (640, 218), "xlsx": (7690, 45)},
}
"""Lists of the record itself, by the names of their addresses."""
CLAIMS: Bytes = {"csv": (200, 250), "json": (850, 900), "xlsx": (10000, 170)}
FLAGS: Bytes = {
    "csv": (132, 247, 300, 430),
    "json": (514, 855, 1450, 1740),
    "xlsx": (10133, 89, 260, 188),
}
"""For a flag that is explained with others, any other, and one of an agency."""
HISTORY: Bytes = {"csv": (110, 2293)}
"""For a place, with all of its spans."""
LISTS: dict[str, Bytes] = {
    "agencies": {"csv": (100, 209), "json": (1300, 425), "xlsx": (10500, 88)},
    "agreements": {
        "csv": (200, 529),
        "json": (1400, 1082),
        "xlsx": (11500, 145),
        "pdf": (40000, 1000),
    },
}
"""A program's other lists, by their names."""
ROWS_REPORT: Bytes = {"agencies": (41000, 1815), "agreements": (42000, 2045)}
"""Such a list as a report, by its name."""
REPORT: Bytes = {"pdf": (115000, 2200, 2500, 1700, 600)}
"""A place's report: for a span, what is told by time, and a state's jurisdictions and facts."""
LIST_REPORT: Bytes = {"pdf": (40000, 2300)}
FEATURE = 530
"""A row of the list as a feature, without its borders."""
BORDERS = 2001
"""The borders of a county in the mean; of many places taken together, this is near enough."""
MANY = 2500
AROUND = 55
"""What a feature says beside its properties and its borders."""


def size_of(sizes: Bytes, extension: str, *counts: int) -> int:
    """About how many bytes a file takes that holds so many of each thing."""
    fixed, *each = sizes[extension]
    return round(fixed + sum(b * n for b, n in zip(each, counts, strict=False)))


def geojson_size(geoids: Collection[str]) -> int:
    """About how many bytes a GeoJSON file of these places takes."""
    if len(geoids) > MANY:
        return len(geoids) * (FEATURE + BORDERS)
    borders = geometry_sizes()
    return 600 + sum(FEATURE + borders.get(geoid, 0) for geoid in geoids)


def served_size(name: str, served: Iterable[tuple[str, ...]]) -> int:
    """About how many bytes a GeoJSON file takes whose rows have the borders of several places."""
    borders, found = geometry_sizes(), 600
    feature = round(LISTS[name]["json"][1] + AROUND)
    for geoids in served:
        found += feature + sum(borders.get(geoid, 0) for geoid in geoids)
    return found


def size_text(size: int) -> str:
    """A size to two digits: "about 360 kB"."""
    rough = _two_digits(size)
    if rough < 1_000_000:
        kilobytes = max(1, round(rough / 1000))
        return _("about %(number)s kB") % {"number": number_text(kilobytes)}
    return _("about %(number)s MB") % {"number": f"{rough / 1_000_000:.2g}"}


def exact_size_text(size: int) -> str:
    """A size that is known: "593 kB", "1.2 MB", "804 bytes"."""
    if size < 1000:
        return ngettext("%(number)s byte", "%(number)s bytes", size) % {"number": size}
    if size < 999_500:
        return _("%(number)s kB") % {"number": number_text(round(size / 1000))}
    return _("%(number)s MB") % {"number": f"{size / 1_000_000:.1f}"}


def _two_digits(number: int) -> int:
    digits = floor(log10(max(number, 1))) - 1
    return round(number, -digits) if digits > 0 else number
