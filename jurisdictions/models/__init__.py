"""The tables: shape and constraints, no rules. One file per noun."""

from __future__ import annotations

from jurisdictions.models.activation import Activation
from jurisdictions.models.agreement import AgreementStep
from jurisdictions.models.edition import Edition, Span
from jurisdictions.models.fact import Change, Fact, FactKind
from jurisdictions.models.job import Job
from jurisdictions.models.jurisdiction import Jurisdiction
from jurisdictions.models.local_measure import LocalMeasure
from jurisdictions.models.opt_out import OptOutStep
from jurisdictions.models.policy_event import PolicyEvent
from jurisdictions.models.program import Program
from jurisdictions.models.reported_figure import ReportedFigure
from jurisdictions.models.source import Citation, Source

__all__ = [
    "Activation",
    "AgreementStep",
    "Change",
    "Citation",
    "Edition",
    "Fact",
    "FactKind",
    "Job",
    "Jurisdiction",
    "LocalMeasure",
    "OptOutStep",
    "PolicyEvent",
    "Program",
    "ReportedFigure",
    "Source",
    "Span",
]
