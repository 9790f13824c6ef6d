"""What the story shows: the chapters of every program, each with its day, its map and sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from jurisdictions.read.asking import ask
from jurisdictions.read.editions import Standing
from jurisdictions.read.headlines import headline_on
from jurisdictions.read.map_counts import counted_on
from jurisdictions.read.maps import layer_values
from jurisdictions.read.program_addresses import in_program
from jurisdictions.read.reach import reach_of
from jurisdictions.read.rows import AsOf, ProgramRow
from jurisdictions.render.pictures.map_legend import LegendItem, legend_items
from jurisdictions.render.programs import own_part, part_of
from jurisdictions.render.words.map_words import frame_captions
from jurisdictions.render.words.notes import Notes, notes_of
from jurisdictions.render.words.story import Chapter, Told, day_of, told
from jurisdictions.web.map.drawn import geometry_name
from jurisdictions.web.map.files import spans_address
from jurisdictions.web.map.picture import picture_title
from jurisdictions.web.map.query import DEFAULT_LAYER
from jurisdictions.web.map.still import small_picture
from jurisdictions.web.site.addresses import address


@dataclass(frozen=True, slots=True)
class Shown:
    """A chapter as the page shows it; `sentence` says what its map shows.

    `previous` and `following` are the keys of its neighbors, "" where it has none; their titles
    tell links of the same words apart. `html` is the chapter, rendered for its program, so that no
    link loses it.
    """

    as_of: AsOf
    key: str
    title: str
    number: int
    paragraphs: Sequence[Told]
    notes: Notes
    sentence: str
    legend: Sequence[LegendItem]
    picture: str
    map: str
    previous: str = ""
    following: str = ""
    previous_title: str = ""
    following_title: str = ""
    html: str = ""

    @property
    def program(self) -> ProgramRow:
        """The program that tells it."""
        return self.as_of.program

    @property
    def day(self) -> date:
        """The day of its map."""
        return self.as_of.on


def story_context(standing: Standing) -> dict[str, object]:
    """What story/page.html reads."""
    editions = _editions(standing)
    chapters = _chapters(editions)
    return {"chapters": chapters, "config": _config(editions, chapters)}


def _editions(standing: Standing) -> list[tuple[AsOf, Sequence[Chapter]]]:
    """Every program that tells chapters, the one that begins first first."""
    language, today = standing.language, localdate()
    found = []
    for program, _edition in standing.living_first:
        part = own_part(program.slug, "story")
        if part:
            as_of = ask(program=program.slug, language=language, today=today, among=standing)
            found.append((as_of, part.CHAPTERS))
    return sorted(found, key=lambda one: one[1][0].day)


def _chapters(editions: Sequence[tuple[AsOf, Sequence[Chapter]]]) -> list[Shown]:
    found: list[Shown] = []
    for as_of, chapters in editions:
        with in_program(as_of.program.slug):
            for chapter in chapters:
                first = found[-1].notes.first + len(found[-1].notes.sources) if found else 1
                found.append(_shown(as_of, chapter, len(found) + 1, first))
    return list(_rendered(found))


def _rendered(found: Sequence[Shown]) -> Iterator[Shown]:
    ends = [("", ""), *((one.key, one.title) for one in found), ("", "")]
    for at, one in enumerate(found):
        (before, before_title), (after, after_title) = ends[at], ends[at + 2]
        linked = replace(
            one,
            previous=before,
            following=after,
            previous_title=before_title,
            following_title=after_title,
        )
        said = {"chapter": linked, "notes": linked.notes, "as_of": linked.as_of}
        with in_program(linked.program.slug):
            yield replace(linked, html=render_to_string("story/chapter.html", said))


def _shown(as_of: AsOf, chapter: Chapter, number: int, first: int) -> Shown:
    on = replace(as_of, on=day_of(chapter, reach_of(as_of).until or as_of.on))
    paragraphs = told(on, chapter.paragraphs)
    counted = counted_on(on, DEFAULT_LAYER)
    words, day = part_of(on.program.slug, "map_words"), on.on.isoformat()
    values = layer_values(on, DEFAULT_LAYER)
    legend = legend_items(on.program.slug, DEFAULT_LAYER, values, counted.values)
    return Shown(
        on,
        chapter.key,
        _(chapter.title),
        number,
        paragraphs,
        notes_of(paragraphs, first),
        words.sentence(on, headline_on(on), counted.total),
        [item for item in legend if item.count],
        small_picture(on),
        address("map", {}, date=day),
    )


def _config(
    editions: Sequence[tuple[AsOf, Sequence[Chapter]]], chapters: Sequence[Shown]
) -> dict[str, Any]:
    """What the page's script is told: files, and what each chapter's map shows."""
    return {
        "geometry": static(geometry_name(editions[0][0])) if editions else "",
        "layer": DEFAULT_LAYER,
        "captions": frame_captions(),
        "programs": {
            as_of.program.slug: {
                "spans": spans_address(as_of, DEFAULT_LAYER),
                "hatch": part_of(as_of.program.slug, "map_words").HATCH,
            }
            for as_of, _chapters in editions
        },
        "chapters": [
            {
                "key": one.key,
                "program": one.program.slug,
                "date": one.day.isoformat(),
                "caption": picture_title(one.as_of, None),
                "sentence": one.sentence,
            }
            for one in chapters
        ],
    }
