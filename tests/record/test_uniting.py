"""Two sources become one: whatever points to the one that goes points to the other afterwards."""

from __future__ import annotations

import pytest
from django.apps import apps

from jurisdictions.models import (
    AgencyAgreement,
    Citation,
    Jurisdiction,
    Person,
    Program,
    ReportedFigure,
    Source,
    SourceFile,
    Watch,
    Wish,
)
from jurisdictions.record.changing.wishes import WishDraft
from jurisdictions.record.proposing.proposals import propose
from jurisdictions.record.proposing.uniting import CELLS, unite_sources
from tests.people import acting, make_person
from tests.record.wishing import NOON, PROGRAM

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("few_agencies", "shipped")]
ENDED, DATED = "il-zion-police:tfm:2025-04-02", "51515"
RENEWED = "agency_agreement:il-cook-sheriff:jem:2020-06-09"
POINTS = {
    ("AgencyAgreement", "ending_source"),
    ("Citation", "source"),
    ("Jurisdiction", "validity_source"),
    ("SourceFile", "source"),
    ("Watch", "source"),
}
"""Every field that points to a source, each of them seen to follow by a test of this module."""


@pytest.fixture
def rosa() -> Person:
    return make_person("reviewer", "US", name="Rosa")


def unite(gone: str, stays: str, rosa: Person, program: str = PROGRAM) -> None:
    told = {"program": program, "reason": "They are one.", "by": acting(rosa), "at": NOON}
    unite_sources(gone=gone, stays=stays, **told)  # type: ignore[arg-type]


def test_no_field_that_points_to_a_source_is_forgotten() -> None:
    """A new one has to follow (`record/proposing/uniting.py`), and a test here has to see it."""
    found = {
        (model.__name__, field.name)
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.concrete and (field.related_model is Source or "source" in field.name)
    }
    assert found == POINTS


def test_every_cell_that_names_a_source_follows_in_open_proposals() -> None:
    named = {name for model, name in POINTS if model not in {"SourceFile", "Watch"}}
    assert set(CELLS) == named


def test_the_end_of_an_agreement_and_its_figures_follow(rosa: Person) -> None:
    SourceFile.objects.create(
        source="paper", checksum="0" * 64, size=1, media_type="text/plain", added_at=NOON
    )
    program = Program.objects.get(slug="287g")
    Watch.objects.create(
        program=program, kind="page", address="https://example.org/paper", title="The Paper",
        source="paper", geoid="17", hours=24, begun_at=NOON, begun_by=rosa,
    )  # fmt: skip
    number = propose(
        program="287g",
        wishes=[
            WishDraft(
                "correct", "", RENEWED, {"ending_source": "paper", "source": "lists"}
            )
        ],
        title="It ended.", reason="It ended.", by=acting(rosa), at=NOON,
    )  # fmt: skip
    unite("paper", "lists", rosa, "287g")
    assert AgencyAgreement.objects.current().get(agreement=ENDED).ending_source == "lists"
    # What was said before is still there, superseded.
    assert AgencyAgreement.objects.filter(agreement=ENDED, ending_source="paper").exists()
    assert not AgencyAgreement.objects.current().filter(ending_source="paper").exists()
    assert not Citation.objects.current().filter(source__key="paper").exists()
    assert SourceFile.objects.get().source == Watch.objects.get().source == "lists"
    wish = Wish.objects.get(proposal=number, name=RENEWED)
    assert wish.cells["ending_source"] == "lists"
    # A figure is called by its source: it stands under the name of the other.
    unite("lists", "ilchron", rosa, "287g")
    figures = ReportedFigure.objects.current().filter(metric="agreements")
    assert [(one.fact.key, one.value) for one in figures] == [
        ("US:agreements:2026-05-18:ilchron", 1843)
    ]


def test_the_dates_of_a_place_follow(rosa: Person) -> None:
    gone = Jurisdiction.objects.current().get(geoid=DATED).validity_source
    dated = set(
        Jurisdiction.objects.current().filter(validity_source=gone).values_list("geoid", flat=True)
    )
    assert DATED in dated
    unite(gone, "ilchron", rosa)
    now = Jurisdiction.objects.current().filter(validity_source="ilchron")
    assert set(now.values_list("geoid", flat=True)) >= dated
    assert not Jurisdiction.objects.current().filter(validity_source=gone).exists()
    assert not Source.objects.current().filter(key=gone).exists()
