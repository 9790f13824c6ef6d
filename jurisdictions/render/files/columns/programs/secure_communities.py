"""The tables of its places: on a day, and through time."""

from jurisdictions.render.files.columns.places import SPANS, STATUSES

__all__ = ["SPANS", "STATUSES"]
