"""The tables: shape and constraints, no rules. One file per noun."""

from __future__ import annotations

from jurisdictions.models.act import Act, ActKind
from jurisdictions.models.activation import Activation
from jurisdictions.models.agency import Agency
from jurisdictions.models.agency_agreement import AgencyAgreement
from jurisdictions.models.agreement import AgreementStep
from jurisdictions.models.application import Application
from jurisdictions.models.captured_list import CapturedList
from jurisdictions.models.claim import Claim
from jurisdictions.models.draft import Draft
from jurisdictions.models.edition import Edition, Span, SpanStanding
from jurisdictions.models.explanation import Explanation
from jurisdictions.models.fact import Change, Fact
from jurisdictions.models.follower import Follower, FollowerMail
from jurisdictions.models.interest import Interest, InterestSort
from jurisdictions.models.job import Job
from jurisdictions.models.jurisdiction import Jurisdiction
from jurisdictions.models.kept_effect import KeptEffect
from jurisdictions.models.local_measure import LocalMeasure
from jurisdictions.models.mail_pace import MailKind, MailPace, Pace
from jurisdictions.models.opt_out import OptOutStep
from jurisdictions.models.person import Person
from jurisdictions.models.policy_event import PolicyEvent
from jurisdictions.models.program import Program
from jurisdictions.models.proposal import Action, Origin, Proposal, ProposalStatus, Remark, Wish
from jurisdictions.models.remembered_shape import RememberedShape
from jurisdictions.models.reported_figure import ReportedFigure
from jurisdictions.models.role import Invitation, Role, RoleName
from jurisdictions.models.saved_view import SavedView
from jurisdictions.models.source import Citation, Source
from jurisdictions.models.source_file import SourceFile
from jurisdictions.models.state_law import StateLaw
from jurisdictions.models.tip import Reply, ReplyStatus, Tip, TipStatus
from jurisdictions.models.token import Sending, Token
from jurisdictions.models.upload import Upload, UploadPart
from jurisdictions.models.watch import Look, LookOutcome, Watch, WatchKind

__all__ = [
    "Act",
    "ActKind",
    "Action",
    "Activation",
    "Agency",
    "AgencyAgreement",
    "AgreementStep",
    "Application",
    "CapturedList",
    "Change",
    "Citation",
    "Claim",
    "Draft",
    "Edition",
    "Explanation",
    "Fact",
    "Follower",
    "FollowerMail",
    "Interest",
    "InterestSort",
    "Invitation",
    "Job",
    "Jurisdiction",
    "KeptEffect",
    "LocalMeasure",
    "Look",
    "LookOutcome",
    "MailKind",
    "MailPace",
    "OptOutStep",
    "Origin",
    "Pace",
    "Person",
    "PolicyEvent",
    "Program",
    "Proposal",
    "ProposalStatus",
    "Remark",
    "RememberedShape",
    "Reply",
    "ReplyStatus",
    "ReportedFigure",
    "Role",
    "RoleName",
    "SavedView",
    "Sending",
    "Source",
    "SourceFile",
    "Span",
    "SpanStanding",
    "StateLaw",
    "Tip",
    "TipStatus",
    "Token",
    "Upload",
    "UploadPart",
    "Watch",
    "WatchKind",
    "Wish",
]
