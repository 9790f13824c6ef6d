"""An advocate's wish to change the record, what is said about it, and how it was decided."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jurisdictions.models.fact import KIND_CHOICES, Change
from jurisdictions.models.person import Person
from jurisdictions.models.program import Program
from jurisdictions.status.kinds import SHARED, FactKind


class ProposalStatus(models.TextChoices):
    """Where a proposal stands; the last three are final."""

    OPEN = "open", _("Waits for a reviewer")
    ASKED = "asked", _("Waits for its author")
    ACCEPTED = "accepted", _("Accepted")
    REJECTED = "rejected", _("Rejected")
    WITHDRAWN = "withdrawn", _("Withdrawn")


DECIDED = (ProposalStatus.ACCEPTED, ProposalStatus.REJECTED, ProposalStatus.WITHDRAWN)


class Origin(models.TextChoices):
    """How a proposal came about."""

    FORM = "form", _("A form")
    UPLOAD = "upload", _("An uploaded file")
    LIST = "list", _("An official list")
    TIP = "tip", _("A tip")
    TOKEN = "token", _("An API token")


class Action(models.TextChoices):
    """What is to be done to one fact."""

    RECORD = "record", _("Record")
    CORRECT = "correct", _("Correct")
    RETRACT = "retract", _("Retract")
    CONTRADICT = "contradict", _("Another source says otherwise")


class Proposal(models.Model):
    """One or more wishes that are accepted together or not at all.

    `geoid` is the smallest region that holds all places concerned: it decides who may review.
    `revision` counts amendments, so that a decision is on what the reviewer saw; `edited` when the
    last of them is the reviewer's. The wishes of earlier revisions are kept. `own_review`: whoever
    decided wrote it, as the operator allowed. `tip`: what the public had said that it answers.
    """

    program = models.ForeignKey(Program, models.PROTECT, related_name="+")
    geoid = models.CharField(_("region"), max_length=5, db_index=True)
    title = models.CharField(_("title"), max_length=200)
    reason = models.TextField(_("reason"))
    status = models.CharField(
        _("status"), max_length=10, choices=ProposalStatus, default=ProposalStatus.OPEN
    )
    revision = models.PositiveSmallIntegerField(_("revision"), default=1)
    edited = models.BooleanField(_("edited by the reviewer"), default=False)
    upload = models.CharField(_("uploaded file"), max_length=200, blank=True)
    origin = models.CharField(_("came from"), max_length=10, choices=Origin, default=Origin.FORM)
    made_at = models.DateTimeField(_("made at"))
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="proposals")
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    decision = models.TextField(_("reason of the decision"), blank=True)
    own_review = models.BooleanField(_("decided by its author"), default=False)
    tip = models.ForeignKey(
        "jurisdictions.Tip",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="proposals",
        verbose_name=_("tip"),
    )
    change = models.OneToOneField(
        Change, models.PROTECT, null=True, blank=True, related_name="proposal"
    )

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering = ["-id"]
        indexes = [models.Index(fields=["status", "geoid"], name="proposal_queue")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=ProposalStatus.values), name="proposal_status_is_known"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="proposal_gives_a_reason"),
            models.CheckConstraint(
                condition=Q(status__in=DECIDED, decided_at__isnull=False, decided_by__isnull=False)
                | (
                    ~Q(status__in=DECIDED)
                    & Q(decided_at__isnull=True, decided_by__isnull=True, change__isnull=True)
                ),
                name="proposal_decision_whole",
            ),
            models.CheckConstraint(
                condition=~Q(status=ProposalStatus.REJECTED) | ~Q(decision=""),
                name="proposal_rejected_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(status=ProposalStatus.ACCEPTED, change__isnull=False)
                | (~Q(status=ProposalStatus.ACCEPTED) & Q(change__isnull=True)),
                name="proposal_accepted_makes_a_change",
            ),
            models.CheckConstraint(
                condition=~Q(status=ProposalStatus.ACCEPTED)
                | ~Q(decided_by=F("made_by"))
                | Q(own_review=True),
                name="who_accepts_their_own_says_so",
            ),
            models.CheckConstraint(
                condition=Q(edited=False) | Q(status=ProposalStatus.ACCEPTED),
                name="proposal_edited_when_accepted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk}: {self.title}"


class WishQuerySet(models.QuerySet["Wish"]):
    """Which wishes a proposal holds now, and which others want the same facts."""

    def of_its_revision(self) -> WishQuerySet:
        """Those that the proposals hold now, not those that were amended."""
        return self.filter(revision=F("proposal__revision"))

    def rivals_of(self, proposal: Proposal, names: Collection[str]) -> WishQuerySet:
        """Wishes of other open proposals for facts of these names, which programs may share."""
        others = self.of_its_revision().exclude(proposal=proposal)
        mine = Q(proposal__program=proposal.program_id) | Q(kind__in=SHARED)
        return others.exclude(proposal__status__in=DECIDED).filter(mine, name__in=names)

    def promising(self, program_id: int, names: Collection[str]) -> WishQuerySet:
        """Wishes of open proposals to record the facts of these names, the oldest first."""
        return self.waiting(program_id, names).filter(action=Action.RECORD)

    def recording(self, program_id: int, kind: str) -> WishQuerySet:
        """Wishes of open proposals of a program to record facts of this kind, the newest first."""
        wishes = self.of_its_revision().exclude(proposal__status__in=DECIDED)
        new = wishes.filter(proposal__program=program_id, kind=kind, action=Action.RECORD)
        return new.order_by("-proposal_id", "-position")

    def waiting(self, program_id: int, names: Collection[str]) -> WishQuerySet:
        """Wishes of open proposals for the facts of these names, the oldest first."""
        mine = Q(proposal__program=program_id) | Q(kind__in=SHARED)
        wishes = self.of_its_revision().exclude(proposal__status__in=DECIDED)
        return wishes.filter(mine, name__in=names).order_by("proposal_id", "position")


class Wish(models.Model):
    """One fact of a proposal: what is to be done, and the cells as in the file of its kind.

    `name` is the fact's public name. `base` is the change under which the version that the author
    saw was recorded; null when there was none. `row` is the row of an uploaded file, else 0.
    `day` is when it was, as precisely as its cells say it, "" when they do not. `refused` is why
    the reviewer left it out of what was accepted.
    """

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="wishes")
    revision = models.PositiveSmallIntegerField(_("revision"), default=1)
    position = models.PositiveIntegerField()
    action = models.CharField(_("action"), max_length=10, choices=Action)
    kind = models.CharField(_("kind"), max_length=20, choices=KIND_CHOICES)
    name = models.CharField(_("fact"), max_length=230, db_index=True)
    geoid = models.CharField(_("geoid"), max_length=5)
    cells = models.JSONField(_("cells"), default=dict)
    base = models.ForeignKey(Change, models.PROTECT, null=True, blank=True, related_name="+")
    row = models.PositiveIntegerField(default=0)
    day = models.CharField(_("day"), max_length=40, blank=True)
    refused = models.TextField(_("why it was not accepted"), blank=True)

    objects = WishQuerySet.as_manager()

    class Meta:
        verbose_name = _("wish")
        verbose_name_plural = _("wishes")
        ordering = ["proposal", "revision", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "revision", "position"], name="wish_position_once"
            ),
            models.UniqueConstraint(
                fields=["proposal", "revision", "name"],
                condition=~Q(action="contradict"),
                name="one_wish_a_fact",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.name}"

    def stands_beside(self, action: str, cells: Mapping[str, str]) -> bool:
        """Whether another wish for the same fact takes nothing from this one.

        Two sources may say otherwise on one fact, or one source on two fields of it; and what a
        source says otherwise takes nothing from a fact that is to be recorded. A new source may
        be recorded with the facts of several proposals, as long as all say the same of it.
        """
        if self.kind == FactKind.SOURCE and self.action == action == Action.RECORD:
            return bool(self.cells == dict(cells))
        if {self.action, action} == {Action.CONTRADICT, Action.RECORD}:
            return True
        both = self.action == action == Action.CONTRADICT
        return both and any(self.cells.get(k) != cells.get(k) for k in ("field", "source"))


class Remark(models.Model):
    """Something said about a proposal; `asks` when a reviewer asked for more."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="remarks")
    made_at = models.DateTimeField(_("made at"))
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    text = models.TextField(_("text"))
    asks = models.BooleanField(_("asks for more"), default=False)

    class Meta:
        verbose_name = _("remark")
        verbose_name_plural = _("remarks")
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="remark_says_something")]

    def __str__(self) -> str:
        return f"{self.made_by}: {self.text[:60]}"
