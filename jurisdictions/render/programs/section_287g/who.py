"""Whose agreements decide a place's status on a day, by name: agencies with their models."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop
from django.utils.translation import ngettext

from jurisdictions.read.agencies.at_a_place import at_a_place
from jurisdictions.read.agencies.rows import AgreementRow
from jurisdictions.read.rows import AsOf, PlaceRow, SpanRow
from jurisdictions.render.words.days import number_text
from jurisdictions.render.words.figures import lowered
from jurisdictions.render.words.labels import label
from jurisdictions.status.programs.section_287g.agreements import strength
from jurisdictions.status.programs.section_287g.vocabulary import Status, Strongest

NAMED = 3
"""So many agencies are named, those of the strongest model first."""
OF_LOCAL = frozenset(
    {
        Status.TASK_FORCE,
        Status.JAIL_ENFORCEMENT,
        Status.MODEL_NOT_RECORDED,
        Status.WARRANT_SERVICE,
    }
)
COUNTED: dict[Strongest, str] = {
    Strongest.TASK_FORCE: noop("%(number)s of the task force model"),
    Strongest.JAIL_ENFORCEMENT: noop("%(number)s of the jail enforcement model"),
    Strongest.NOT_RECORDED: noop("%(number)s of a model that is not recorded"),
    Strongest.WARRANT_SERVICE: noop("%(number)s of the warrant service model"),
}
"""How many agreements count as a model, within a sentence; no agreement has none."""


def who_line(as_of: AsOf, place: PlaceRow, span: SpanRow) -> str:
    """The agencies of the status, each with its models; a state's by number. "" for none."""
    seen = at_a_place(as_of, place)
    if span.status in OF_LOCAL:
        rows = seen.local
    elif span.status is Status.STATE_TASK_FORCE:
        rows = seen.state
    else:
        return ""
    standing = [row for row in rows if row.in_force(as_of.on)]
    if not place.is_state:
        return _by_name(standing)
    return _by_number(standing, local=span.status in OF_LOCAL)


def _by_name(rows: Iterable[AgreementRow]) -> str:
    order = list(Strongest)
    models: dict[str, list[AgreementRow]] = {}
    for row in sorted(rows, key=lambda row: order.index(strength(row.own.model))):
        models.setdefault(row.agency.title, []).append(row)
    told = [
        _("%(agency)s (%(models)s)") % {"agency": title, "models": _models(own)}
        for title, own in models.items()
    ]
    if not told:
        return ""
    more = len(told) - NAMED
    if more <= 0:
        return _("In force: %(agencies)s.") % {"agencies": "; ".join(told)}
    others = ngettext(
        "In force: %(agencies)s; and %(more)s more agency.",
        "In force: %(agencies)s; and %(more)s more agencies.",
        more,
    )
    return others % {"agencies": "; ".join(told[:NAMED]), "more": number_text(more)}


def _models(rows: Iterable[AgreementRow]) -> str:
    return ", ".join(dict.fromkeys(lowered(label(row.own.model)) for row in rows))


def _by_number(rows: Iterable[AgreementRow], *, local: bool) -> str:
    counted = Counter(strength(row.own.model) for row in rows)
    told = [
        _(COUNTED[model]) % {"number": number_text(counted[model])}
        for model in Strongest
        if counted[model]
    ]
    if not told:
        return ""
    # The state's own decide nothing where local agencies have some: whoever adds up is told.
    said = (
        _("Agreements of local agencies in force: %(models)s.")
        if local
        else _("Agreements in force: %(models)s.")
    )
    return said % {"models": "; ".join(told)}
