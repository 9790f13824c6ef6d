"""The closed vocabularies: words that facts are written in, and words the rule answers with."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Where a jurisdiction stands on a day: the answer of the rule, in the order of its lines."""

    NOT_AUTHORIZED = "not-authorised"
    TASK_FORCE = "task-force"
    JAIL_ENFORCEMENT = "jail-enforcement"
    MODEL_NOT_RECORDED = "model-not-recorded"
    WARRANT_SERVICE = "warrant-service"
    STATE_TASK_FORCE = "state-task-force"
    APPLICATION_PENDING = "application-pending"
    FORBIDDEN_BY_STATE = "forbidden-by-state"
    ENDED = "ended"
    NONE_RECORDED = "none-recorded"


class Position(StrEnum):
    """What the federal government authorizes and offers."""

    NOT_AUTHORIZED = "not-authorised"
    AUTHORIZED = "authorised"
    JAIL_ONLY = "jail-only"
    JAIL_AND_WARRANT_SERVICE = "jail-and-warrant-service"
    ALL_MODELS = "all-models"


class Strongest(StrEnum):
    """The strongest model in force among some agencies, the strongest first."""

    TASK_FORCE = "task-force"
    JAIL_ENFORCEMENT = "jail-enforcement"
    NOT_RECORDED = "not-recorded"
    WARRANT_SERVICE = "warrant-service"
    NONE = "none"


class Reach(StrEnum):
    """How much of a county the agencies with an agreement in force serve."""

    WHOLE_COUNTY = "whole-county"
    PART_OF_COUNTY = "part-of-county"
    NONE = "none"


class ApplicationStanding(StrEnum):
    """Whether a local agency waits for ICE."""

    PENDING = "pending"
    NONE = "none"


class LawStanding(StrEnum):
    """What the state's law says of agreements."""

    REQUIRES = "requires"
    ENCOURAGES = "encourages"
    RESTRICTS = "restricts"
    FORBIDS = "forbids"
    NONE_RECORDED = "none-recorded"


class Effect(StrEnum):
    """What a federal act does to the rules."""

    AUTHORITY_ENACTED = "authority-enacted"
    FIRST_AGREEMENT = "first-agreement"
    TASK_FORCE_ENDS = "task-force-ends"
    WARRANT_SERVICE_BEGINS = "warrant-service-begins"
    TASK_FORCE_RESTORED = "task-force-restored"
    CONTEXT = "context"


class AgencyLevel(StrEnum):
    """Whose agency it is."""

    COUNTY = "county"
    MUNICIPAL = "municipal"
    STATE = "state"


class AgencyKind(StrEnum):
    """What kind of law enforcement body an agency is."""

    SHERIFF = "sheriff"
    POLICE = "police"
    CONSTABLE = "constable"
    MARSHAL = "marshal"
    CORRECTIONS = "corrections"
    PROSECUTOR = "prosecutor"
    GUARD = "guard"
    OTHER = "other"


class AgencyReach(StrEnum):
    """How much of the places that an agency serves it serves."""

    WHOLE_COUNTY = "whole-county"
    PART_OF_COUNTY = "part-of-county"
    STATE = "state"


class Model(StrEnum):
    """What an agreement lets officers do.

    `jail-and-task-force` was signed until 2013, one instrument for both; it counts as task force.
    """

    TASK_FORCE = "task-force"
    JAIL_ENFORCEMENT = "jail-enforcement"
    WARRANT_SERVICE = "warrant-service"
    JAIL_AND_TASK_FORCE = "jail-and-task-force"
    NOT_RECORDED = "not-recorded"


class Basis(StrEnum):
    """What an agreement is known from: shown, never used by the rule.

    `text`: from the agreement's text that ICE posted, before any list in hand had it.
    """

    LIST = "list"
    DOCUMENT = "document"
    TEXT = "text"
    LISTED_ELSEWHERE = "listed-elsewhere"


class EndBasis(StrEnum):
    """What the end of an agreement rests on: shown, never used by the rule.

    `stated`: a source gives the day. `lists`: one of ICE's lists has it, and the next does not.
    `last-list`: the last list with it is known, the next one is not in hand.
    """

    STATED = "stated"
    LISTS = "lists"
    LAST_LIST = "last-list"


class Ending(StrEnum):
    """How an agreement ended, as far as is on record: shown, never used by the rule.

    `not-listed`: it left ICE's list, and no reason is on record.
    """

    RENEWED = "renewed"
    RELABELED = "relabelled"
    NOT_LISTED = "not-listed"
    NOT_RENEWED = "not-renewed"
    EXPIRED = "expired"
    ENDED_BY_AGENCY = "ended-by-agency"
    ENDED_BY_STATE = "ended-by-state"
    ENDED_UNDER_STATE_LAW = "ended-under-state-law"
    ENDED_BY_ICE = "ended-by-ice"


class Happened(StrEnum):
    """What happens to agreements, and beside them: shown, never used by the rule.

    `left-list`: gone from ICE's list, and nothing else is on record of its end. `taken-off-list`:
    gone from it after an end that is on record.
    """

    SIGNED = "signed"
    APPEARED = "appeared"
    RENEWED = "renewed"
    RELABELED = "relabelled"
    ENDED = "ended"
    LEFT_LIST = "left-list"
    TAKEN_OFF = "taken-off-list"
    APPLICATION = "application"
    STATE_LAW = "state-law"
    POLICY_EVENT = "federal-act"


class ApplicationOutcome(StrEnum):
    """What became of an application: shown, never used by the rule."""

    SIGNED = "signed"
    HAS_AGREEMENT_ALREADY = "has-agreement-already"
    NO_AGREEMENT_SEEN_BY_2026_05_18 = "no-agreement-seen-by-2026-05-18"


class LawKind(StrEnum):
    """What a state's law, order or directive says of agreements; some are only shown."""

    REQUIRES = "requires"
    ENCOURAGES = "encourages"
    RESTRICTS = "restricts"
    FORBIDS_STATE_AGENCIES = "forbids-state-agencies"
    FORBIDS = "forbids"
    ENDS_REQUIREMENT = "ends-requirement"
    REQUIRES_COOPERATION = "requires-cooperation"
    WOULD_REQUIRE = "would-require"
    PROPOSED_TO_FORBID = "proposed-to-forbid"


class Matched(StrEnum):
    """How the places that an agency serves were found: shown, never used by the rule."""

    STATE_AGENCY = "state-agency"
    NAME_AND_LIST = "name-and-list"
    LIST = "list"
    FILE_NAME = "file-name"
    NAME = "name"
    MEMBERS = "members"
    PLACE_NAME = "place-name"
    PLACE_NAME_SEVERAL = "place-name-several"
    OTHER_RECORD = "other-record"
    BY_HAND = "by-hand"
    NOT_MATCHED = "not-matched"


class Sureness(StrEnum):
    """How sure what a fact says is: shown, never used by the rule."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NONE = "none"


class ListKind(StrEnum):
    """Whom one of ICE's lists names: those with an agreement, or those that wait for one."""

    PARTICIPATING = "participating"
    PENDING = "pending"


class ListDateBasis(StrEnum):
    """What the day of a list rests on: shown, never used by the rule.

    `stated`: who read it into the record said so.
    """

    FILE_NAME = "file-name"
    ARCHIVE_CAPTURE = "archive-capture"
    STATED = "stated"
