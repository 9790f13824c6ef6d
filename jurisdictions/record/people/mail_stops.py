"""The link under every mail that stops mail: signed, so that it needs no sign-in."""

from __future__ import annotations

from django.core.signing import BadSignature, Signer
from django.db import transaction

from jurisdictions.models import Person

_SALT = "stop-mail"


def stop_token(person: int) -> str:
    """What the link of one person carries."""
    return Signer(salt=_SALT).sign(str(person)).replace(":", "~")


def person_of(token: str) -> int | None:
    """Whose link it is; None when we did not sign it or the person has left."""
    try:
        signed = int(Signer(salt=_SALT).unsign(token.replace("~", ":")))
    except (BadSignature, ValueError):
        return None
    found = Person.objects.filter(pk=signed, left_at=None)
    return found.values_list("pk", flat=True).first()


@transaction.atomic
def stop_mail(*, token: str) -> bool:
    """No more mail about proposals to the person of the link; False when it is nobody's."""
    person = person_of(token)
    return bool(Person.objects.filter(pk=person).update(wants_mail=False)) if person else False
