"""What the files of what became known later hold: the places, and which facts came out."""

from __future__ import annotations

from functools import cache

from django.http import QueryDict

from jurisdictions.read.happened.asked import states_asked
from jurisdictions.read.known_later.on_day import known_later, of_how_many
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.columns.known_later import known_later_of
from jurisdictions.render.files.known_later import with_what_came_out
from jurisdictions.render.files.tables import Sheet
from jurisdictions.render.words.known_later import known_later_sentence, known_later_title
from jurisdictions.web.files.answers import Bundle
from jurisdictions.web.files.bundles import bordered


def known_later_bundle(as_of: AsOf, query: QueryDict) -> Bundle:
    """All that the page shows, every page of it; raise BadAsk for `state` and `geometry`."""
    states = states_asked(as_of, query)
    found = cache(lambda: known_later(as_of, states))
    table = known_later_of(as_of.program.slug)
    places = Sheet("places", table, cache(lambda: list(with_what_came_out(as_of, found()))))
    return Bundle(
        name="-".join(["known-later", *sorted(code.lower() for code in states)]),
        title=known_later_title(),
        sheets=(places,),
        mapped=(places,),
        bordered=bordered(query),
        about=lambda: {
            "sentence": known_later_sentence(as_of, len(found()), of_how_many(as_of, states))
        },
    )
