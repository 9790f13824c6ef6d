"""The agreements of an agency as a chart: a lane for each model, a bar for each agreement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from jurisdictions.read.agencies.around import agencies_around
from jurisdictions.read.agencies.rows import AgencyRow, AgreementRow
from jurisdictions.read.happened.asked import record_end
from jurisdictions.read.rows import AsOf
from jurisdictions.render.charts.chart import Chart, Key, Numbers, Row
from jurisdictions.render.charts.lanes import Held, Lane, lanes_chart
from jurisdictions.render.words.days import date_text, short_date_text
from jurisdictions.render.words.labels import label

NAME = "agency"
Token = Callable[[Any], str]


def agency_chart(as_of: AsOf, agency: AgencyRow, token: Token) -> Chart | None:
    """From when to when each agreement was in force; None where none ever was.

    `token` gives the token of a model's color.
    """
    around = agencies_around(as_of, agency.own.state)
    signed = [one for one in around.agreements if one.agency.key == agency.key and one.term]
    if not signed:
        return None
    said = {"day": date_text(record_end(as_of))}
    sentence = _("When each agreement was in force, to %(day)s; one bar for each.") % said
    named = {"program": as_of.program.name, "agency": agency.title}
    title = _("%(program)s: agreements of %(agency)s") % named
    told = title, _("Agreements through time"), sentence
    return lanes_chart(as_of, NAME, told, (_lanes(signed, token), _numbers(signed)))


def _lanes(signed: Sequence[AgreementRow], token: Token) -> list[Lane]:
    """A lane for each model, by what was signed first."""
    models = dict.fromkeys(one.own.model for one in signed)
    return [
        Lane(label(model), tuple(_held(one, token) for one in signed if one.own.model == model))
        for model in models
    ]


def _held(one: AgreementRow, token: Token) -> Held:
    start, end = (one.term.start, one.term.end) if one.term else (None, None)
    return Held(start, end, _since(one), token(one.own.model), label(one.own.model))


def _since(one: AgreementRow) -> str:
    return short_date_text(one.own.signed_on) if one.own.signed_on else _("Date unknown")


def _numbers(signed: Sequence[AgreementRow]) -> Numbers:
    """A row for each agreement."""
    return Numbers(
        _("Model"),
        (Key("", _("Signed")), Key("", _("In force from")), Key("", _("Until"))),
        tuple(Row(label(one.own.model), _days(one)) for one in signed),
    )


def _days(one: AgreementRow) -> tuple[str, str, str]:
    start = short_date_text(one.term.start) if one.term else ""
    return _since(one), start, short_date_text(one.until) if one.until else _("still in force")
