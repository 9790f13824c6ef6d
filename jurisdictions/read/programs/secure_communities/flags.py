"""Activations without an agreement on record, told from the spans of an edition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jurisdictions.read.rows import AsOf
from jurisdictions.read.spans import all_spans
from jurisdictions.status.dates import read_edtf
from jurisdictions.status.flags.days import Disputed
from jurisdictions.status.flags.raised import Raised
from jurisdictions.status.programs.secure_communities.flags import Turn, without_agreement


def raised(as_of: AsOf, disputed: Sequence[Disputed]) -> Iterator[Raised]:
    """The flags that this program alone has."""
    del disputed
    return without_agreement(
        Turn(span.geoid, read_edtf(span.start_edtf), span.activation, span.agreement, span.position)
        for span in all_spans(as_of)
    )
