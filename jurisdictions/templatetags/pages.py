"""Addresses, labels, days and numbers for templates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from jurisdictions.read.places import places_of
from jurisdictions.read.rows import CitationRow, FactRow, PlaceRow, StoodRow
from jurisdictions.render.files.sizes import exact_size_text
from jurisdictions.render.words.days import (
    date_text,
    days_within,
    number_text,
    short_date_text,
    since_text,
    when_text,
)
from jurisdictions.render.words.fact_days import fact_day, fact_day_and_basis, short_fact_day
from jurisdictions.render.words.fields import field_label, value_text
from jurisdictions.render.words.figures import as_sentence, figure_text
from jurisdictions.render.words.labels import (
    KINDS,
    instrument_label,
    outcome_label,
    unit_label,
    word_label,
)
from jurisdictions.render.words.labels import label as label_of
from jurisdictions.render.words.languages import language_text
from jurisdictions.render.words.media_types import media_type_text
from jurisdictions.render.words.notes import Cited
from jurisdictions.render.words.own_labels import effect_texts
from jurisdictions.render.words.people import person_text, reason_text
from jurisdictions.render.words.sentences import fact_text
from jurisdictions.render.words.stood import rule_text, stood_sentence
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.kinds import NATIONAL
from jurisdictions.status.programs import effects_of
from jurisdictions.status.programs.section_287g.agreements import strength
from jurisdictions.status.programs.section_287g.vocabulary import Model
from jurisdictions.web.site.addresses import address as address_of
from jurisdictions.web.site.addresses import fact_way as fact_way_of
from jurisdictions.web.site.page_dataset import page_dataset
from jurisdictions.web.site.take.offer import Offer
from jurisdictions.web.site.take.offer import plain_table as first_plain_table

register = template.Library()
FILES = "shown files of sources"


@register.simple_tag(takes_context=True)
def address(context: dict[str, Any], page: str, /, **parts: object) -> str:
    """The address of a page with the kept query; see web.addresses.address."""
    return address_of(page, context.get("kept") or {}, **parts)


@register.simple_tag(takes_context=True)
def fact_way(context: dict[str, Any], page: str, name: str) -> str:
    """The address of a page of a fact, of the same program; see web.addresses.fact_way."""
    del context
    return fact_way_of(page, name)


@register.simple_tag(takes_context=True)
def entry(context: dict[str, Any], name: str) -> str:
    """Where a fact stands on the page, by its public name.

    Federal acts of two programs may have one name: those of a further section stand under its own.
    """
    further = context.get("at") if name.partition(":")[0] in NATIONAL else ""
    return f"{further or ''}{name}"


@register.filter
def known_as(name: str) -> str:
    """Who did something, as pages name them."""
    return person_text(name)


@register.filter
def why(reason: str) -> str:
    """Why something was changed, in the reader's language where a command wrote it."""
    return reason_text(reason)


@register.filter
def label(value: StrEnum) -> str:
    """The public label of a vocabulary word."""
    return label_of(value)


@register.filter
def day(when: date | PartialDate | None) -> str:
    """A day as precise as the record: "July 13, 2010"; empty for none."""
    return date_text(when) if when else ""


@register.filter
def whole_day(when: date | PartialDate | None) -> SafeString | str:
    """A day within a heading, which no line breaks."""
    return whole_days(date_text(when)) if when else ""


@register.filter
def whole_days(title: str) -> SafeString:
    """A heading in which no line breaks a day."""
    return format_html_join(
        "", "{}", ((_whole(piece) if is_day else piece,) for piece, is_day in days_within(title))
    )


def _whole(piece: str) -> SafeString:
    return format_html('<span class="whole">{}</span>', piece)


@register.filter
def model_word(model: StrEnum) -> str:
    """The label of a strongest model: that of the agreements that it stands for."""
    return label_of(Model(model.value))


@register.filter
def counts_as(model: Model) -> str:
    """The strongest model that a model of agreements counts as: its color."""
    return strength(model)


@register.filter
def short_day(when: date | PartialDate | None) -> str:
    """The same for tables: "Jul 13, 2010"."""
    return short_date_text(when) if when else ""


@register.filter
def its_day(fact: FactRow) -> str:
    """The day of a fact: "July 13, 2010", "by June 24, 2014", "Date unknown"."""
    return fact_day(fact)


@register.filter
def its_short_day(fact: FactRow) -> str:
    """The same for tables: "Jul 13, 2010", "by Jun 24, 2014"."""
    return short_fact_day(fact)


@register.filter
def day_and_basis(fact: FactRow) -> str:
    """The same at the head of a fact: "By June 24, 2014, as a list reported"."""
    return fact_day_and_basis(fact)


@register.filter
def when(on: date | PartialDate | None) -> str:
    """The same inside a sentence: "on July 13, 2010"."""
    return when_text(on) if on else ""


