"""Migrations that the code of the release before would not survive are named."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import models
from django.db.migrations import Migration
from django.db.migrations import operations as ops
from django.db.migrations.state import ModelState, ProjectState

from jurisdictions.operating.upgrading.surviving import REASON, breaches
from jurisdictions.operating.upgrading.waiting import since

BASELINE = "0037_interests"
"""From here on every migration keeps the rule, or says why what it does is survived."""


def known() -> ProjectState:
    state = ProjectState()
    fields = [
        ("id", models.BigAutoField(primary_key=True)),
        ("name", models.CharField(max_length=20, null=True)),
        ("size", models.IntegerField(default=0)),
    ]
    state.add_model(ModelState("jurisdictions", "Old", fields))
    return state


def found(*operations: ops.base.Operation, reason: str = "") -> list[str]:
    migration = Migration("0099_tried", "jurisdictions")
    migration.operations = list(operations)
    setattr(migration, REASON, reason)
    return [one.what for one in breaches([migration], known())]


CHECK = models.CheckConstraint(condition=models.Q(size__gt=0), name="size_is_some")
BREAK = {
    "removes the column old.size": ops.RemoveField("old", "size"),
    "renames the column old.size": ops.RenameField("old", "size", "extent"),
    "removes the table of Old": ops.DeleteModel("Old"),
    "renames the table of Old": ops.RenameModel("Old", "Older"),
    "adds old.note, which may not be empty": ops.AddField(
        "old", "note", models.TextField(default="")
    ),
    "empties of old.name are refused": ops.AlterField(
        "old", "name", models.CharField(max_length=20, default="")
    ),
    "old.name becomes shorter": ops.AlterField(
        "old", "name", models.CharField(max_length=10, null=True)
    ),
    "old.name becomes unique": ops.AlterField(
        "old", "name", models.CharField(max_length=20, null=True, unique=True)
    ),
    "old.size becomes of another type": ops.AlterField("old", "size", models.TextField(default="")),
    "adds the constraint size_is_some to old": ops.AddConstraint("old", CHECK),
    "runs SQL of its own": ops.RunSQL("DELETE FROM old"),
}
SURVIVED = {
    "a column that may be empty": ops.AddField("old", "note", models.TextField(null=True)),
    "a default in the database": ops.AddField("old", "note", models.TextField(db_default="")),
    "another default": ops.AlterField("old", "size", models.IntegerField(default=1)),
    "a longer text": ops.AlterField("old", "name", models.CharField(max_length=40, null=True)),
    "a new table": ops.CreateModel("New", [("id", models.BigAutoField(primary_key=True))]),
    "an index": ops.AddIndex("old", models.Index(fields=["size"], name="old_size")),
    "work on rows": ops.RunPython(ops.RunPython.noop),
}


@pytest.mark.parametrize("what", sorted(BREAK))
def test_what_old_code_would_not_survive_is_named(what: str) -> None:
    assert found(BREAK[what]) == [what]
    inside = ops.SeparateDatabaseAndState(database_operations=[BREAK[what]])
    assert found(inside) == [what]


@pytest.mark.parametrize("what", sorted(BREAK))
def test_a_migration_may_say_why_it_is_survived_all_the_same(what: str) -> None:
    assert not found(BREAK[what], reason="Nothing reads it since 0.1.0.")


@pytest.mark.parametrize("what", sorted(SURVIVED))
def test_what_old_code_survives_is_not(what: str) -> None:
    assert not found(SURVIVED[what])


def test_tables_that_old_code_does_not_know_may_be_changed_in_any_way() -> None:
    new = ops.CreateModel("New", [("id", models.BigAutoField(primary_key=True))])
    assert not found(
        new, ops.AddField("new", "note", models.TextField(default="")), ops.DeleteModel("New")
    )


def test_every_migration_since_the_baseline_keeps_the_rule() -> None:
    later, before = since(BASELINE)
    told = [f"{one.migration} {one.what}: {one.instead}" for one in breaches(later, before)]
    assert not told, "\n".join([*told, "See “Migrations that old code survives”, docs/running.md."])


@pytest.mark.django_db
@pytest.mark.usefixtures("migrated")
def test_the_command_reads_what_waits_and_what_came_since() -> None:
    out = StringIO()
    call_command("check_migrations", stdout=out)
    assert out.getvalue() == "0 migrations; older code survives them.\n"
    out = StringIO()
    with pytest.raises(CommandError, match="things that older code would not survive"):
        call_command("check_migrations", "--since", "0002_keeping", stdout=out)
    assert "jurisdictions.0003_what_dates_rest_on " in out.getvalue()
    with pytest.raises(CommandError, match="No migration is called 9999"):
        call_command("check_migrations", "--since", "9999")
