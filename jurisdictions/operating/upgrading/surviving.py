"""What a migration does that code of the release before would not survive.

That code runs beside the new tables while an upgrade goes on, and again when it is taken back: it
inserts rows without new columns, and reads and writes all that it knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection, models
from django.db.migrations import Migration
from django.db.migrations import operations as ops
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.models import NOT_PROVIDED

REASON = "old_code_survives"
"""An attribute of a migration: the reason why what it does is survived all the same."""
GOES = {
    ops.RemoveField: "removes the column {0.model_name}.{0.name}",
    ops.RenameField: "renames the column {0.model_name}.{0.old_name}",
    ops.DeleteModel: "removes the table of {0.name}",
    ops.RenameModel: "renames the table of {0.old_name}",
    ops.AlterModelTable: "renames the table of {0.name}",
}


@dataclass(frozen=True, slots=True)
class Breach:
    """`what` the migration does, and `instead` what old code would survive."""

    migration: str
    what: str
    instead: str


def breaches(migrations: Iterable[Migration], before: ProjectState) -> Iterator[Breach]:
    """What of these migrations old code would not survive; `before` is what it knows."""
    state, known = before.clone(), set(before.models)
    for migration in migrations:
        excused = bool(getattr(migration, REASON, ""))
        for operation in _of_the_database(migration.operations):
            if not excused and _is_known(operation, migration.app_label, known):
                for what, instead in _judged(operation, migration.app_label, state):
                    yield Breach(f"{migration.app_label}.{migration.name}", what, instead)
        migration.mutate_state(state, preserve=False)


def _of_the_database(operations: Iterable[Operation]) -> Iterator[Operation]:
    for one in operations:
        if isinstance(one, ops.SeparateDatabaseAndState):
            yield from _of_the_database(one.database_operations)
        else:
            yield one


def _is_known(operation: Operation, app: str, known: set[tuple[str, str]]) -> bool:
    """Whether it is about a table that old code knows; of SQL nobody can tell."""
    if isinstance(operation, ops.RunSQL):
        return True
    name = getattr(operation, "model_name", None) or getattr(operation, "old_name", None)
    return (app, str(name or getattr(operation, "name", "")).lower()) in known


def _judged(operation: Operation, app: str, state: ProjectState) -> Iterator[tuple[str, str]]:
    told: Any = operation
    for sort, what in GOES.items():
        if type(operation) is sort:
            yield what.format(operation), "stop using it now, remove it in a later release"
    if isinstance(operation, ops.AddField) and _is_lacking(told.field):
        what = f"adds {told.model_name}.{told.name}, which may not be empty"
        yield what, "give it null=True, or a default in the database (db_default=)"
    if isinstance(operation, ops.AlterField):
        before = state.models[app, told.model_name.lower()].fields[told.name]
        yield from _narrowed(f"{told.model_name}.{told.name}", before, told.field)
    if isinstance(operation, ops.AddConstraint):
        what = f"adds the constraint {told.constraint.name} to {told.model_name}"
        yield what, f"say in {REASON} why no row that old code writes is refused by it"
    if isinstance(operation, ops.RunSQL):
        yield "runs SQL of its own", f"say in {REASON} why old code survives it"


def _is_lacking(field: models.Field[Any, Any]) -> bool:
    """Whether an INSERT that does not name the column is refused."""
    if field.many_to_many or field.null or getattr(field, "generated", False):
        return False
    return field.db_default is NOT_PROVIDED


def _narrowed(
    name: str, before: models.Field[Any, Any], after: models.Field[Any, Any]
) -> Iterator[tuple[str, str]]:
    if before.null and not after.null:
        yield f"empties of {name} are refused", "fill them, and refuse them in a later release"
    if after.unique and not before.unique:
        yield f"{name} becomes unique", "make it so in a later release"
    longest, shorter = before.max_length, after.max_length
    if longest and shorter and shorter < longest:
        yield f"{name} becomes shorter", "shorten it in a later release"
    elif not (longest and shorter) and _sort(before) != _sort(after):
        yield f"{name} becomes of another type", "add a column of that type beside it"


def _sort(field: models.Field[Any, Any]) -> str | None:
    """What the column is; of a relation, whose model a state knows by name only, where it leads."""
    if field.remote_field:
        model: Any = field.remote_field.model
        return f"{field.get_internal_type()} {model if isinstance(model, str) else model.__name__}"
    return field.db_type(connection)
