"""Who changed the record and why: told in the reader's language where a command wrote it."""

from __future__ import annotations

import pytest
from django.utils import translation

from jurisdictions.management.commands.runlocal import SHIPPED
from jurisdictions.render.words.people import person_text, reason_text


def test_what_a_command_wrote_is_told_in_spanish() -> None:
    with translation.override("es"):
        assert person_text(SHIPPED[1]) == "Incluido con el registro"
        assert reason_text("Loaded from the folder 287g") == "Cargado de la carpeta 287g"


@pytest.mark.parametrize("written", ["", "Loaded from the folder ", "Not Loaded from the folder x"])
def test_what_somebody_wrote_stays_as_it_was_written(written: str) -> None:
    with translation.override("es"):
        assert reason_text(written) == written
        assert person_text("Rosa Villanueva") == "Rosa Villanueva"
