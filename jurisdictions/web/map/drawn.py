"""What the map is drawn with: the boundaries of the program's vintage, and the page's colours."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from django.conf import settings

from jurisdictions.read.maps import Drawn
from jurisdictions.read.rows import AsOf
from jurisdictions.render.pictures.boundaries import Boundaries, load_boundaries
from jurisdictions.render.programs.palette import dark_colours, light_colours

STATIC = Path(settings.BASE_DIR) / "static"


def geometry_name(as_of: AsOf) -> str:
    """The static file of the program's boundaries."""
    return f"geo/us-counties-{as_of.program.vintage}.json"


def boundaries_of(as_of: AsOf) -> Boundaries:
    """The program's boundaries, decoded once for each process."""
    return load_boundaries(STATIC / geometry_name(as_of))


def drawn_of(as_of: AsOf) -> Drawn:
    """What the files that the map plays are made for."""
    boundaries = boundaries_of(as_of)
    return Drawn(boundaries.hash, boundaries.places)


def page_colours(scheme: str = "light") -> Mapping[str, str]:
    """The colour tokens of a scheme, light or dark."""
    tokens = STATIC / "css" / "tokens.css"
    return dark_colours(tokens) if scheme == "dark" else light_colours(tokens)
