"""The body of a call that proposes: JSON in, wishes out, or every fault of its shape."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import orjson
from django.conf import settings
from django.utils.translation import gettext as _

from jurisdictions.record.changing.wishes import RECORD, WishDraft
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.kinds import KINDS
from jurisdictions.record.sending import MOST_WISHES, ToSend
from jurisdictions.status.programs import packages

MEMBERS = ("program", "title", "reason", "wishes", "dry_run")
OF_A_WISH = ("action", "kind", "fact", "cells", "base")
ACTIONS = ("record", "correct", "retract", "contradict")
NUL = "\0"


class NoJSON(ValueError):
    """The body is no JSON object."""


def read_body(body: bytes) -> tuple[ToSend, bool]:
    """What is to be sent, and whether only to try it. Raises NoJSON; Refused with every fault."""
    try:
        said = orjson.loads(body)
    except orjson.JSONDecodeError as wrong:
        raise NoJSON(str(wrong)) from None
    if not isinstance(said, dict):
        raise NoJSON(_("an object was expected"))
    faults: list[Fault] = []
    _unknown(said, MEMBERS, 0, faults)
    texts = {name: _text(said, name, 0, faults) for name in ("program", "title", "reason")}
    program = texts["program"] or settings.DEFAULT_PROGRAM
    if program not in packages():
        faults.append(Fault("", 0, "program", program, _("There is no such program.")))
    dry_run = said.get("dry_run", False)
    if not isinstance(dry_run, bool):
        faults.append(Fault("", 0, "dry_run", "", _("is true or false")))
    wishes = _wishes(said.get("wishes"), faults)
    if faults:
        raise Refused(faults)
    canonical = orjson.dumps({**said, "dry_run": False}, option=orjson.OPT_SORT_KEYS)
    digest = sha256(canonical).hexdigest()
    sent = ToSend(program, texts["title"], texts["reason"], tuple(wishes), digest)
    return sent, bool(dry_run)


def _wishes(said: object, faults: list[Fault]) -> list[WishDraft]:
    if not isinstance(said, list) or not said:
        faults.append(Fault("", 0, "wishes", "", _("is a list of at least one wish")))
        return []
    if len(said) > MOST_WISHES:
        told = _("There are more than %(most)d wishes: send several proposals.")
        faults.append(Fault("", 0, "wishes", "", told % {"most": MOST_WISHES}))
        return []
    return [_wish(one, number, faults) for number, one in enumerate(said, start=1)]


def _wish(said: object, number: int, faults: list[Fault]) -> WishDraft:
    if not isinstance(said, dict):
        faults.append(Fault("", number, "", "", _("is to be an object")))
        return WishDraft("", "")
    _unknown(said, OF_A_WISH, number, faults)
    action = _text(said, "action", number, faults)
    kind = _text(said, "kind", number, faults)
    fact = _text(said, "fact", number, faults)
    if action not in ACTIONS:
        told = _("is one of: %(words)s") % {"words": ", ".join(ACTIONS)}
        faults.append(Fault("", number, "action", action, told))
    elif action == RECORD:
        _of_a_new_fact(kind, fact, number, faults)
    else:
        _of_a_known_fact(kind, fact, number, faults)
    cells = _cells(said.get("cells", {}), number, faults)
    base = _base(said.get("base"), number, faults)
    return WishDraft(action, kind, fact, cells, base, number)


def _of_a_new_fact(kind: str, fact: str, number: int, faults: list[Fault]) -> None:
    if kind not in KINDS:
        told = _("is one of: %(words)s") % {"words": ", ".join(map(str, KINDS))}
        faults.append(Fault("", number, "kind", kind, told))
    if fact:
        told = _("is left out to record a new fact: its cells give it")
        faults.append(Fault("", number, "fact", fact, told))


def _of_a_known_fact(kind: str, fact: str, number: int, faults: list[Fault]) -> None:
    named = fact.partition(":")[0]
    if not fact or named not in KINDS:
        told = _("is the fact’s public name, such as activation:17031")
        faults.append(Fault("", number, "fact", fact, told))
    elif kind not in ("", named):
        faults.append(Fault("", number, "kind", kind, _("is not the kind of this fact")))


def _cells(said: object, number: int, faults: list[Fault]) -> dict[str, str]:
    if not isinstance(said, dict):
        faults.append(Fault("", number, "cells", "", _("is an object of texts, by column")))
        return {}
    return {name: _text(said, name, number, faults) for name in said}


def _base(said: object, number: int, faults: list[Fault]) -> int | None:
    if said is None or (isinstance(said, int) and not isinstance(said, bool) and 0 < said < 2**63):
        return said
    faults.append(Fault("", number, "base", "", _("is the number of a change, or null")))
    return None


def _text(said: Mapping[str, Any], name: str, number: int, faults: list[Fault]) -> str:
    """A text; numbers as they are written, nothing for null."""
    value = said.get(name)
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str) and NUL not in value:
        return value
    faults.append(Fault("", number, name[:60], "", _("is to be a text")))
    return ""


def _unknown(
    said: Mapping[str, Any], known: tuple[str, ...], number: int, faults: list[Fault]
) -> None:
    for name in said:
        if name not in known:
            told = _("is unknown here. Known are: %(words)s") % {"words": ", ".join(known)}
            faults.append(Fault("", number, name[:60], "", told))