@register.filter
def since(on: date | PartialDate | None) -> str:
    """Since when, inside a sentence: "since July 13, 2010"."""
    return since_text(on) if on else ""


@register.filter
def grouped(number: int) -> str:
    """A whole number as people write it: 1,510."""
    return number_text(number)


@register.filter
def quoted(fact: Cited) -> list[CitationRow]:
    """The citations that support a fact and say where in their source, or in which words."""
    told = (one for one in fact.citations if not one.contradicts)
    return [one for one in told if one.quote or one.locator]


@register.filter
def language_name(tag: str) -> str:
    """A language: "Spanish"."""
    return language_text(tag)


@register.filter
def media_type(written: str) -> str:
    """The sort of a file: "PDF"."""
    return media_type_text(written)


@register.filter(name="bytes")
def bytes_(size: int) -> str:
    """The size of a file: "593 kB"."""
    return exact_size_text(size)


@register.filter
def word(fact: FactRow) -> str:
    """The label of a fact's step, effect, kind of measure or metric."""
    return word_label(fact.kind, fact.word)


@register.filter
def kind(fact: FactRow) -> str:
    """The kind of a fact as a heading names it."""
    return str(KINDS[fact.kind])


@register.filter
def says(fact: FactRow) -> str:
    """What a fact says, in plain sentences without its date."""
    return fact_text(fact)


@register.filter
def stood(fact: FactRow) -> str:
    """How long after one federal act it was and how long before the next; "" for no such rule."""
    return stood_sentence(fact)


@register.filter
def rule(stood: StoodRow) -> str:
    """What the federal rule of the day was called and when it stood."""
    return rule_text(stood)


@register.filter
def unit(fact: FactRow) -> str:
    """The unit of a reported figure."""
    return unit_label(fact.unit)


@register.filter
def sentence(note: str) -> str:
    """A note of somebody as a sentence."""
    return as_sentence(note)


@register.filter
def figure(fact: FactRow) -> str:
    """The number of a reported figure as its source gave it: "more than 77,000"."""
    return figure_text(fact)


@register.filter
def outcome(fact: FactRow) -> str:
    """The label of what became of a local measure."""
    return outcome_label(fact.kind, fact.outcome)


@register.filter
def instrument(fact: FactRow) -> str:
    """The label of the form that an act had: a letter, a memo."""
    return instrument_label(fact.instrument)


@register.filter
def contradictions(fact: FactRow) -> list[CitationRow]:
    """The citations that say otherwise on one field."""
    return [citation for citation in fact.citations if citation.contradicts]


@register.simple_tag(takes_context=True)
def notes_for(context: dict[str, Any], fact: Cited) -> SafeString:
    """The numbered notes of a fact; the page's numbering is `notes` in the context.

    Written without a template: a page of a place has scores of them.
    """
    supports, contradicts = gettext("Source"), gettext("Contradicting source")
    return format_html_join(
        "",
        '<sup class="note{}"><a href="#note-{}" title="{}">'
        '<span class="visually-hidden">{} </span>{}</a></sup>',
        (
            (
                " note-contradicts" if note.citation.contradicts else "",
                note.number,
                note.citation.source.title,
                contradicts if note.citation.contradicts else supports,
                note.number,
            )
            for note in context["notes"].of(fact)
        ),
    )


@register.simple_tag(takes_context=True)
def place_address(context: dict[str, Any], geoid: str) -> str:
    """The readable address of a place with the kept query."""
    found = places_of(context["as_of"]).get(geoid)
    if found is None:
        return address_of("place-code", context.get("kept") or {}, code=geoid)
    return address_of("place", context.get("kept") or {}, geoid=geoid, slug=found.slug)


@register.simple_tag(takes_context=True)
def effect_text(context: dict[str, Any], fact: FactRow) -> str:
    """What the effect of a federal act does to the rule of the page's program."""
    effects = effects_of(context["as_of"].program.slug)
    return effect_texts(effects)[effects(fact.word)]


@register.filter
def field_name(field: str) -> str:
    """What a field of a fact is called in a sentence."""
    return field_label(field)


@register.filter
def as_said(value: str) -> str:
    """A value of a contradiction as people read it."""
    return value_text(value)


@register.filter
def plain_table(offers: Sequence[Offer]) -> Offer | None:
    """The first CSV among the files that a panel offers."""
    return first_plain_table(offers)


@register.simple_tag(takes_context=True)
def dataset_of(context: dict[str, Any], offers: Sequence[Offer]) -> SafeString:
    """The files of a panel as a data set in JSON-LD; for a page of a place, about that place."""
    place = context.get("place")
    return page_dataset(
        context["request"],
        context["as_of"],
        offers,
        context["cite_as"],
        place if isinstance(place, PlaceRow) else None,
    )
