"""What the files of flags hold."""

from __future__ import annotations

from functools import cache

from django.http import Http404

from jurisdictions.read.flags.all import facts_flagged, flag_kinds, flags
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files import columns as tables
from jurisdictions.render.files.columns.evidence import FactCitation, citations_of
from jurisdictions.render.files.columns.flags import FlagToBeWritten
from jurisdictions.render.files.tables import Sheet
from jurisdictions.render.programs.flags import flag_title
from jurisdictions.render.words.flags import flags_title
from jurisdictions.web.files.answers import Bundle


def flags_bundle(as_of: AsOf, kind: str = "") -> Bundle:
    """Every flag, or those of one kind; raise Http404 for a kind that the program has not."""
    slug = as_of.program.slug
    if kind and kind not in flag_kinds(slug):
        raise Http404

    @cache
    def found() -> list[FlagToBeWritten]:
        chosen = [one for one in flags(as_of) if kind in ("", one.kind)]
        rows = facts_flagged(as_of, chosen)
        return [
            FlagToBeWritten(
                slug, one, tuple(rows[name] for name in one.raised.facts if name in rows)
            )
            for one in chosen
        ]

    def cited() -> list[FactCitation]:
        facts = {fact.name: fact for row in found() for fact in row.facts}
        explained = {one.name: one for row in found() if (one := row.flag.explanation) is not None}
        return citations_of([*facts.values(), *explained.values()])

    return Bundle(
        name=f"flags-{kind}" if kind else "flags",
        title=flag_title(slug, kind) if kind else flags_title(),
        sheets=(
            Sheet("flags", tables.flags_of(slug), found),
            Sheet("citations", tables.CITATIONS, cited),
        ),
        dated=False,
    )
