"""Which program an address is made for: as a language is active, so is a program.

The pages of a program stand under its slug. While a program is spoken for, Django makes and reads
addresses by the URL conf of that program, so that no link has to be told of it, and none loses it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any, cast

from django.conf import settings
from django.urls import get_urlconf, reverse, set_urlconf

from jurisdictions.status.programs import packages


@dataclass(frozen=True, slots=True)
class ProgramAddresses:
    """A URL conf as Django takes it: the project's, with the pages of this program in it."""

    program: str

    @property
    def urlpatterns(self) -> list[Any]:
        """All addresses; those of the program under its slug."""
        return cast(list[Any], _project().addresses_of(self.program))

    @property
    def handler404(self) -> str:
        """The project's own."""
        return cast(str, _project().handler404)

    @property
    def handler500(self) -> str:
        """The project's own."""
        return cast(str, _project().handler500)


def _project() -> ModuleType:
    return import_module(settings.ROOT_URLCONF)


@cache
def addresses_of(program: str) -> ProgramAddresses:
    """The URL conf of a program; raise KeyError for a slug that is none's."""
    if not is_program(program):
        raise KeyError(program)
    return ProgramAddresses(program)


def is_program(slug: str) -> bool:
    """Whether the tracker has a program of this slug, with an edition or without."""
    return slug in packages()


def spoken_for() -> str:
    """The slug of the program that addresses are made for; "" where none is named."""
    # Django's own types know of no URL conf but a module's name.
    conf: object = get_urlconf()
    return conf.program if isinstance(conf, ProgramAddresses) else ""


@contextmanager
def in_program(slug: str) -> Iterator[None]:
    """Make addresses for a program; raise KeyError for a slug that is none's."""
    before = get_urlconf()
    set_urlconf(cast(Any, addresses_of(slug)))
    try:
        yield
    finally:
        set_urlconf(before)


def path_of(program: str, page: str, /, **parts: object) -> str:
    """The path of a page of a program; raise KeyError for a slug that is none's."""
    with in_program(program):
        return reverse(page, kwargs=parts)
