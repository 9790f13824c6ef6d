"""The migrations that an upgrade would run, or those since one by name."""

from __future__ import annotations

from django.db import connection
from django.db.migrations import Migration
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

APP = "jurisdictions"


def waiting() -> tuple[list[Migration], ProjectState]:
    """Those of ours that the database has not had, and the state that it is in.

    Raises django.db.DatabaseError.
    """
    loader = MigrationLoader(connection)
    return _apart(loader, {name for app, name in loader.applied_migrations if app == APP})


def since(name: str) -> tuple[list[Migration], ProjectState]:
    """Those of ours after the one of a name, and the state after that one; asks no database.

    Raises NodeNotFoundError for a name that none has.
    """
    loader = MigrationLoader(None)
    plan = [node for app, node in loader.graph.forwards_plan((APP, name)) if app == APP]
    return _apart(loader, set(plan))


def _apart(loader: MigrationLoader, had: set[str]) -> tuple[list[Migration], ProjectState]:
    state, later = ProjectState(), []
    done: set[tuple[str, str]] = set()
    for leaf in loader.graph.leaf_nodes(APP):
        for key in loader.graph.forwards_plan(leaf):
            if key in done:
                continue
            done.add(key)
            migration = loader.graph.nodes[key]
            if key[0] == APP and key[1] not in had:
                later.append(migration)
            else:
                migration.mutate_state(state, preserve=False)
    return later, state
