"""The explanation of a flag, in a reviewer's words: why what does not fit is as it is."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Program
from jurisdictions.models.standing import standing_facts
from jurisdictions.publish.editions import Published
from jurisdictions.record.changing.concerned import demand_everywhere
from jurisdictions.record.changing.facts import the_plan
from jurisdictions.record.changing.moments import lock_record, open_change
from jurisdictions.record.changing.publishing import publish_change
from jurisdictions.record.changing.wishes import CORRECT, RECORD, RETRACT, WishDraft
from jurisdictions.record.changing.writing import write_plans
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.proposing.conflicts import Conflict
from jurisdictions.record.public_words import tidy
from jurisdictions.status.kinds import KINDS_OF_FACT, FactKind

DOOR = "flags.explain"
KIND = FactKind.EXPLANATION.value


@transaction.atomic
def explain(
    *,
    program: str,
    flag: str,
    geoid: str,
    text: str,
    text_es: str = "",
    source: str = "",
    locator: str = "",
    by: Actor,
    at: datetime,
    base: int | None = None,
) -> Published:
    """Say what explains a flag, say it otherwise, or with blank texts take that back; publish.

    `flag` is the key that the flag is explained as, `geoid` the place that it is of. `base` is the
    change after which the reviewer saw the explanation, 0 for none. Raises NotAllowed; Refused for
    a Spanish text alone, an unknown source, or when nothing would change; Conflict ("stale").
    """
    lock_record()
    demand_everywhere(by, DOOR, [geoid])
    found = Program.objects.get(slug=program)
    name = f"{KIND}:{flag}"
    standing = standing_facts(found.pk, [name]).get(name)
    if base is not None and base != (standing.base if standing else 0):
        raise Conflict("stale", [name])
    said = _said(text, text_es, source, locator)
    wish = _wish(name, {"flag": flag, "geoid": geoid}, said, on_record=standing is not None)
    plan = the_plan(found, wish, at)
    if not plan.changes:
        raise _refused(_("Nothing would change."))
    why = _why(wish, said["summary"])
    moment = open_change(by=by.name, reason=why, at=at, account_id=by.account_id)
    write_plans([plan], found, moment)
    return publish_change(program=program, by=by.name, reason=why, at=at)


def _said(text: str, text_es: str, source: str, locator: str) -> dict[str, str]:
    """The cells of the explanation, tidied. Raises Refused for a Spanish text alone."""
    said = {
        "summary": tidy(text),
        "summary_es": tidy(text_es),
        "source": source.strip(),
        "locator": tidy(locator) if source.strip() else "",
    }
    if not said["summary"] and said["summary_es"]:
        raise _refused(_("write it in English as well"))
    return said


def _why(wish: WishDraft, text: str) -> str:
    if wish.action == RETRACT:
        return _("Took the explanation of a flag back.")
    return _("Explained a flag: %(text)s") % {"text": text}


def _wish(
    name: str, identity: dict[str, str], said: dict[str, str], *, on_record: bool
) -> WishDraft:
    if said["summary"]:
        cells = {**identity, **said}
        return (
            WishDraft(CORRECT, "", name, said) if on_record else WishDraft(RECORD, KIND, "", cells)
        )
    if on_record:
        return WishDraft(RETRACT, "", name)
    raise _refused(_("may not be blank"))


def _refused(reason: str) -> Refused:
    return Refused([Fault(KINDS_OF_FACT[KIND].file, 0, "summary", "", reason)])
