"""A person's tokens, as their page lists them; never a secret."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from jurisdictions.models import Token
from jurisdictions.read.keeping.regions import region_name


@dataclass(frozen=True, slots=True)
class TokenRow:
    """A token: `state` is live, expired or revoked."""

    token_id: int
    name: str
    hint: str
    role: str
    geoid: str
    place: str
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None
    state: str


def tokens_of(person: int, *, at: datetime, language: str) -> tuple[TokenRow, ...]:
    """All tokens of a person, the newest first. One query."""
    return tuple(_row(one, at, language) for one in Token.objects.filter(person_id=person))


def _row(token: Token, at: datetime, language: str) -> TokenRow:
    expired = "expired" if token.expires_at <= at else "live"
    return TokenRow(
        token_id=token.pk,
        name=token.name,
        hint=token.hint,
        role=token.role,
        geoid=token.geoid,
        place=region_name(token.geoid, language),
        made_at=token.made_at,
        expires_at=token.expires_at,
        used_at=token.used_at,
        state="revoked" if token.revoked_at else expired,
    )
