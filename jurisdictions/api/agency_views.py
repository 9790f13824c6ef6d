"""The agencies of a program, and the agreements that they signed."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework.request import Request

from jurisdictions.api import agency_shapes, described_agencies
from jurisdictions.api.agency_answers import agency_answers, agreement_answer, reach_answer
from jurisdictions.api.agency_filters import (
    AGENCY_FILTERS,
    AGREEMENT_FILTERS,
    filter_of,
    no_such_agency,
)
from jurisdictions.api.answering import AnswerView, ListView
from jurisdictions.api.answers import asked_answer
from jurisdictions.api.paging import PAGING, page_answer
from jurisdictions.api.parameters import language_of, single
from jurisdictions.api.problems import BadParameter
from jurisdictions.api.question import Question
from jurisdictions.read.agencies.choosing import agencies_listed, agreements_listed
from jurisdictions.read.agencies.record import agency_record
from jurisdictions.read.asking import ask
from jurisdictions.read.rows import AsOf
from jurisdictions.status.kinds import KINDS_OF_FACT, FactKind

UNDATED = ("known", "edition", "program", "lang")
PROGRAM = KINDS_OF_FACT[FactKind.AGENCY].program
"""The program that tells of agencies: no other can be meant, so it need not be named."""


class OfAgencies(AnswerView):
    """An answer about agencies."""

    def asked(self, request: Request) -> AsOf:
        """The edition and the day asked for; raises BadParameter for a program without agencies."""
        query = request.query_params
        as_of = ask(
            program=single(query, "program") or PROGRAM,
            edition=single(query, "edition"),
            date=single(query, "date"),
            known=single(query, "known"),
            language=language_of(query),
            today=timezone.localdate(),
        )
        if as_of.program.slug != PROGRAM:
            raise BadParameter(
                "program",
                _("“%(program)s” tells of no agencies: ask for %(other)s.")
                % {"program": as_of.program.slug, "other": PROGRAM},
            )
        return as_of


@described_agencies.agencies
class AgenciesView(OfAgencies, ListView):
    """The agencies on record."""

    asking = UNDATED
    parameters = (*AGENCY_FILTERS, *PAGING, "fields")
    row = agency_shapes.AgencyListRow

    def answer(self, question: Question) -> dict[str, Any]:
        """A page of agencies in the order of the record."""
        as_of = question.as_of
        chosen = filter_of(question.request.query_params, as_of)
        day = chosen.day(as_of)
        shape = self.shaped(question, agency_answers(agency_record(as_of), day))
        page = page_answer(question, agencies_listed(as_of, chosen), shape)
        return {**reach_answer(as_of, day), **page}


@described_agencies.agency
class AgencyView(OfAgencies):
    """One agency on a day, and all that it signed."""

    def answer(self, question: Question) -> dict[str, Any]:
        """The agency, what it has in force on the day, and every agreement."""
        as_of, record = question.as_of, agency_record(question.as_of)
        found = record.agencies.get(question.agency)
        if found is None:
            raise Http404(no_such_agency(question.agency))
        signed = record.by_agency.get(found.key, ())
        return {
            **asked_answer(as_of),
            **reach_answer(as_of),
            "agency": agency_answers(record, as_of.on)(found),
            "agreements": [agreement_answer(one) for one in signed],
        }


@described_agencies.agreements
class AgreementsView(OfAgencies, ListView):
    """The agreements on record."""

    asking = UNDATED
    parameters = (*AGREEMENT_FILTERS, *PAGING, "fields")
    row = agency_shapes.AgreementListRow

    def answer(self, question: Question) -> dict[str, Any]:
        """A page of agreements in the order of the record."""
        as_of = question.as_of
        chosen = filter_of(question.request.query_params, as_of)
        shape = self.shaped(question, agreement_answer)
        page = page_answer(question, agreements_listed(as_of, chosen), shape)
        return {**reach_answer(as_of, chosen.day(as_of)), **page}
