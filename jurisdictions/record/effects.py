"""What a federal act can do to the rules: each program has its own words for it."""

from __future__ import annotations

from enum import StrEnum

from django.conf import settings
from django.utils.translation import gettext as _

from jurisdictions.record.cells import Known, WordOf
from jurisdictions.status.programs import effects_of, packages


class Effects(WordOf):
    """A reader of the effects of the program whose file it is."""

    def __init__(self) -> None:
        super().__init__(effects_of(_default()))

    def words_in(self, program: str) -> type[StrEnum]:
        """The words that may stand in a file of the program; ValueError where it has no rule."""
        if program and program not in packages():
            said = _("cannot be read: there is no rule for “%(program)s”")
            raise ValueError(said % {"program": program})
        return effects_of(program) if program else self.words

    def of(self, program: str) -> WordOf:
        """The reader of one program's effects, for who asks before anything is read."""
        return WordOf(self.words_in(program))

    def __call__(self, cell: str, known: Known) -> str:
        return self.of(known.program)(cell, known)


def _default() -> str:
    """The program that is meant where none is named; the first there is, where it has no rule."""
    named = str(settings.DEFAULT_PROGRAM)
    return named if named in packages() else next(iter(packages()))
