"""Accounts and people in templates: browsers, moments, regions."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import template

from jurisdictions.render.words.browsers import browser_text
from jurisdictions.render.words.days import moment_text
from jurisdictions.render.words.roles import (
    ACTS,
    PROGRAM_FIELDS,
    role_label,
    role_meaning,
    role_text,
)

register = template.Library()


@register.filter
def browser_name(user_agent: str) -> str:
    """What a person calls the browser: "Firefox on Linux"."""
    return browser_text(user_agent)


@register.filter
def moment(at: datetime | None) -> str:
    """A moment: "July 13, 2010, 14:05 UTC"; empty for none."""
    return moment_text(at) if at else ""


@register.filter
def role_in_place(role: Any) -> str:
    """A role and its region: "Reviewer: Illinois"; of any row with `role` and `place`."""
    return role_text(role.role, role.place)


@register.filter
def role_name(role: str) -> str:
    """What a role is called."""
    return role_label(role)


@register.filter
def role_does(role: str) -> str:
    """What a role lets somebody do."""
    return role_meaning(role)


@register.filter
def act_name(kind: str) -> str:
    """What an act is called."""
    return str(ACTS.get(kind, kind))


@register.filter
def program_field(field: str) -> str:
    """What a text of a program is called."""
    return str(PROGRAM_FIELDS.get(field, field))
