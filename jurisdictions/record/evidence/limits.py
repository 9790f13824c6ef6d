"""How much evidence is kept: of one file, of one person, of all together."""

from __future__ import annotations

from django.conf import settings
from django.db.models import Sum
from django.utils.translation import gettext as _

from jurisdictions.models import SourceFile
from jurisdictions.record.faults import Fault, Refused

MEGABYTE = 1_000_000


def demand_room(size: int, name: str, person: int | None) -> None:
    """Raise Refused for a file that is too large, or one too many; each checksum counts once."""
    if size > settings.EVIDENCE_FILE_BYTES:
        said = _("The file is larger than %(most)d MB.")
        raise _refused(name, said, settings.EVIDENCE_FILE_BYTES)
    if person and _kept(added_by_id=person, shown_at=None) + size > settings.EVIDENCE_PERSON_BYTES:
        said = _(
            "Your files that no reviewer has shown to everybody yet fill %(most)d MB: remove one "
            "that is not needed."
        )
        raise _refused(name, said, settings.EVIDENCE_PERSON_BYTES)
    if _kept() + size > settings.EVIDENCE_BYTES:
        said = _("The store of files is full (%(most)d MB): tell an administrator.")
        raise _refused(name, said, settings.EVIDENCE_BYTES)


def _kept(**whose: object) -> int:
    """The bytes of the files that are kept."""
    standing = SourceFile.objects.filter(removed_at=None, **whose).order_by()
    each = standing.values("checksum", "size").distinct()
    return each.aggregate(total=Sum("size"))["total"] or 0


def _refused(name: str, said: str, most: int) -> Refused:
    return Refused([Fault("", 0, "file", name, said % {"most": most // MEGABYTE})])
