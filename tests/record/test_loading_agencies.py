"""Loading the facts of 287(g): what they say of each other must agree, or nothing is recorded."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from jurisdictions.models import Agency, AgencyAgreement, Change, Fact, Program
from jurisdictions.publish.changes import changed_facts
from jurisdictions.record.changing.facts import correct_fact, retract_fact
from jurisdictions.record.changing.planning import plan_wishes
from jurisdictions.record.changing.wishes import CORRECT, WishDraft
from jurisdictions.record.faults import Refused
from jurisdictions.record.ingest.folder import FileReport, load_folder
from tests.agencies_on_file import FILES, with_text, write_agencies
from tests.facts_on_file import write_folder

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("migrated", "empty_record")]
TODAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
LATER = datetime(2026, 11, 22, 13, tzinfo=UTC)
WHO = {"program": "287g", "by": "Ana", "reason": "Read again", "at": LATER}
COOK = "agency_agreement:il-cook-sheriff:jem:2025-03-01"


def load(folder: Path) -> dict[str, FileReport]:
    return {r.file: r for r in load_folder(folder, today=TODAY, by="Ana", at=NOON)}


@pytest.fixture
def places(tmp_path: Path) -> Path:
    """The places are on record; answers a folder for what is to be loaded."""
    load(write_folder(tmp_path / "secure-communities"))
    return tmp_path / "287g"


def faults_of(folder: Path) -> list[str]:
    with pytest.raises(Refused) as refused:
        load(folder)
    assert not Fact.objects.filter(program__slug="287g").exists()
    assert not Program.objects.filter(slug="287g").exists()
    assert not Agency.objects.exists()
    return [str(fault) for fault in refused.value.faults]


def test_an_agency_belongs_to_no_program_and_its_agreements_to_theirs(places: Path) -> None:
    reports = load(write_agencies(places))
    assert {o.value for r in reports.values() for _row, _name, o in r.outcomes} == {"created"}
    agency, agreement = Agency.objects.first(), AgencyAgreement.objects.first()
    assert agency is not None
    assert agreement is not None
    assert (str(agency.fact), agency.fact.program) == ("agency:il-cook-sheriff", None)
    assert agreement.fact.program == Program.objects.get(slug="287g")
    assert str(agreement.fact) == "agency_agreement:il-cook-sheriff:jem:2020-06-09"


def test_a_second_load_of_either_program_changes_nothing(places: Path) -> None:
    write_agencies(places)
    load(places)
    before = Change.objects.count()
    for folder in (places, places.parent / "secure-communities"):
        reports = load(folder)
        assert {o.value for r in reports.values() for _r, _n, o in r.outcomes} == {"unchanged"}
        assert [name for r in reports.values() for name in r.absent] == []
    assert Change.objects.count() == before


def test_a_program_has_files_of_its_own_kinds_only(places: Path) -> None:
    write_agencies(places)
    (places / "opt_outs.csv").write_text("request\nil\n")
    (fault,) = faults_of(places)
    assert fault.startswith("opt_outs.csv")
    assert "agencies.csv" in fault


AGREEMENTS, AGENCIES, APPLICATIONS = "agency_agreements", "agencies", "applications"
ZION = "il-zion-police:tfm:2025-04-02"
RENEWED, SIGNED = "renewed,il-cook-sheriff:jem:2025-03-01", f"signed,{ZION}"


@pytest.mark.made_of_rows
@pytest.mark.parametrize(
    ("file", "before", "after", "column", "told"),
    [
        (AGREEMENTS, ",il-zion-police,", ",il-zion-polise,", "agency", "no agency on record"),
        (AGREEMENTS, "il-zion-police,17", "il-zion-police,35", "geoid", "is not 17"),
        (AGREEMENTS, RENEWED, "renewed,nobody:tfm:2025", "superseded_by", "no agreement"),
        (AGREEMENTS, RENEWED, f"renewed,{ZION}", "superseded_by", "another agency"),
        (AGREEMENTS, RENEWED, "renewed,il-cook-sheriff:jem:2020-06-09", "superseded_by", "itself"),
        (
            AGREEMENTS,
            "2025-03-01,renewed",
            "2019-03-01,renewed",
            "ended_on",
            "lies before signed_on",
        ),
        (
            AGREEMENTS,
            "2026-02-09,2026-02-10",
            "2026-02-09,2026-02-08",
            "missing_from",
            "lies before listed_until",
        ),
        (
            AGREEMENTS,
            "2025-04-15,2026-02-09",
            "2026-04-15,2026-02-09",
            "listed_until",
            "lies before listed_from",
        ),
        (AGREEMENTS, "2026-02-18,ended-by-agency", "2026-02-18,", "ending", "may not be blank"),
        (AGREEMENTS, ",2025-05-08,,,,,", ",,,,,,", "signed_on", "may not be blank"),
        (AGREEMENTS, "list,paper", "list,gone", "ending_source", "no source on record"),
        (AGREEMENTS, "task-force,2025-04-02", "taskforce,2025-04-02", "model", "is not one of"),
        (AGENCIES, "17031|17097", "17031|35013", "geoids", "35013, which does not lie in 17"),
        (AGENCIES, "17031|17097", "17031|17031", "geoids", "twice"),
        (AGENCIES, "17031|17097", "17031|17999", "geoids", "no place on record"),
        (AGENCIES, "part-of-county,17031|17097", "part-of-county,17", "geoids", "names a state"),
        (AGENCIES, "il-cook-sheriff,17,", "il-cook-sheriff,17031,", "geoid", "is no state"),
        (APPLICATIONS, SIGNED, "signed,il-zion:tfm:2025", "agreement", "no agreement"),
        (
            APPLICATIONS,
            SIGNED,
            "signed,il-cook-sheriff:jem:2025-03-01",
            "agreement",
            "another agency",
        ),
        (
            APPLICATIONS,
            "2025-03-20,2025-04-01",
            "2025-03-20,2025-03-01",
            "pending_until",
            "lies before pending_from",
        ),
        (
            "state_laws",
            "2021-08-02,2022-01-01",
            "2021-08-02,2020-01-01",
            "in_force_on",
            "lies before adopted_on",
        ),
        ("lists", "abab", "xyxy", "checksum", "no SHA-256"),
        ("policy_events", "task-force-restored", "program-begins", "effect", "authority-enacted"),
    ],
)
def test_what_cannot_be_is_refused_with_its_row_and_column(
    places: Path, file: str, before: str, after: str, column: str, told: str
) -> None:
    faults = faults_of(write_agencies(places, **with_text(file, before, after)))
    rows = FILES[f"{file}.csv"].splitlines()
    row = 1 + next(at for at, line in enumerate(rows) if before in line)
    assert f"{file}.csv, row {row}, column {column}" in faults[0]
    assert told in faults[0]


def test_an_agreement_may_go_on_under_another_agency_where_a_list_relabeled_it(
    places: Path,
) -> None:
    changed = with_text(AGREEMENTS, "ended-by-agency,", "relabelled,il-cook-sheriff:jem:2025-03-01")
    load(write_agencies(places, **changed))
    assert AgencyAgreement.objects.filter(ending="relabelled").count() == 1


@pytest.mark.parametrize("name", ["agency:il-cook-sheriff", COOK, "source:paper"])
def test_what_others_name_is_not_retracted(places: Path, name: str) -> None:
    load(write_agencies(places))
    with pytest.raises(Refused) as refused:
        retract_fact(name=name, **WHO)  # type: ignore[arg-type]
    assert "is needed by" in str(refused.value.faults[0])


def test_an_agency_stays_in_the_state_of_its_agreements(places: Path) -> None:
    load(write_agencies(places))
    with pytest.raises(Refused) as refused:
        correct_fact(
            name="agency:il-cook-sheriff",
            cells={"geoid": "35", "geoids": "35013", "source": "lists"},
            **WHO,
        )  # type: ignore[arg-type]
    assert "agency_agreement:il-cook-sheriff" in str(refused.value.faults[0])


def touched(program: str, after: int) -> frozenset[str] | None:
    found = Program.objects.get(slug=program)
    last = Change.objects.order_by("-pk").values_list("pk", flat=True)[0]
    changed = changed_facts(found.pk, after, last)
    return changed.places if changed.facts else frozenset()


def test_an_agreement_touches_the_places_that_its_agency_serves(places: Path) -> None:
    load(write_agencies(places))
    before = Change.objects.order_by("-pk").values_list("pk", flat=True)[0]
    AgencyAgreement.objects.filter(agency="il-zion-police").update(change_id=before)
    change = Change.objects.create(made_at=LATER, made_by="Ana", reason="Read again")
    AgencyAgreement.objects.filter(agency="il-zion-police").update(change=change)
    assert touched("287g", before) == {"17031", "17097"}
    assert touched("secure-communities", before) == frozenset()


def test_what_one_program_loads_is_no_news_to_the_other(places: Path) -> None:
    before = Change.objects.order_by("-pk").values_list("pk", flat=True)[0]
    load(write_agencies(places))
    assert touched("secure-communities", before) == frozenset()
    assert touched("287g", before) is None


def test_an_agreement_is_corrected_by_what_changes_alone(places: Path) -> None:
    load(write_agencies(places))
    wish = WishDraft(CORRECT, "", COOK, {"signed_on": "2025-02-28", "source": "lists"})
    (plan,) = plan_wishes(Program.objects.get(slug="287g"), [wish], LATER).made
    assert dict(plan.cells) == {"signed_on": "2025-02-28", "source": "lists"}
