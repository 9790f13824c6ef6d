"""The terms of the field that every program speaks of, and what each means."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_noop as _

Term = tuple[str, str, str]
"""Anchor, title and meaning."""

_SHARED: tuple[Term, ...] = (
    (
        "jurisdiction",
        _("Jurisdiction"),
        _(
            "A state, territory or district, or one of the 3,234 counties and equivalents "
            "of the 2010 census: parishes, boroughs, census areas, independent cities, "
            "municipios, islands."
        ),
    ),
    (
        "detainer",
        _("Detainer"),
        _(
            "A request by ICE to a jail to hold a person for up to 48 hours longer, so that ICE "
            "can take custody."
        ),
    ),
    ("ice", _("ICE"), _("U.S. Immigration and Customs Enforcement.")),
    ("dhs", _("DHS"), _("The U.S. Department of Homeland Security, of which ICE is a part.")),
    (
        "edition",
        _("Edition"),
        _("A numbered publication of every status. It is kept and can be cited and shown again."),
    ),
    (
        "as-known-on",
        _("As known on"),
        _(
            "A day seen with only the facts that were public on another day. Facts that came out "
            "later are left out before the rule is applied."
        ),
    ),
    (
        "county-equivalent",
        _("County equivalent"),
        _("A place that the Census counts as it counts counties, under another name."),
    ),
)


def in_order(own: Iterable[Term], order: Iterable[str]) -> tuple[Term, ...]:
    """The terms of a program, its own and shared ones, as their anchors are ordered.

    Raise KeyError for an anchor that none of them has.
    """
    known = {term[0]: term for term in (*_SHARED, *own)}
    return tuple(known[anchor] for anchor in order)
