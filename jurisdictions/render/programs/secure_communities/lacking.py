"""What the desk says of requests without an answer, and of agreements that nobody has seen."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.lacks import Lack
from jurisdictions.read.programs.secure_communities.lacking import REQUESTS, UNDOCUMENTED
from jurisdictions.render.programs.lacking import LackWords
from jurisdictions.render.words.days import number_text
from jurisdictions.status.kinds import FactKind


def lack_words() -> Mapping[str, LackWords]:
    """In the active language."""
    return {
        REQUESTS: LackWords(
            _("Requests without an answer"),
            _("Was there an answer, or did the request lapse? Look for it, and add the step."),
            _("Add a step"),
            FactKind.OPT_OUT,
            _waiting,
        ),
        UNDOCUMENTED: LackWords(
            _("Activations without a documented agreement"),
            _("Did the state sign? Look for the agreement, or for proof that there was none."),
            _("Record a step"),
            FactKind.AGREEMENT,
        ),
    }


def _waiting(lack: Lack) -> str:
    if lack.days is None:
        return _("asked on a day that is not known")
    years = lack.days // 365
    if years:
        said = ngettext("asked %(years)s year ago", "asked %(years)s years ago", years)
        return said % {"years": number_text(years)}
    said = ngettext("asked %(days)s day ago", "asked %(days)s days ago", lack.days)
    return said % {"days": lack.days}
