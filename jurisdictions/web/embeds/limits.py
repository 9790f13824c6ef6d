"""How large a frame may be: from a phone's column to a whole page."""

from __future__ import annotations

import re

from django.http import QueryDict
from django.utils.translation import gettext as _

from jurisdictions.read.asking import BadAsk

WIDTHS, HEIGHTS = (280, 1200), (200, 2000)
"""The least and the most pixels."""
_NUMBER = re.compile(r"\d{1,6}", re.ASCII)


def pixels_asked(query: QueryDict, name: str, otherwise: int, within: tuple[int, int]) -> int:
    """A number of pixels that a form asks for; raise BadAsk outside of the limits."""
    said = query.get(name, "").strip() or str(otherwise)
    least, most = within
    if not _NUMBER.fullmatch(said) or not least <= int(said) <= most:
        raise BadAsk(
            name,
            _("is no number of pixels from %(least)s to %(most)s") % {"least": least, "most": most},
        )
    return int(said)


def at_most(query: QueryDict, name: str) -> int | None:
    """The most pixels that a consumer of oEmbed has room for; None for any; raise BadAsk."""
    said = query.get(name, "").strip()
    if not said:
        return None
    if not _NUMBER.fullmatch(said) or int(said) == 0:
        raise BadAsk(name, _("is no whole number of pixels"))
    return int(said)
