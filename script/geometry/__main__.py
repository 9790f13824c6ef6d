"""Build: `python -m geometry <list of places.csv> <composite picture.json> <degrees.json.gz>`."""

import sys
from pathlib import Path

from .composition import compose
from .document import document
from .generalise import generalise
from .lonlat import lonlat_document
from .names import read_places
from .sources import counties_of_2010


def main(places: str, picture: str, degrees: str) -> None:
    """Write the boundaries of exactly the listed counties, or fail naming the difference."""
    counties, states = read_places(Path(places))
    rings = counties_of_2010()
    listed = {county.geoid for county in counties}
    if listed ^ rings.keys():
        sys.exit(f"Not both listed and drawn: {sorted(listed ^ rings.keys())}")
    rings = dict(sorted(rings.items()))
    shapes = generalise(compose(rings))
    Path(picture).write_text(document(counties, states, shapes), encoding="utf-8")
    Path(degrees).write_bytes(lonlat_document(rings))


if __name__ == "__main__":
    main(*sys.argv[1:])
