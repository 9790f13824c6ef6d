"""What the templates of the desk and of the histories ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import template
from django.forms.boundfield import BoundField
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_noop as noop

from jurisdictions.read.keeping.regions import region_name
from jurisdictions.record.people.permissions import (
    ADMINISTRATOR,
    CONTRIBUTOR,
    EDITOR,
    REVIEWER,
    Actor,
    NotAllowed,
    may,
)
from jurisdictions.render.words.roles import role_text
from jurisdictions.status.geoids import NATION
from jurisdictions.web.desk.frame.unsent import WHOSE, whose_token

register = template.Library()

WAYS: tuple[tuple[str, str, str, frozenset[str]], ...] = (
    ("desk", noop("Desk"), "", frozenset({"desk"})),
    (
        "proposals",
        noop("Proposals"),
        CONTRIBUTOR,
        frozenset({"proposals", "proposal", "proposal-rows", "team-month"}),
    ),
    ("tips", noop("From the public"), EDITOR, frozenset({"tips", "tip", "reply-decide"})),
    ("uploads", noop("Files"), CONTRIBUTOR, frozenset({"uploads", "upload"})),
    (
        "watched",
        noop("Watched sources"),
        EDITOR,
        frozenset({"watched", "watched-source", "watched-look"}),
    ),
    ("people", noop("People"), ADMINISTRATOR, frozenset({"people", "person", "invite"})),
    ("programs", noop("Programs"), ADMINISTRATOR, frozenset({"programs", "program-edit"})),
)
"""Address name, label, the role that it takes ("": anybody's), the pages on which it is current."""


@dataclass(frozen=True, slots=True)
class DeskWay:
    """A link of the desk's own row of links."""

    label: str
    href: str
    current: bool


@register.simple_tag(takes_context=True)
def desk_ways(context: dict[str, Any]) -> list[DeskWay]:
    """The ways through the desk that are open to who is signed in."""
    actor: Actor = context["actor"]
    match = context["request"].resolver_match
    here = match.url_name if match else ""
    return [
        DeskWay(gettext(label), href, here in pages)
        for name, label, role, pages in WAYS
        if _is_open(actor, name, role) and (href := _href(name))
    ]


@register.simple_tag(takes_context=True)
def whose(context: dict[str, Any]) -> SafeString:
    """A hidden field that tells whose form it is, should the session end before it is sent."""
    actor: Actor | None = context.get("actor")
    if actor is None:
        return mark_safe("")
    field = '<input type="hidden" name="{}" value="{}">'
    return format_html(field, WHOSE, whose_token(actor))


@register.simple_tag(name="may", takes_context=True)
def may_pass(context: dict[str, Any], door: str, geoid: str, author_id: int = 0) -> bool:
    """Whether who reads this page may pass a door at a place; the public passes none."""
    reader: Actor | None = context.get("reader")
    return reader is not None and may(reader, door, geoid or NATION, author_id)


def _is_open(actor: Actor, name: str, role: str) -> bool:
    """Programs are the nation's; every other way leads to what one's own region holds."""
    if name == "programs":
        return may(actor, "programs.administer")
    return not role or bool(actor.regions(role))


def _href(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


DOOR_ROLES = {
    "facts.propose": CONTRIBUTOR,
    "proposals.read": CONTRIBUTOR,
    "proposals.discuss": CONTRIBUTOR,
    "facts.correct_small": EDITOR,
    "tips.answer": EDITOR,
    "facts.revert": REVIEWER,
    "facts.adjudicate": REVIEWER,
    "proposals.review": REVIEWER,
    "team.look": REVIEWER,
    "replies.verify": REVIEWER,
    "people.administer": ADMINISTRATOR,
    "programs.administer": ADMINISTRATOR,
}
"""The least role that a door takes; those of a proposal's author alone are not among them."""


@register.filter
def role_needed(refused: NotAllowed) -> str:
    """The role that was lacking, and where: "Reviewer: Texas"; empty for an author's own door."""
    role = DOOR_ROLES.get(refused.door, "")
    return role_text(role, region_name(refused.geoid, get_language() or "en")) if role else ""


@register.filter
def roles_held(actor: Actor) -> list[str]:
    """What somebody may do, and where."""
    language = get_language() or "en"
    return sorted(role_text(role, region_name(region, language)) for role, region in actor.roles)


@register.filter
def understood(field: BoundField) -> str:
    """What was understood of what was typed, where that needs to be said."""
    value = field.value()
    told = getattr(field.field, "understood", None)
    said = str(told(value)) if told and value else ""
    return "" if said == value else said


@register.filter
def is_chosen(field: BoundField, value: str) -> bool:
    """Whether a choice of a field is the chosen one."""
    return str(field.value() or "") == value
