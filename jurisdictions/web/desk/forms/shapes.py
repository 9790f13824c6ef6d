"""What the form of each kind of fact asks: in which order, in which words, with which example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Text = str | _StrPromise


@dataclass(frozen=True, slots=True)
class Ask:
    """One question: a column of the kind. `long` asks for sentences, `rows` for one on each line.

    A column that has a Spanish one beside it is asked in both languages.
    """

    column: str
    label: Text
    help: Text = ""
    needed: bool = False
    long: bool = False
    bilingual: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """The form of one kind: `asks` stand open, `more` is folded away; both in this order.

    `each` names one fact of several in one form ("Step"); "" where a form holds a single fact.
    """

    title: Text
    lead: Text
    asks: tuple[Ask, ...]
    more: tuple[Ask, ...] = ()
    each: Text = ""
    another: Text = ""

    def __iter__(self) -> Iterator[Ask]:
        return iter((*self.asks, *self.more))


DATE = _("As precise as the source says: July 13, 2010, July 2010 or 2010.")
SUCCESSION = _(
    "One on each line: code, kind, date and name, as in “46102 renamed 2015-05-01 Oglala Lakota "
    "County”. Kinds: renamed, code-changed, merged, split, part."
)
DISCLOSED = Ask(
    "disclosed_on",
    _("When it became public, if that was later"),
    _("Only for what was kept secret at first. Empty means: public from its own day."),
)
BASIS = _("Empty means: the source gives the day of the act itself, or does not say.")
LOCATOR = Ask(
    "locator",
    _("Where in the source"),
    _("A page or a heading, so that others find it: p. 4, or “Background”."),
)
NOTE = Ask(
    "note",
    _("Note for readers"),
    _("What one should know to read this rightly. Leave it empty when there is nothing."),
    long=True,
    bilingual=True,
)
SUMMARY = Ask(
    "summary",
    _("What happened"),
    _("One or two plain sentences. Say what was done, not what to think of it."),
    long=True,
    bilingual=True,
)

ACTIVATION = Shape(
    _("Activation"),
    _("The day on which fingerprints taken here began to be shared with ICE."),
    (
        Ask("activated_on", _("When sharing began"), DATE, needed=True),
        Ask("deactivated_on", _("When it stopped"), _("Empty means: no source says so.")),
    ),
    (LOCATOR, NOTE, DISCLOSED),
)
AGREEMENT = Shape(
    _("Agreement with ICE"),
    _("Steps of the state's agreement with ICE: signed, revised, ended."),
    (
        Ask("step", _("What kind of step was it?"), needed=True),
        Ask("on", _("When"), DATE),
        Ask("by", _("Who acted"), _("For example: Illinois State Police."), bilingual=True),
        SUMMARY,
    ),
    (Ask("basis", _("What the date rests on"), BASIS), LOCATOR, DISCLOSED),
    each=_("Step %(number)d"),
    another=_("Add another step"),
)
OPT_OUT = Shape(
    _("Opt-out request"),
    _("A formal wish not to take part, and what followed, step by step."),
    (
        Ask("step", _("What kind of step was it?"), needed=True),
        Ask("on", _("When"), DATE),
        Ask("by", _("Who acted"), _("For example: Board of Supervisors."), bilingual=True),
        Ask("to", _("To whom"), _("For example: ICE, or the sheriff."), bilingual=True),
        Ask("instrument", _("In which form")),
        SUMMARY,
    ),
    (LOCATOR, DISCLOSED),
    each=_("Step %(number)d"),
    another=_("Add another step"),
)
LOCAL_MEASURE = Shape(
    _("Local measure"),
    _("A resolution, a limit on detainers, a choice to take part, or a similar local act."),
    (
        Ask("kind", _("What kind of act was it?"), needed=True),
        Ask(
            "place",
            _("Which place acted"),
            _("The city or county whose act it was, for example: Oakland."),
            needed=True,
        ),
        Ask("on", _("When"), DATE),
        Ask("by", _("Who acted"), _("For example: City Council."), bilingual=True),
        Ask("outcome", _("What became of it?"), needed=True),
        SUMMARY,
    ),
    (Ask("date_basis", _("What the date rests on"), BASIS), LOCATOR, DISCLOSED),
)
POLICY_EVENT = Shape(
    _("Federal act"),
    _("Something that the federal government said or did about the program."),
    (
        Ask(
            "title",
            _("What it is called"),
            _("A few words, for example: Memo on mandatory participation."),
            needed=True,
            bilingual=True,
        ),
        Ask("on", _("When"), DATE),
        Ask("by", _("Who acted"), _("For example: ICE Director John Morton."), bilingual=True),
        Ask("instrument", _("In which form")),
        Ask("effect", _("What did it change?"), needed=True),
        SUMMARY,
    ),
    (LOCATOR, DISCLOSED),
)
REPORTED_FIGURE = Shape(
    _("Published figure"),
    _("A number that somebody published, exactly as it was published."),
    (
        Ask("metric", _("What was counted"), needed=True),
        Ask("value", _("The number"), _("Digits only, for example: 1510."), needed=True),
        Ask("unit", _("Of what"), needed=True),
        Ask("as_of", _("Day or end of the period"), DATE, needed=True),
        Ask(
            "period_start",
            _("Beginning of the period"),
            _("Empty means: the number is of one day, not of a period."),
        ),
    ),
    (LOCATOR, NOTE, DISCLOSED),
)
SOURCE = Shape(
    _("Source"),
    _("A publication that facts rest on."),
    (
        Ask(
            "title",
            _("Title"),
            _("As the publication has it, in its own language."),
            needed=True,
            long=True,
        ),
        Ask("publisher", _("Publisher"), _("For example: San Francisco Chronicle.")),
        Ask("published_on", _("When it was published"), DATE),
        Ask(
            "url",
            _("Web address"),
            _("A lasting one where there is one: an archived copy, a document library."),
        ),
    ),
)
JURISDICTION = Shape(
    _("The place itself"),
    _("How the place is named and found, and what a reader should know about it."),
    (
        Ask("name", _("Name"), _("As the Census writes it."), needed=True, bilingual=True),
        Ask("aliases", _("Other names"), _("One on each line. Search finds the place by them.")),
        Ask("valid_from", _("When it came to be"), DATE),
        Ask("valid_to", _("The first day on which it was no more"), DATE),
        Ask("predecessors", _("What it was before"), SUCCESSION),
        Ask("successors", _("What became of it"), SUCCESSION),
        NOTE,
    ),
)
SHAPES: Mapping[str, Shape] = {
    "activation": ACTIVATION,
    "opt_out": OPT_OUT,
    "local_measure": LOCAL_MEASURE,
    "agreement": AGREEMENT,
    "reported_figure": REPORTED_FIGURE,
    "policy_event": POLICY_EVENT,
    "source": SOURCE,
    "jurisdiction": JURISDICTION,
}
"""The form of each kind, in the order in which they are offered."""
