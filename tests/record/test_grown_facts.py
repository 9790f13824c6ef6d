"""The first version's facts take in what has grown since, as corrections of the record."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from jurisdictions.models import AgreementStep, LocalMeasure, OptOutStep
from tests.stories.record import SHIPPED, shipped

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("migrated", "empty_record")]
PLACES = {"US", "08", "25", "25017", "44", "51", "51013"}
FIRST = {
    "agreements": """\
agreement,seq,geoid,on,disclosed_on,step,by,summary,source
co,1,08,2011-01-04,,signed,Governor Bill Ritter,The governor announced a version.,co_dp
ri,1,44,2011-01,,signed,Peter Kilmartin and DHS,Both signed within the month.,ri_dhs
""",
    "opt_outs": """\
request,seq,geoid,on,disclosed_on,step,instrument,by,to,summary,source
arlington-2010,1,51013,2010-09-28,,requested,resolution,County Board,ICE,Voted to leave.,ar_memo
arlington-2010,2,51013,2010-10-07,,requested,letter,County Manager,ICE,Asked how to leave.,ar_memo
arlington-2010,3,51013,2010-11-05,,refused,meeting,ICE,Arlington County,Said no.,ar_memo
""",
    "local_measures": """\
measure,geoid,place,on,disclosed_on,kind,by,summary,outcome,source
somerville-2014-05-detainer-limit,25017,Somerville,2014-05,,detainer-limit,,,adopted,som_news
""",
}
"""Rows as the first version shipped them: without the columns that say what a date rests on."""


def as_first_shipped(folder: Path) -> Path:
    """A folder of the first version: its header, its rows, the sources and places they need."""
    folder.mkdir()
    _copy(folder, "jurisdictions", only=PLACES)
    _copy(folder, "sources")
    (folder / "program.json").write_bytes((SHIPPED / "program.json").read_bytes())
    _copy(folder, "activations", only={"51013"})
    _copy(folder, "policy_events")
    _copy(folder, "reported_figures", only={"US"})
    for file, text in FIRST.items():
        (folder / f"{file}.csv").write_text(text, encoding="utf-8")
    return folder


def as_shipped_now(folder: Path) -> Path:
    """The same places in the facts that ship now."""
    as_first_shipped(folder)
    for file in FIRST:
        _copy(folder, file, only=PLACES)
    return folder


def _copy(folder: Path, file: str, only: set[str] | None = None) -> None:
    rows = [r for r in shipped(file) if only is None or r.get("geoid", "") in only]
    with (folder / f"{file}.csv").open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, shipped(file)[0])
        writer.writeheader()
        writer.writerows(rows)


def load(folder: Path) -> str:
    """Load a folder; what the command said."""
    said = StringIO()
    call_command("load_facts", str(folder), stdout=said, stderr=said)
    return said.getvalue()


@pytest.fixture
def grown(empty_record: None, tmp_path: Path) -> None:
    load(as_first_shipped(tmp_path / "first"))
    load(as_shipped_now(tmp_path / "now"))


@pytest.mark.usefixtures("grown")
def test_a_step_keeps_its_name_and_says_more_precisely_what_it_was() -> None:
    steps = AgreementStep.objects.current().select_related("fact")
    now = {step.fact.name.removeprefix("agreement:"): step for step in steps}
    assert (now["co:1"].step, now["co:1"].basis) == ("intent-to-sign", "announced")
    assert (now["co:2"].step, str(now["co:2"].on)) == ("signed", "2011-01")
    assert (now["ri:1"].step, now["ri:2"].step) == ("signed-by-state", "signed")
    assert (now["va:1"].step, now["va:1"].basis) == ("in-force-by", "in-force-by")


@pytest.mark.usefixtures("grown")
def test_a_request_goes_on_and_its_earlier_steps_stay_what_they_were() -> None:
    steps = OptOutStep.objects.current().filter(thread="arlington-2010").order_by("seq")
    assert [(step.seq, step.step) for step in steps] == [
        (1, "requested"),
        (2, "requested"),
        (3, "refused"),
        (4, "withdrawn"),
    ]


@pytest.mark.usefixtures("grown")
def test_what_the_first_version_said_stays_in_the_record() -> None:
    versions = LocalMeasure.objects.filter(measure="somerville-2014-05-detainer-limit")
    assert sorted((v.kind, v.superseded_at is None) for v in versions) == [
        ("city-detainer-limit", True),
        ("detainer-limit", False),
    ]


def test_a_second_load_of_the_grown_facts_changes_nothing(tmp_path: Path) -> None:
    load(as_first_shipped(tmp_path / "first"))
    load(as_shipped_now(tmp_path / "now"))
    assert "Nothing to change" in load(tmp_path / "now")
