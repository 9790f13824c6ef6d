"""The public label of every word that the facts of 287(g) are written in."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext_noop as _

from jurisdictions.render.programs.section_287g import explained
from jurisdictions.status.kinds import KINDS_OF_FACT
from jurisdictions.status.programs.section_287g.flags import OwnFlag
from jurisdictions.status.programs.section_287g.vocabulary import (
    AgencyKind,
    AgencyLevel,
    AgencyReach,
    ApplicationOutcome,
    ApplicationStanding,
    Basis,
    Effect,
    EndBasis,
    Ending,
    Happened,
    LawKind,
    LawStanding,
    ListDateBasis,
    ListKind,
    Matched,
    Model,
    Position,
    Reach,
    Status,
    Strongest,
    Sureness,
)

LABELS: dict[type[StrEnum], dict[str, str]] = {
    OwnFlag: {
        OwnFlag.CAME_BACK: _("An agreement that left and came back"),
        OwnFlag.LISTED_AFTER_END: _("Still on ICE's list after its end"),
    },
    Status: {
        Status.NOT_AUTHORIZED: _("Not authorized"),
        Status.TASK_FORCE: _("Task force"),
        Status.JAIL_ENFORCEMENT: _("Jail enforcement"),
        Status.MODEL_NOT_RECORDED: _("Agreement, model not recorded"),
        Status.WARRANT_SERVICE: _("Warrant service"),
        Status.STATE_TASK_FORCE: _("State agency's task force only"),
        Status.APPLICATION_PENDING: _("Application pending"),
        Status.FORBIDDEN_BY_STATE: _("None; state law forbids"),
        Status.ENDED: _("Agreement ended"),
        Status.NONE_RECORDED: _("No agreement recorded"),
    },
    Position: {
        Position.NOT_AUTHORIZED: _("Not authorized"),
        Position.AUTHORIZED: _("Agreements authorized"),
        Position.JAIL_ONLY: _("Jail model only"),
        Position.JAIL_AND_WARRANT_SERVICE: _("Jail and warrant service models"),
        Position.ALL_MODELS: _("All models"),
    },
    Strongest: {
        Strongest.TASK_FORCE: _("Task force"),
        Strongest.JAIL_ENFORCEMENT: _("Jail enforcement"),
        Strongest.NOT_RECORDED: _("Model not recorded"),
        Strongest.WARRANT_SERVICE: _("Warrant service"),
        Strongest.NONE: _("No agreement"),
    },
    Reach: {
        Reach.WHOLE_COUNTY: _("Whole county"),
        Reach.PART_OF_COUNTY: _("Part of the county"),
        Reach.NONE: _("No agreement"),
    },
    ApplicationStanding: {
        ApplicationStanding.PENDING: _("Application pending"),
        ApplicationStanding.NONE: _("No application pending"),
    },
    LawStanding: {
        LawStanding.REQUIRES: _("Requires agreements"),
        LawStanding.ENCOURAGES: _("Encourages agreements"),
        LawStanding.RESTRICTS: _("Restricts agreements"),
        LawStanding.FORBIDS: _("Forbids agreements"),
        LawStanding.NONE_RECORDED: _("No law recorded"),
    },
    Effect: {
        Effect.AUTHORITY_ENACTED: _("Agreements authorized"),
        Effect.FIRST_AGREEMENT: _("First agreement"),
        Effect.TASK_FORCE_ENDS: _("Task force model ends"),
        Effect.WARRANT_SERVICE_BEGINS: _("Warrant service model begins"),
        Effect.TASK_FORCE_RESTORED: _("Task force model restored"),
        Effect.CONTEXT: _("Context"),
    },
    AgencyLevel: {
        AgencyLevel.COUNTY: _("County"),
        AgencyLevel.MUNICIPAL: _("City or town"),
        AgencyLevel.STATE: _("State"),
    },
    AgencyKind: {
        AgencyKind.SHERIFF: _("Sheriff"),
        AgencyKind.POLICE: _("Police"),
        AgencyKind.CONSTABLE: _("Constable"),
        AgencyKind.MARSHAL: _("Marshal"),
        AgencyKind.CORRECTIONS: _("Corrections department"),
        AgencyKind.PROSECUTOR: _("Prosecutor"),
        AgencyKind.GUARD: _("National Guard"),
        AgencyKind.OTHER: _("Other agency"),
    },
    AgencyReach: {
        AgencyReach.WHOLE_COUNTY: _("Whole county"),
        AgencyReach.PART_OF_COUNTY: _("Part of the county"),
        AgencyReach.STATE: _("Whole state"),
    },
    Model: {
        Model.TASK_FORCE: _("Task force model"),
        Model.JAIL_ENFORCEMENT: _("Jail enforcement model"),
        Model.WARRANT_SERVICE: _("Warrant service model"),
        Model.JAIL_AND_TASK_FORCE: _("Jail and task force in one"),
        Model.NOT_RECORDED: _("Model not recorded"),
    },
    Basis: {
        Basis.LIST: _("ICE's list"),
        Basis.DOCUMENT: _("A document"),
        Basis.TEXT: _("Its text, as ICE posted it"),
        Basis.LISTED_ELSEWHERE: _("A list in another record"),
    },
    EndBasis: {
        EndBasis.STATED: _("A source gives the day"),
        EndBasis.LISTS: _("ICE's lists: one has it, the next does not"),
        EndBasis.LAST_LIST: _("The last of ICE's lists that has it"),
    },
    Ending: {
        Ending.RENEWED: _("Renewed"),
        Ending.RELABELED: _("Listed under another name"),
        Ending.NOT_LISTED: _("Left ICE's list"),
        Ending.NOT_RENEWED: _("Not renewed"),
        Ending.EXPIRED: _("Agreement expired"),
        Ending.ENDED_BY_AGENCY: _("Ended by the agency"),
        Ending.ENDED_BY_STATE: _("Ended by the state"),
        Ending.ENDED_UNDER_STATE_LAW: _("Ended under state law"),
        Ending.ENDED_BY_ICE: _("Ended by ICE"),
    },
    Happened: {
        Happened.SIGNED: _("Agreement signed"),
        Happened.APPEARED: _("Appeared on ICE's list"),
        Happened.RENEWED: _("Agreement renewed"),
        Happened.RELABELED: _("Went on under another name"),
        Happened.ENDED: _("Agreement ended"),
        Happened.LEFT_LIST: _("Left ICE's list"),
        Happened.TAKEN_OFF: _("Taken off the list after its end"),
        Happened.APPLICATION: _("Application on ICE's list"),
        Happened.STATE_LAW: _("State law"),
        Happened.POLICY_EVENT: _("Federal act"),
    },
    ApplicationOutcome: {
        ApplicationOutcome.SIGNED: _("Signed"),
        ApplicationOutcome.HAS_AGREEMENT_ALREADY: _("Had an agreement already"),
        ApplicationOutcome.NO_AGREEMENT_SEEN_BY_2026_05_18: _("No agreement seen by May 18, 2026"),
    },
    LawKind: {
        LawKind.REQUIRES: _("Requires agreements"),
        LawKind.ENCOURAGES: _("Encourages agreements"),
        LawKind.RESTRICTS: _("Restricts agreements"),
        LawKind.FORBIDS_STATE_AGENCIES: _("Forbids agreements of state agencies"),
        LawKind.FORBIDS: _("Forbids agreements"),
        LawKind.ENDS_REQUIREMENT: _("Ends a requirement"),
        LawKind.REQUIRES_COOPERATION: _("Requires cooperation with ICE"),
        LawKind.WOULD_REQUIRE: _("Would have required agreements"),
        LawKind.PROPOSED_TO_FORBID: _("Proposal to forbid agreements"),
    },
    Matched: {
        Matched.STATE_AGENCY: _("A state agency"),
        Matched.NAME_AND_LIST: _("The county in its name and on ICE's list"),
        Matched.LIST: _("The county on ICE's list"),
        Matched.FILE_NAME: _("The county in the name of ICE's file"),
        Matched.NAME: _("The county in its name"),
        Matched.MEMBERS: _("The members of its district or authority"),
        Matched.PLACE_NAME: _("The place in its name, looked up"),
        Matched.PLACE_NAME_SEVERAL: _("The place in its name, which lies in several counties"),
        Matched.OTHER_RECORD: _("The county in another record"),
        Matched.BY_HAND: _("Found by hand"),
        Matched.NOT_MATCHED: _("Not found yet"),
    },
    Sureness: {
        Sureness.HIGH: _("Sure"),
        Sureness.MEDIUM: _("Fairly sure"),
        Sureness.LOW: _("Not sure"),
        Sureness.NONE: _("Not known"),
    },
    ListKind: {
        ListKind.PARTICIPATING: _("Agencies with an agreement"),
        ListKind.PENDING: _("Agencies that wait for one"),
    },
    ListDateBasis: {
        ListDateBasis.FILE_NAME: _("The name of the file"),
        ListDateBasis.ARCHIVE_CAPTURE: _("The day on which an archive kept it"),
        ListDateBasis.STATED: _("The word of who read it"),
    },
}

METRICS: dict[str, str] = {
    "agreements": _("Agreements in force"),
    "agreements-signed": _("Agreements signed"),
    "agreements-listed": _("Agreements on ICE's list"),
}
UNITS: dict[str, str] = {"agreements": _("agreements")}

WORDS: dict[str, type[StrEnum]] = {
    "agency": AgencyKind,
    "agency_agreement": Model,
    "application": Model,
    "state_law": LawKind,
    "list": ListKind,
}
"""Which vocabulary the word of a fact of each kind belongs to."""

KINDS: dict[str, str] = {
    "agency_agreement": _("287(g) agreement"),
    "application": _("Application"),
    "state_law": _("State law"),
    "list": _("List of ICE"),
}
"""The kinds of facts, as headings and badges name them."""
OUTCOMES: dict[str, type[StrEnum]] = {"application": ApplicationOutcome}
"""Which vocabulary tells what became of a fact of each kind."""
BASES: dict[str, type[StrEnum]] = {"agency_agreement": Basis, "list": ListDateBasis}
"""Which vocabulary tells what a fact of each kind, or its day, rests on."""

COLUMNS: dict[str, str] = {name: heading for name, (heading, _said) in explained.COLUMNS.items()}
"""What the columns of its facts are called, as headings: at the desk as in the files."""
_KIND_OF_FILE = {one.file.removesuffix(".csv"): kind for kind, one in KINDS_OF_FACT.items()}
IN_KIND: dict[tuple[str, str], str] = {
    (_KIND_OF_FILE[file], column): heading
    for (file, column), (heading, _said) in explained.IN_FILE.items()
}
"""By kind and column, where the column is called otherwise than in other kinds."""
