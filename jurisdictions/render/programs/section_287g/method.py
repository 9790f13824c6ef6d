"""The rule of 287(g) as tables for the public, in the order of docs/section-287g-rules.md."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from jurisdictions.read.programs.section_287g.last_list import record_until
from jurisdictions.read.rows import AsOf
from jurisdictions.render.words.method import Line, Meaning
from jurisdictions.status.programs.section_287g.vocabulary import Effect, Status

EFFECTS: tuple[Meaning, ...] = (
    Meaning(Effect.AUTHORITY_ENACTED, _("The federal position becomes “agreements authorized”.")),
    Meaning(
        Effect.FIRST_AGREEMENT, _("The first agreement is signed. The position stays as it was.")
    ),
    Meaning(Effect.TASK_FORCE_ENDS, _("The federal position becomes “jail model only”.")),
    Meaning(
        Effect.WARRANT_SERVICE_BEGINS,
        _("The federal position becomes “jail and warrant service models”."),
    ),
    Meaning(Effect.TASK_FORCE_RESTORED, _("The federal position becomes “all models”.")),
    Meaning(Effect.CONTEXT, _("Shown for context. It changes nothing.")),
)
LINES: tuple[Line, ...] = (
    Line(1, _("No law authorizes agreements yet."), Status.NOT_AUTHORIZED),
    Line(2, _("A local agency has a task force agreement in force."), Status.TASK_FORCE),
    Line(
        3, _("A local agency has a jail enforcement agreement in force."), Status.JAIL_ENFORCEMENT
    ),
    Line(
        4,
        _("A local agency has an agreement in force whose model is not on record."),
        Status.MODEL_NOT_RECORDED,
    ),
    Line(5, _("A local agency has a warrant service agreement in force."), Status.WARRANT_SERVICE),
    Line(6, _("A state agency has a task force agreement in force."), Status.STATE_TASK_FORCE),
    Line(7, _("The application of a local agency waits for ICE."), Status.APPLICATION_PENDING),
    Line(8, _("The state’s law in force forbids agreements."), Status.FORBIDDEN_BY_STATE),
    Line(9, _("A local agency had an agreement, and it has ended."), Status.ENDED),
    Line(10, _("None of these."), Status.NONE_RECORDED),
)


def told(as_of: AsOf) -> dict[str, object]:
    """What only this program's methodology tells: how far its record reaches."""
    return {"until": record_until(as_of)}
