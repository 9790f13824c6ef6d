"""The ETag of an answer from a published edition, known before any of it is made."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from jurisdictions.read.rows import AsOf
from jurisdictions.shelf.code import code_stamp
from jurisdictions.shelf.tags import question_tag


def asked_tag(as_of: AsOf, *address: object) -> str:
    """Changes with the edition, the rule, the day, the language, the code, and the `address`."""
    return question_tag(
        (
            code_stamp(Path(settings.BASE_DIR)),
            as_of.edition.stamp,
            as_of.edition.rule_version,
            as_of.on.isoformat(),
            as_of.known_on and as_of.known_on.isoformat(),
            as_of.language,
            *address,
        )
    )
