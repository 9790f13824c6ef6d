"""Facts and their sources, written without a template for each: a place's page has scores."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from django import template
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from jurisdictions.read.flags.all import flags_of_fact
from jurisdictions.read.rows import AsOf, FactRow, SourceRow
from jurisdictions.read.source_files import FileRow, Files, every_shown_file
from jurisdictions.render.files.sizes import exact_size_text
from jurisdictions.render.programs.flags import flag_title
from jurisdictions.render.words.days import date_text
from jurisdictions.render.words.fact_days import fact_day
from jurisdictions.render.words.labels import word_label
from jurisdictions.render.words.media_types import media_type_text
from jurisdictions.render.words.parties import parties_text
from jurisdictions.templatetags.desk import may_pass
from jurisdictions.web.site.addresses import address, fact_way

register = template.Library()
PROPOSE = "facts.propose"
FILES = "_shown_files"
"""Where a request keeps the files that everybody may open."""


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


@register.filter
def parties(fact: FactRow) -> str:
    """Who acted towards whom, in which form, where; "" where none of them is on record."""
    return parties_text(fact)


@register.filter
def has_end(fact: FactRow) -> bool:
    """Whether components/fact_end.html has anything to say of a fact."""
    told = (one.contradicts or one.quote or one.locator for one in fact.citations)
    return fact.disclosed_on is not None or any(told)


@register.simple_tag(takes_context=True)
def source_text(context: dict[str, Any], source: SourceRow) -> SafeString:
    """A source: its title with the way to its page, who published it when, where it is read."""
    href = address("source", context.get("kept") or {}, key=source.key)
    lang = f' lang="{escape(source.language)}"' if source.language else ""
    said = [f'<cite{lang}><a href="{escape(href)}">{escape(source.title)}</a></cite>']
    if source.publisher:
        said.append(escape(source.publisher))
    if source.published_on:
        said.append(escape(date_text(source.published_on)))
    files = _shown_files(context, source.key)
    ways = " ".join([*_originals(source), *(_file(source, one) for one in files)])
    return mark_safe(f"{', '.join(said)}. {ways}")  # noqa: S308 - all is escaped


def _shown_files(context: dict[str, Any], key: str) -> tuple[FileRow, ...]:
    """The files of a source that everybody may open. One query for a whole request."""
    request = context.get("request")
    files: Files | None = getattr(request, FILES, None)
    if files is None:
        files = every_shown_file()
        if request is not None:
            setattr(request, FILES, files)
    return files.get(key, ())


def _originals(source: SourceRow) -> Iterator[str]:
    if source.url:
        yield _outside(source.url, gettext("Original"), gettext("Original of %(title)s"), source)
    elif not source.archive_url:
        none = gettext("No address found.")
        yield f'<span class="soft">{escape(none)}</span>'
    if source.archive_url:
        named = gettext("Archived copy of %(title)s")
        yield _outside(source.archive_url, gettext("Archived copy"), named, source)


def _outside(href: str, says: str, named: str, source: SourceRow) -> str:
    return (
        f'<a class="outside" href="{escape(href)}" rel="noreferrer" '
        f'aria-label="{escape(named % {"title": source.title})}">{escape(says)}</a>'
    )


def _file(source: SourceRow, file: FileRow) -> str:
    href = reverse("source-file", kwargs={"key": source.key, "file": file.file_id})
    said = f"{media_type_text(file.media_type)}, {exact_size_text(file.size)}"
    # Whoever speaks to the browser says what stands there.
    named = gettext("File of %(title)s") % {"title": source.title} + f" ({said})"
    return (
        f'<a href="{escape(href)}" rel="nofollow" aria-label="{escape(named)}">{escape(said)}</a>'
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
