"""load_facts and publish, as somebody at a terminal meets them."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from jurisdictions.models import Edition, Fact, Job, Program
from tests.facts_on_file import with_cell, with_line, write_folder

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("migrated", "empty_record")]


def run(name: str, *arguments: object, **options: object) -> str:
    out = StringIO()
    call_command(name, *arguments, stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def test_a_load_tells_the_outcome_of_every_row(tmp_path: Path) -> None:
    said = run("load_facts", write_folder(tmp_path))
    assert "activations.csv: 2 created" in said
    assert "  created   opt_outs.csv:2 opt_out:illinois-2011:1" in said
    assert "Recorded: 19 rows changed." in said


def test_a_second_load_says_that_nothing_is_to_change(tmp_path: Path) -> None:
    run("load_facts", write_folder(tmp_path))
    said = run("load_facts", tmp_path)
    assert "activations.csv: 2 unchanged" in said
    assert "Nothing to change: the record already says all of this." in said


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    said = run("load_facts", write_folder(tmp_path), "--dry-run")
    assert "Dry run: 19 rows would change; nothing was written." in said
    assert Fact.objects.count() == 0


def test_every_fault_is_told_and_the_exit_status_is_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = with_line("activations", "99999,2010-13,,list,")
    out = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("load_facts", write_folder(tmp_path, activations=wrong), stdout=out)
    assert ended.value.code == 1
    assert "rejected  activations.csv, row 4, column geoid: '99999'" in out.getvalue()
    assert "column activated_on: '2010-13' is not a date" in out.getvalue()
    assert "Nothing was recorded: 2 faults above." in capsys.readouterr().err


def test_what_was_mended_and_what_is_gone_are_told(tmp_path: Path) -> None:
    run("load_facts", write_folder(tmp_path))
    less = with_cell("activations", "35013,2009-10-20,,list,\n", "").replace("list", " list")
    said = run("load_facts", write_folder(tmp_path, activations=less))
    assert "mended: blanks at the ends of 1 cell were trimmed" in said
    assert "activation:35013 is on record and not in the file: it stays" in said


def test_publishing_tells_the_edition_and_publishing_again_that_there_is_none(
    tmp_path: Path,
) -> None:
    run("load_facts", write_folder(tmp_path))
    assert "Published edition 1: 5 places derived" in run("publish")
    assert "Nothing changed since edition 1: no new edition." in run("publish")
    assert Edition.objects.get().published_by.startswith("publish (")


def test_publishing_may_be_left_to_the_worker(tmp_path: Path) -> None:
    run("load_facts", write_folder(tmp_path))
    said = run("publish", "--queue", reason="Because.")
    job = Job.objects.get()
    assert said == f"Job {job.pk}: the worker will publish.\n"
    assert (job.kind, job.arguments["reason"]) == ("publish", "Because.")
    assert Edition.objects.count() == 0


def test_nothing_recorded_is_said_plainly() -> None:
    Program.objects.create(slug="secure-communities", name="S", vintage="2010")
    with pytest.raises(CommandError, match="There are no facts to publish: load them first"):
        run("publish")
