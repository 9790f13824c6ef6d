"""What proposals are called in the reader's language: what is done to how many facts, where."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.keeping.proposal_gists import Gist
from jurisdictions.record.changing.wishes import CONTRADICT, CORRECT, RECORD, RETRACT
from jurisdictions.render.words.fact_titles import kind_text
from jurisdictions.status.kinds import THREADS


def done_to(action: str, kind: str, called: str, count: int) -> str:
    """What is done to how many facts of a kind that is called so: "Correct: Activation"."""
    templates = {
        RECORD: _("Record: %(kind)s"),
        CORRECT: _("Correct: %(kind)s"),
        RETRACT: _("Retract: %(kind)s"),
        CONTRADICT: _("Another source says otherwise: %(kind)s"),
    }
    what = templates[action] % {"kind": called}
    if count == 1:
        return what
    if kind in THREADS and action == RECORD:
        many = ngettext("%(what)s, %(count)d step", "%(what)s, %(count)d steps", count)
    else:
        many = ngettext("%(what)s, %(count)d fact", "%(what)s, %(count)d facts", count)
    return many % {"what": what, "count": count}


def told_title(gists: Sequence[Gist], where: str, title: str) -> str:
    """What a mail calls a proposal; `title`, which somebody typed, when it does many things."""
    if len(gists) != 1:
        return title
    only = gists[0]
    return f"{done_to(only.action, only.kind, kind_text(only.kind), only.count)} · {where}"
