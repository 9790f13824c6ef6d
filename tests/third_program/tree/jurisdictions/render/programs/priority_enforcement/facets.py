"""What the list of places is filtered and sorted by, as it is titled."""

from __future__ import annotations

from django.utils.translation import gettext_noop as noop

from jurisdictions.status.programs.priority_enforcement.vocabulary import Status

FACETS = (("status", noop("Status"), Status, "status"),)
SORTS: dict[str, str] = {}
LISTED = (("position", noop("Federal position")),)
MARKED = ()
