"""Which keys are taken: of facts on record, retracted or wished for."""

from __future__ import annotations

from jurisdictions.models.fact import Fact
from jurisdictions.models.proposal import Wish
from jurisdictions.status.kinds import SHARED


def keys_taken(program: str, kind: str, beginning: str) -> frozenset[str]:
    """The keys of this kind that begin so: of every fact there ever was, and of every proposal.

    Two queries. A name is never given twice, not even after what bore it was retracted.
    """
    owned = {"program__slug": program} if kind not in SHARED else {}
    facts = Fact.objects.filter(kind=kind, key__startswith=beginning, **owned)
    begins = f"{kind}:{beginning}"
    wishes = Wish.objects.filter(name__startswith=begins, proposal__program__slug=program)
    names = wishes.values_list("name", flat=True)
    wished = {name.partition(":")[2] for name in names}
    return frozenset(facts.values_list("key", flat=True)) | wished
