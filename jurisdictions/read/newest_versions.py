"""Since when the record has facts as an edition has them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from jurisdictions.models.standing import MODELS, in_parts, keys_by_kind
from jurisdictions.read.rows import AsOf
from jurisdictions.status.kinds import SHARED


def recorded_at(as_of: AsOf, names: Collection[str]) -> Mapping[str, datetime]:
    """When the version of each fact was recorded. A query for every 500 facts of a kind."""
    found: dict[str, datetime] = {}
    for kind, keys in keys_by_kind(names).items():
        versions = MODELS[kind]._default_manager.after_change(as_of.edition.last_change)
        if kind not in SHARED:
            versions = versions.filter(fact__program__slug=as_of.program.slug)
        for part in in_parts(keys):
            rows = versions.filter(fact__key__in=part).values_list("fact__key", "recorded_at")
            found |= {f"{kind}:{key}": at for key, at in rows}
    return found
