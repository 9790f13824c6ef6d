"""The models that a cell names: in full, by their letters, two in one cell."""

from __future__ import annotations

from datetime import date

from jurisdictions.gazetteer.folding import fold
from jurisdictions.status.programs.section_287g.vocabulary import Model

_LETTERS = {
    Model.TASK_FORCE: frozenset(("tf", "tfm", "tfo")),
    Model.JAIL_ENFORCEMENT: frozenset(("jem", "jeo", "je")),
    Model.WARRANT_SERVICE: frozenset(("wso", "wsm", "ws")),
}
_SAID = {
    Model.TASK_FORCE: ("task", "taskforce"),
    Model.JAIL_ENFORCEMENT: ("jail",),
    Model.WARRANT_SERVICE: ("warrant",),
}
LAST_JOINT = date(2013, 12, 31)
"""Until then one agreement could be for jails and the street at once."""
_BOTH = (Model.TASK_FORCE, Model.JAIL_ENFORCEMENT)


def models_in(written: str) -> tuple[Model, ...]:
    """Every model that a text names, the strongest first; none for a text that names none."""
    words = fold(written).split()
    return tuple(
        model
        for model, letters in _LETTERS.items()
        if letters & set(words) or any(word.startswith(_SAID[model]) for word in words)
    )


def agreed(models: tuple[Model, ...], signed: date | None) -> tuple[Model, ...]:
    """The models of the agreements of a row: two in one cell are one agreement only long ago."""
    if models == _BOTH and (signed is None or signed <= LAST_JOINT):
        return (Model.JAIL_AND_TASK_FORCE,)
    return models
