"""export_package, publish and the worker's job: how packages come to be on disk."""

from __future__ import annotations

from hashlib import sha256
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from jurisdictions import tasks
from jurisdictions.models import Job
from jurisdictions.render.files.package import kept
from tests.facts_on_file import write_folder
from tests.packages import PROGRAM, asked

pytestmark = pytest.mark.made_of_rows


@pytest.fixture(autouse=True)
def own_shelf(tmp_path: Path, settings: object) -> None:
    settings.DATA_DIR = tmp_path / "var"  # type: ignore[attr-defined]


def run(*arguments: object) -> str:
    out = StringIO()
    call_command("export_package", *arguments, stdout=out)
    return out.getvalue()


@pytest.mark.usefixtures("shipped")
def test_the_package_is_copied_to_where_it_is_wanted(tmp_path: Path) -> None:
    said = run("--to", str(tmp_path))
    copy = tmp_path / "secure-communities-edition-1.zip"
    assert sha256(copy.read_bytes()).hexdigest() in said
    assert f"{copy.stat().st_size} bytes" in said


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize("edition", ["7", "one", "-1"])
def test_an_edition_that_is_not_there_is_refused_in_words(edition: str) -> None:
    with pytest.raises(CommandError, match="is not an edition"):
        run(f"--edition={edition}")


@pytest.mark.usefixtures("empty_record")
def test_before_the_first_edition_there_is_no_package() -> None:
    with pytest.raises(CommandError, match="no edition yet"):
        run()


@pytest.mark.usefixtures("shipped")
def test_a_folder_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No such file"):
        run("--to", str(tmp_path / "none" / "x.zip"))


@pytest.mark.usefixtures("shipped")
def test_a_package_is_made_once_and_kept() -> None:
    assert kept.kept_package(asked()) is None
    made = kept.package_of(asked())
    found = kept.kept_package(asked())
    assert found
    stamp = found.path.stat().st_mtime_ns
    assert kept.package_of(asked()) == made
    assert found.path.stat().st_mtime_ns == stamp


@pytest.mark.usefixtures("shipped")
def test_a_package_that_names_another_address_is_made_anew(settings: object) -> None:
    kept.package_of(asked())
    settings.SITE_URL = "https://tracker.example.org"  # type: ignore[attr-defined]
    assert kept.kept_package(asked()) is None
    said = kept.descriptor_of(kept.package_of(asked()))
    assert said["homepage"] == (
        "https://tracker.example.org/secure-communities/data/secure-communities-edition-1/"
    )


@pytest.mark.usefixtures("empty_record")
def test_publishing_asks_the_worker_for_the_package(tmp_path: Path) -> None:
    call_command("load_facts", write_folder(tmp_path / "in"), stdout=StringIO())
    call_command("publish", stdout=StringIO())
    job = Job.objects.get()
    assert (job.kind, job.arguments) == ("package", {"program": PROGRAM, "edition": 1})
    tasks.KINDS[job.kind](job.arguments, lambda progress: None)
    assert kept.kept_package(asked()) is not None


@pytest.mark.usefixtures("shipped")
def test_the_worker_makes_no_package_that_another_edition_has_followed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    job = {"program": PROGRAM, "edition": 1}
    monkeypatch.setattr(tasks, "editions_standing", lambda: {PROGRAM: 2})
    tasks.package_job(job, lambda progress: None)
    assert kept.kept_package(asked()) is None
    monkeypatch.setattr(tasks, "editions_standing", lambda: {PROGRAM: 1})
    tasks.package_job(job, lambda progress: None)
    assert kept.kept_package(asked()) is not None


@pytest.mark.postgresql
@pytest.mark.usefixtures("empty_record")
def test_publishing_may_leave_the_package_for_later(tmp_path: Path) -> None:
    call_command("load_facts", write_folder(tmp_path / "in"), stdout=StringIO())
    call_command("publish", "--without-package", stdout=StringIO())
    assert not Job.objects.exists()


@pytest.mark.postgresql
@pytest.mark.usefixtures("empty_record")
def test_an_edition_that_the_worker_publishes_has_its_package_asked_for(tmp_path: Path) -> None:
    call_command("load_facts", write_folder(tmp_path / "in"), stdout=StringIO())
    told = {"program": PROGRAM, "by": "Ana"}
    for _again in range(2):
        tasks.publish_job(told, lambda progress: None)
    assert [job.kind for job in Job.objects.all()] == ["package"]
