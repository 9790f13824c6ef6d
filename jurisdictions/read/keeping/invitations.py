"""Invitations: the one behind a link, and those of a region."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from jurisdictions.models import Invitation
from jurisdictions.models.role import hash_of
from jurisdictions.read.keeping.regions import region_name
from jurisdictions.status.geoids import lies_in_any


@dataclass(frozen=True, slots=True)
class OfferedRole:
    """A role in a region; `place` is the region's name."""

    role: str
    geoid: str
    place: str


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """An offer. `over` says why it cannot be taken: used, withdrawn, expired; "" while it can."""

    invitation_id: int
    email: str
    language: str
    roles: tuple[OfferedRole, ...]
    invited_at: datetime
    invited_by: str
    expires_at: datetime
    over: str


def invitation_at(secret: str, *, at: datetime, language: str) -> InvitationRow | None:
    """The invitation behind a link; None when we sent no such link. One query."""
    found = Invitation.objects.filter(secret_hash=hash_of(secret)).first()
    return _row(found, at, language) if found else None


def invitation_row(invitation: int, *, at: datetime, language: str) -> InvitationRow | None:
    """One invitation by its number. One query."""
    found = Invitation.objects.filter(pk=invitation).first()
    return _row(found, at, language) if found else None


def invitations(
    regions: Collection[str], *, at: datetime, language: str
) -> tuple[InvitationRow, ...]:
    """Those not taken or withdrawn whose roles all lie in the regions, the latest first.

    One query. Expired ones are among them: they can be renewed until their address is
    forgotten.
    """
    waiting = Invitation.objects.filter(accepted_at=None, withdrawn_at=None).exclude(email="")
    return tuple(
        _row(one, at, language)
        for one in waiting
        if all(_lies_in(geoid, regions) for _role, geoid in one.roles)
    )


def _row(found: Invitation, at: datetime, language: str) -> InvitationRow:
    return InvitationRow(
        invitation_id=found.pk,
        email=found.email,
        language=found.language,
        roles=tuple(
            OfferedRole(role, geoid, region_name(geoid, language)) for role, geoid in found.roles
        ),
        invited_at=found.invited_at,
        invited_by=found.invited_by,
        expires_at=found.expires_at,
        over=found.over(at),
    )


def _lies_in(geoid: str, regions: Collection[str]) -> bool:
    return lies_in_any(geoid, regions)
