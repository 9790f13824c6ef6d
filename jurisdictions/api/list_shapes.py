"""The shapes of the lists, for the schema: rows of which a reader may want some members only."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers as s

from jurisdictions.api.shapes import (
    FACT_KINDS,
    PLACE_KINDS,
    RECORD_FROM,
    RECORD_TO,
    VALID_FROM,
    VALID_TO,
    VALIDITY_SOURCE,
    Reason,
    Source,
    Succession,
    edtf,
    word,
)
from jurisdictions.render.files.columns import FACTS
from jurisdictions.render.files.tables import Column, ColumnKind


class Listed(s.Serializer[Any]):
    """A row of a list: each member may be left out by `fields`."""

    def get_fields(self) -> dict[str, s.Field[Any, Any, Any, Any]]:
        """The declared fields, none of them certain to be there."""
        fields = super().get_fields()
        for field in fields.values():
            field.required = False
        return fields


class StatusListed(Listed):
    """A place on a day; where many days were asked for it says on which."""

    date = s.DateField(help_text=_("The day of the row; only where `dates` was asked for."))


class CursorPage(s.Serializer[Any]):
    """A page of a list that is read on from a row."""

    next = s.URLField(allow_null=True, help_text=_("The next page; also in the Link header."))


class CountedPage(CursorPage):
    """The same of a list whose length is known."""

    count = s.IntegerField(help_text=_("Rows on all pages together."))


class ChangeOf(Listed):
    """What a change tells beside how the place stood and stands."""

    geoid = s.CharField()
    name = s.CharField()
    state = s.CharField()
    kind = word(PLACE_KINDS)
    since = s.DateField(
        allow_null=True, help_text=_("The day from which the status `after` has held.")
    )
    since_edtf = edtf()
    why = s.CharField(help_text=_("The reason for the status `after` in one line."))
    reasons = Reason(many=True)


BEFORE, AFTER = _("How it stood on the day `from`."), _("How it stood on the day `to`.")


def change_page(name: str, change: type[ChangeOf]) -> Any:
    """A page of changes. `from` is a word of Python, and cannot be written as an attribute."""
    members = {
        "__doc__": "A page of changes, and what was compared.",
        "from": s.DateField(),
        "to": s.DateField(),
        "known": s.DateField(allow_null=True),
        "from_edition": s.IntegerField(),
        "edition": s.IntegerField(),
        "results": change(many=True),
    }
    return type(name, (CountedPage,), members)


class Citation(s.Serializer[Any]):
    """A source that supports a fact, or says otherwise on one field of it."""

    source = s.CharField(help_text=_("Key of the source."))  # type: ignore[assignment] # a field of the answer, not of the class
    contradicts = s.BooleanField()
    field = s.CharField(help_text=_("The field in dispute."))
    recorded = s.CharField(help_text=_("What the record holds."))
    said = s.CharField(help_text=_("What the source says."))
    locator = s.CharField(help_text=_("Page or section."))
    note = s.CharField()
    adjudication = s.CharField(help_text=_("Why the recorded value stands, once looked into."))
    quote = s.CharField(help_text=_("The words of the source, in its language."))


def _field(column: Column) -> s.Field[Any, Any, Any, Any]:
    """The field of a declared column, explained in its words."""
    explained = _(column.meaning)
    match column.kind:
        case ColumnKind.INTEGER:
            return s.IntegerField(allow_null=True, help_text=explained)
        case ColumnKind.NUMBER:
            return s.FloatField(allow_null=True, help_text=explained)
        case ColumnKind.DATE | ColumnKind.EDTF:
            return s.CharField(allow_null=True, help_text=explained)
        case ColumnKind.BOOLEAN:
            return s.BooleanField(help_text=explained)
        case ColumnKind.LIST:
            return s.ListField(child=s.CharField(), help_text=explained)
        case ColumnKind.TEXT | ColumnKind.WORD:
            return s.CharField(help_text=explained)


Fact = type(
    "Fact",
    (Listed,),
    {
        "__doc__": "A fact of the record, in the columns of every file.",
        **{column.name: _field(column) for column in FACTS.columns},
        "kind": word(FACT_KINDS),
        "text": s.CharField(help_text=_("One sentence in the language asked for.")),
        "citations": Citation(many=True),
    },
)


class FactPage(CursorPage):
    """A page of facts."""

    results = Fact(many=True)


class PlaceFact(Listed):
    """A jurisdiction as a fact of the record."""

    fact = s.CharField()
    geoid = s.CharField()
    name = s.CharField()
    name_es = s.CharField(help_text=_("Its Spanish name: Condado de Harris."))
    label = s.CharField(help_text=_("The name that tells it apart: Harris County, Texas."))  # type: ignore[assignment] # a field of the answer, not of the class
    kind = word(PLACE_KINDS)
    state = s.CharField()
    parent = s.CharField(allow_null=True, help_text=_("Geoid of the place around it."))  # type: ignore[assignment] # a field of the answer, not of the class
    ocd_id = s.CharField()
    population_2010 = s.IntegerField(allow_null=True)
    aliases = s.ListField(child=s.CharField())
    valid_from = s.CharField(allow_null=True, help_text=VALID_FROM)
    valid_to = s.CharField(allow_null=True, help_text=VALID_TO)
    predecessors = Succession(many=True)
    successors = Succession(many=True)
    validity_source = s.CharField(allow_null=True, help_text=VALIDITY_SOURCE)
    note = s.CharField()


class PlacePage(CountedPage):
    """A page of places."""

    results = PlaceFact(many=True)


class CitedSource(Listed, Source):
    """A source, and how often it is cited."""

    cited = s.IntegerField(help_text=_("How often facts cite it."))


class SourcePage(CountedPage):
    """A page of sources."""

    results = CitedSource(many=True)


class Flag(Listed):
    """Two things on record that do not fit together."""

    flag = s.CharField(help_text=_("Its lasting id."))
    kind = s.CharField(help_text=_("Which rule raises it."))
    geoid = s.CharField(help_text=_("The place that it is of: US for the nation."))
    place = s.CharField()
    state = s.CharField(allow_blank=True)
    agency = s.CharField(allow_blank=True, help_text=_("Key of the agency, where one is meant."))
    days = s.ListField(
        child=s.CharField(), help_text=_("The days that it is about, as precise as they are known.")
    )
    values = s.ListField(
        child=s.IntegerField(), help_text=_("Two figures, or the change that was told.")
    )
    unit = s.CharField(allow_blank=True)
    about = s.CharField(
        allow_blank=True,
        help_text=_("What was counted, the column in dispute, the standing or the model."),
    )
    text = s.CharField(help_text=_("What does not fit together, in a sentence."))
    facts = s.ListField(child=s.CharField(), help_text=_("The facts that raise it."))
    explanation = s.CharField(
        allow_blank=True, help_text=_("What a reviewer found out; empty: not explained yet.")
    )
    explained_as = s.CharField(help_text=_("The id that its explanation names."))
    url = s.URLField(help_text=_("Where it stands on the site."))


class FlagPage(CountedPage):
    """A page of flags."""

    results = Flag(many=True)


class Edition(Listed):
    """A numbered publication of every status."""

    number = s.IntegerField()
    published_at = s.DateTimeField()
    published_by = s.CharField()
    reason = s.CharField()
    rule_version = s.CharField()
    facts_changed = s.IntegerField()
    spans = s.IntegerField()
    url = s.URLField(help_text=_("The list of jurisdictions in this edition."))
    cite = s.CharField(help_text=_("How to cite it."))


class EditionPage(CountedPage):
    """A page of editions."""

    results = Edition(many=True)


class ProgramLinks(s.Serializer[Any]):
    """Full addresses of a program's pages and of its API."""

    map = s.URLField()
    jurisdictions = s.URLField()
    agencies = s.URLField(allow_null=True, help_text=_("Null for a program without agencies."))
    agreements = s.URLField(allow_null=True, help_text=_("Null for a program without agencies."))
    policy = s.URLField()
    files = s.URLField(help_text=_("The page of its data packages and files."))
    api = s.URLField(help_text=_("Its summary in the API: where to start."))


