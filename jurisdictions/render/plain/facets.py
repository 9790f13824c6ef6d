"""What the list is filtered by, and which words stand beside the status: all dimensions."""

from __future__ import annotations

from types import SimpleNamespace

from django.utils.translation import gettext_noop as noop

from jurisdictions.publish.members import dimensions_of
from jurisdictions.read.program_reading import facets_of
from jurisdictions.render.plain.titles import titles_of
from jurisdictions.render.words.sureness import FACETS as SURE


def plain(slug: str) -> SimpleNamespace:
    """Those that reading has as filters; no days to sort by."""
    titles = {"status": noop("Status"), **titles_of(slug)}
    return SimpleNamespace(
        FACETS=(
            *(
                (name, titles[name], words, name)
                for name, words in facets_of(slug).items()
                if name in titles
            ),
            *SURE,
        ),
        SORTS={},
        LISTED=tuple((name, titles[name]) for name in dimensions_of(slug)),
        MARKED=(),
    )
