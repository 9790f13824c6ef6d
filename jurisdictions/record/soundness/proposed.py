"""What proposals promise: wishes of the revision that stands, for facts as they were seen."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext as _

from jurisdictions.models import Change
from jurisdictions.models.proposal import Proposal, ProposalStatus, Wish
from jurisdictions.models.standing import MODELS
from jurisdictions.record.soundness.unsound import Unsound, each


def faults_of_proposals() -> Iterator[Unsound]:
    """Proposals and their wishes."""
    wishing = Wish.objects.filter(revision=F("proposal__revision")).values("proposal")
    bare = Proposal.objects.exclude(pk__in=wishing)
    yield from each("proposal", map(str, bare.values_list("pk", flat=True)), _("wishes nothing"))
    ahead = Wish.objects.filter(revision__gt=F("proposal__revision"))
    yield from each(
        "wish", map(str, ahead.values_list("pk", flat=True)), _("of a revision to come")
    )
    strange = Wish.objects.exclude(kind__in=MODELS).values_list("pk", flat=True)
    yield from each("wish", map(str, strange), _("is of no kind of fact"))
    early = Proposal.objects.filter(decided_at__lt=F("made_at")).values_list("pk", flat=True)
    yield from each("proposal", map(str, early), _("was decided before it was made"))
    # A change follows the one before it, even when a clock was ahead for that one.
    pushed = Change.objects.filter(pk__lt=OuterRef("change"), made_at__gte=OuterRef("decided_at"))
    moved = Proposal.objects.filter(status=ProposalStatus.ACCEPTED).exclude(
        change__made_at=F("decided_at")
    )
    moved = moved.exclude(Exists(pushed), change__made_at__gt=F("decided_at"))
    yield from each(
        "proposal",
        map(str, moved.values_list("pk", flat=True)),
        _("was not decided when its change was made"),
    )