class Program(Listed):
    """A federal program that the tracker follows."""

    slug = s.CharField(help_text=_("Its short name, as `program` takes it."))
    name = s.CharField()
    name_es = s.CharField(help_text=_("Its name in Spanish, whatever the language asked for."))
    agency = s.CharField(help_text=_("The federal agency that runs it."))
    summary = s.CharField()
    default = s.BooleanField(help_text=_("Whether it is meant where no program is named."))
    opening_on = s.DateField(
        allow_null=True, help_text=_("The day that is meant where none is named; null: today.")
    )
    edition = s.IntegerField(
        allow_null=True, help_text=_("Its newest edition; null before the first.")
    )
    published_at = s.DateTimeField(allow_null=True)
    record_from = s.DateField(allow_null=True, help_text=RECORD_FROM)
    record_to = s.DateField(allow_null=True, help_text=RECORD_TO)
    record_until = s.DateField(
        allow_null=True,
        help_text=_(
            "The day of the last list that its record follows: to that day it is whole; null where"
            " it follows none."
        ),
    )
    began = s.DateField(
        allow_null=True, help_text=_("The first day on which a federal act counts.")
    )
    ended = s.DateField(
        allow_null=True, help_text=_("The day on which it ended; null while it goes on.")
    )
    links = ProgramLinks()


class ProgramPage(CountedPage):
    """A page of programs."""

    results = Program(many=True)
