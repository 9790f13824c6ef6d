"""What the files of the record itself hold: its words, its editions, and how facts changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from django.http import Http404
from django.utils.translation import gettext as _

from jurisdictions.read.edition_changes import spans_changed_by_edition
from jurisdictions.read.editions import editions
from jurisdictions.read.keeping.histories import fact_history, place_history
from jurisdictions.read.places import places_of
from jurisdictions.read.program_addresses import path_of
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.columns.record import (
    EDITIONS,
    GLOSSARY,
    RECORD_CHANGES,
    VERSIONS,
    EditionLine,
    GlossaryRow,
    change_lines,
    version_lines,
)
from jurisdictions.render.files.package.names import package_name
from jurisdictions.render.files.tables import Sheet
from jurisdictions.render.programs.glossary import glossary_sections
from jurisdictions.render.words.fact_titles import fact_title
from jurisdictions.web.files.answers import Bundle
from jurisdictions.web.history.until import changes_until, until_edition


def glossary_bundle(as_of: AsOf) -> Bundle:
    """Every word of the program with its meaning."""
    rows = cache(lambda: list(_words(as_of.program.slug)))
    return Bundle("glossary", _("Glossary"), (Sheet("data", GLOSSARY, rows),), dated=False)


def _words(program: str) -> Iterator[GlossaryRow]:
    for section in glossary_sections(program):
        for entry in section.entries:
            word = entry.anchor.partition("-")[2]
            yield GlossaryRow(section.title, word, entry.title, entry.text)


def editions_bundle(as_of: AsOf) -> Bundle:
    """Every edition up to the one asked for, the newest first."""
    rows = cache(lambda: list(_editions(as_of)))
    return Bundle("editions", _("Editions"), (Sheet("data", EDITIONS, rows),), dated=False)


def _editions(as_of: AsOf) -> Iterator[EditionLine]:
    slug = as_of.program.slug
    changed = spans_changed_by_edition(slug)
    for one in editions(slug):
        if one.number <= as_of.edition.number:
            package = package_name(replace(as_of, edition=one))
            yield EditionLine(
                one.number,
                one.published_at.date(),
                one.reason,
                one.rule_version,
                one.facts_changed,
                changed[one.number],
                one.spans,
                path_of(slug, "data-package", package=package),
            )


def versions_bundle(as_of: AsOf, name: str) -> Bundle:
    """Every version of a fact that the edition knew; raise Http404 for a fact that it did not."""
    found = until_edition(as_of, fact_history(name, as_of.program.slug))
    if found is None:
        raise Http404
    last = next((one.cells for one in found.versions if one.cells), {})
    rows = Sheet("versions", VERSIONS, lambda: list(version_lines(found)))
    told = "-".join(["history", *name.replace(":", " ").replace("/", " ").split()])
    title = _("History of the record: %(place)s") % {"place": fact_title(found.kind, last)}
    return Bundle(told, title, (rows,), dated=False)


def place_changes_bundle(as_of: AsOf, geoid: str) -> Bundle:
    """Every change of a place's facts that the edition knew; raise Http404 for no place of ours."""
    place = places_of(as_of).get(geoid)
    if place is None:
        raise Http404

    def changes() -> list[object]:
        return list(change_lines(changes_until(as_of, place_history(geoid, as_of.program.slug))))

    return Bundle(
        f"{place.geoid}-{place.slug}-history",
        _("History of the record: %(place)s") % {"place": place.label},
        (Sheet("changes", RECORD_CHANGES, changes),),
        dated=False,
    )
