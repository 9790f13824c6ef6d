"""What the schema says of the lists: changes, facts, places, sources, editions."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from drf_spectacular.types import OpenApiTypes

from jurisdictions.api import list_shapes as shapes
from jurisdictions.api.described import described, either
from jurisdictions.api.described_parameters import (
    ASKING,
    CODES,
    COUNTED,
    CURSOR,
    FILTERS,
    PLACE_FILTERS,
    TEXT,
    parameter,
    path_parameter,
    sparse,
)
from jurisdictions.api.programs import of_each
from jurisdictions.read.flags.all import flag_kinds
from jurisdictions.status.kinds import TOLD
from jurisdictions.status.programs import packages

DAY = OpenApiTypes.DATE
UNDATED = [ASKING[name] for name in ("known", "edition", "program", "lang")]
OF_AN_EDITION = [ASKING[name] for name in ("edition", "program", "lang")]

changes = described(
    "changes",
    _("Which places changed status between two days, and why"),
    _(
        "One row for each place whose status on the day `to` is not that on the day `from`, in"
        " order of geoid, with the facts that decided the later one. The filters are about the"
        " day `to`. With `from_edition`, it compares what two editions say."
    ),
    either("CHANGE_PAGE"),
    parameters=[
        parameter("from", _("The earlier day, as YYYY-MM-DD."), of=DAY, required=True),
        parameter(
            "to",
            _("The later day. Without it, the program's opening day, or today."),
            of=DAY,
        ),
        parameter(
            "from_edition",
            _("The edition that the earlier day is read in; without it, the same."),
            of=COUNTED,
        ),
        *FILTERS.values(),
        *CURSOR,
        sparse(*of_each("CHANGE")),
    ],
    asking=UNDATED,
    paged=True,
)
facts = described(
    "facts",
    _("The facts of one kind"),
    _("In the order of the record, each with its sources and what contradicts it."),
    shapes.FactPage,
    parameters=[
        parameter(
            "state",
            _("Two-letter code: facts about the state or a place in it."),
            of=CODES,
        ),
        parameter("geoid", _("Facts about this place."), repeatable=True),
        parameter(
            "word",
            _("What the fact is: a step, a measure, an effect, what was counted."),
            repeatable=True,
        ),
        parameter("from", _("Of effect on this day or later."), of=DAY),
        parameter("to", _("Of effect on this day or earlier."), of=DAY),
        parameter("text", _("Words that begin a word of the fact's texts."), of=TEXT),
        *CURSOR,
        sparse(shapes.Fact),
    ],
    asking=UNDATED,
    path=path_parameter("kind", _("The kind of fact."), {"enum": list(TOLD)}),
    missing=_("No such kind of fact."),
    paged=True,
)
places = described(
    "places",
    _("The jurisdictions on record"),
    _("In order of geoid, states and county equivalents together unless a level is named."),
    shapes.PlacePage,
    parameters=[*PLACE_FILTERS.values(), *CURSOR, sparse(shapes.PlaceFact)],
    asking=OF_AN_EDITION,
    paged=True,
)
sources = described(
    "sources",
    _("The sources"),
    _("In order of key, each with how often facts cite it."),
    shapes.SourcePage,
    parameters=[
        parameter("text", _("Words that begin a word of title or publisher."), of=TEXT),
        *CURSOR,
        sparse(shapes.CitedSource),
    ],
    asking=OF_AN_EDITION,
    paged=True,
)
flags = described(
    "flags",
    _("What calls for a second look"),
    _("Where two things on record do not fit together, kind by kind, within one by place."),
    shapes.FlagPage,
    parameters=[
        parameter(
            "kind",
            _("Which rule raises it."),
            words=dict.fromkeys(str(kind) for slug in packages() for kind in flag_kinds(slug)),
            repeatable=True,
        ),
        parameter(
            "state",
            _("Two-letter code: flags of the state or of a place in it."),
            of=CODES,
        ),
        parameter("geoid", _("Flags of this place."), repeatable=True),
        *CURSOR,
        sparse(shapes.Flag),
    ],
    asking=UNDATED,
    paged=True,
)
editions = described(
    "editions",
    _("The editions"),
    _("Newest first, each with what it changed and how to cite it."),
    shapes.EditionPage,
    parameters=[*CURSOR, sparse(shapes.Edition)],
    asking=[ASKING["program"], ASKING["lang"]],
    paged=True,
)
programs = described(
    "programs",
    _("The programs"),
    _("The default one first, each with its newest edition and the days that this tells of."),
    shapes.ProgramPage,
    parameters=[*CURSOR, sparse(shapes.Program)],
    asking=[ASKING["lang"]],
    paged=True,
)
