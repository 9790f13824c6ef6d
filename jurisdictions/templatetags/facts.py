"""The ways that lead on from a fact, written without a template: a place's page has scores."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from jurisdictions.read.flags.all import flags_of_fact
from jurisdictions.read.rows import AsOf, FactRow
from jurisdictions.render.programs.flags import flag_title
from jurisdictions.render.words.days import date_text
from jurisdictions.render.words.fact_days import fact_day
from jurisdictions.render.words.labels import word_label
from jurisdictions.templatetags.desk import may_pass
from jurisdictions.web.site.addresses import address, fact_way

register = template.Library()
PROPOSE = "facts.propose"


@register.simple_tag(takes_context=True)
def flagged(context: dict[str, Any], name: str) -> SafeString:
    """Links to the flags that a fact raises, by its public name; nothing where it raises none."""
    as_of: AsOf | None = context.get("as_of")
    found = flags_of_fact(as_of, name) if as_of else ()
    if not as_of or not found:
        return mark_safe("")
    kept, slug = context.get("kept") or {}, as_of.program.slug
    return _joined(
        format_html(
            ' <a class="flagged" href="{}#{}">{}<span class="visually-hidden">: {}</span></a>',
            address("flags-of-kind", kept, kind=one.kind),
            one.key,
            gettext("Flagged"),
            flag_title(slug, one.kind),
        )
        for one in found
    )


@register.simple_tag(takes_context=True)
def fact_ways(context: dict[str, Any], fact: FactRow, wrong_way: str = "") -> SafeString:
    """To its correction or, for the public, to `wrong_way`; to its flags and its history."""
    return _joined(_ways(context, fact, wrong_way))


def _ways(context: dict[str, Any], fact: FactRow, wrong_way: str) -> Iterator[SafeString]:
    word = word_label(fact.kind, fact.word)
    named = word, date_text(fact.on) if fact.on else gettext("Date unknown")
    proposes = may_pass(context, PROPOSE, fact.geoid)
    if proposes:
        yield _way(fact_way("suggest-correct", fact.name), gettext("Correct"), named, follow=False)
        yield mark_safe(" ")
    yield flagged(context, fact.name)
    yield _way(fact_way("fact-history", fact.name), gettext("History"), named)
    if wrong_way and not proposes:
        href = f"{wrong_way}?fact={quote(fact.name, safe='/')}"
        yield mark_safe(" ")
        yield _way(href, gettext("Something wrong?"), (word, fact_day(fact)), follow=False)


def _way(href: str, says: str, named: tuple[str, str], *, follow: bool = True) -> SafeString:
    """A link of which the ear is told whose it is: a fact's word and its day."""
    word, day = named
    rel = "" if follow else ' rel="nofollow"'
    return mark_safe(  # noqa: S308 - all that is said is escaped
        f'<a href="{escape(href)}"{rel}>{escape(says)}'
        f'<span class="visually-hidden"> {escape(word)}, {escape(day)}</span></a>'
    )


def _joined(parts: Iterator[SafeString]) -> SafeString:
    return mark_safe("".join(parts))  # noqa: S308 - each is safe
