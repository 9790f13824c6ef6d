"""What was signed and what ICE offered, as halves of a sentence that counts the days between.

In Spanish every clause of a federal act stands after *después de que* or *antes de que*.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_noop as _

from jurisdictions.status.programs.section_287g.vocabulary import Effect, Model

DONE: Mapping[str, str] = {
    Model.TASK_FORCE: _("It was signed"),
    Model.JAIL_AND_TASK_FORCE: _("It was signed"),
    Model.WARRANT_SERVICE: _("It was signed"),
}

CLAUSES: Mapping[str, str] = {
    Effect.AUTHORITY_ENACTED: _("%(by)s allowed such agreements"),
    Effect.TASK_FORCE_ENDS: _("%(by)s said that it would renew none with a task force"),
    Effect.TASK_FORCE_RESTORED: _(
        "%(by)s asked for more agreements and this model was offered again"
    ),
    Effect.WARRANT_SERVICE_BEGINS: _("%(by)s began to offer this model"),
}
"""What a federal act did, by its effect: those that say something of a model."""
