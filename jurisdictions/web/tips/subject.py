"""What a public form is about: a place, and the whole of its page or one fact on it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from django.utils.text import Truncator
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jurisdictions.read.asking import ask
from jurisdictions.read.place_records import acts_with_effect
from jurisdictions.read.places import places_of
from jurisdictions.read.program_addresses import spoken_for
from jurisdictions.read.records import fact_of, record_of
from jurisdictions.read.rows import AsOf, FactRow, PlaceRow
from jurisdictions.render.words.fact_days import short_fact_day
from jurisdictions.render.words.figures import figure_groups
from jurisdictions.render.words.labels import word_label
from jurisdictions.render.words.sentences import fact_text
from jurisdictions.render.words.threads import threads_of
from jurisdictions.web.site.addresses import address
from jurisdictions.web.tips.agencies import AGENCY, OWN_KINDS, agency_named, groups_of_agencies

OPTION_LENGTH = 110


@dataclass(frozen=True, slots=True)
class Option:
    """A fact that the form may be about."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """Facts under the heading that the page gives them."""

    title: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """A place in the newest edition, and the public name of a fact or ""."""

    as_of: AsOf
    place: PlaceRow
    fact: str

    @property
    def program(self) -> str:
        """The program's slug."""
        return self.as_of.program.slug

    @property
    def page(self) -> str:
        """The address of the place's page, at the fact where there is one."""
        if self.fact.startswith(AGENCY):
            return address("agency", {}, agency=self.fact.removeprefix(AGENCY))
        path = address("place", {}, geoid=self.place.geoid, slug=self.place.slug)
        return f"{path}#{self.fact}" if self.fact else path


def subject_of(request: HttpRequest, geoid: str) -> Subject:
    """What the address, or the form sent to it, is about; a fact that is unknown is none.

    Raises Http404 for a place that is not on record, BadAsk, NothingPublished.
    """
    given = request.POST if request.method == "POST" else request.GET
    language = get_language() or "en"
    as_of = ask(program=spoken_for(), language=language, today=localdate())
    place = places_of(as_of).get(geoid)
    if place is None:
        raise Http404
    name = given.get("fact", "").replace("\0", "")
    known = name and (agency_named(as_of, name) or fact_of(as_of, name))
    return Subject(as_of, place, name if known else "")


def moved(request: HttpRequest, subject: Subject, name: str) -> HttpResponsePermanentRedirect:
    """To the address under which the place is known now."""
    place = subject.place
    query = {key: request.GET[key] for key in ("fact",) if request.GET.get(key)}
    return HttpResponsePermanentRedirect(
        address(name, {}, geoid=place.geoid, slug=place.slug, **query)
    )


def choices(subject: Subject) -> list[Group]:
    """The facts that the form may be about, as the place's page groups them."""
    as_of = subject.as_of
    own = [one for one in record_of(as_of, subject.place.geoid) if one.kind not in OWN_KINDS]
    known = {fact.name: fact for fact in (*own, *acts_with_effect(as_of))}
    groups = [
        Group(thread.title, tuple(map(_option, thread.facts)))
        for thread in threads_of(known.values())
    ]
    figures = [(fact, None) for fact in own if fact.kind == "reported_figure"]
    groups += [
        Group(group.title, tuple(_option(fact) for fact, _beside in group.figures))
        for group in figure_groups(figures)
    ]
    groups += [
        Group(title, tuple(Option(name, Truncator(text).chars(OPTION_LENGTH)) for name, text in of))
        for title, of in groups_of_agencies(as_of, subject.place, subject.fact)
    ]
    listed = {option.name for group in groups for option in group.options}
    other = fact_of(as_of, subject.fact) if subject.fact not in listed and subject.fact else None
    return [*groups, Group(_("Other facts"), (_option(other),))] if other else groups


def _option(fact: FactRow) -> Option:
    on = short_fact_day(fact)
    what = "" if fact.kind == "reported_figure" else f"{word_label(fact.kind, fact.word)}. "
    text = f"{on}: {what}{fact_text(fact)}"
    return Option(fact.name, Truncator(text).chars(OPTION_LENGTH))
