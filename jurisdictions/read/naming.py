"""Which names are taken: of facts on record, retracted or wished for."""

from __future__ import annotations

from jurisdictions.models.keys import keys_taken

__all__ = ["keys_taken"]
