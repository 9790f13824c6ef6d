"""Loading a folder of facts: all rows or none, an outcome for each, and nothing twice."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from jurisdictions.models import (
    Activation,
    AgreementStep,
    Change,
    Citation,
    Fact,
    Jurisdiction,
    OptOutStep,
    Program,
    Source,
)
from jurisdictions.record.changing.versions import Outcome
from jurisdictions.record.faults import Refused
from jurisdictions.record.ingest.folder import FileReport, load_folder
from tests.facts_on_file import FILES, PROGRAM, with_cell, with_line, write_folder

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("migrated", "empty_record")]
TODAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def load(folder: Path, **options: object) -> dict[str, FileReport]:
    told = {"today": TODAY, "by": "Ana", "at": NOON, **options}
    return {report.file: report for report in load_folder(folder, **told)}  # type: ignore[arg-type]


def outcomes(report: FileReport) -> list[str]:
    return [outcome.value for _row, _name, outcome in report.outcomes]


def faults_of(folder: Path) -> list[str]:
    with pytest.raises(Refused) as refused:
        load(folder)
    assert Fact.objects.count() == 0
    assert Change.objects.count() == 0
    assert Program.objects.count() == 0
    return [str(fault) for fault in refused.value.faults]


def test_every_row_of_a_first_load_is_created(tmp_path: Path) -> None:
    reports = load(write_folder(tmp_path))
    assert outcomes(reports["jurisdictions.csv"]) == ["created"] * 6
    assert outcomes(reports["opt_outs.csv"]) == ["created"]
    assert outcomes(reports["conflicting_citations.csv"]) == ["created"]
    step = OptOutStep.objects.get()
    assert (str(step.fact), str(step.on)) == ("opt_out:illinois-2011:1", "2011-05-04")
    assert (step.change.made_by, step.recorded_at, step.superseded_at) == ("Ana", NOON, None)


def test_a_second_load_changes_nothing_and_says_so(tmp_path: Path) -> None:
    load(write_folder(tmp_path))
    changes = Change.objects.count()
    reports = load(tmp_path)
    assert {o for report in reports.values() for o in outcomes(report)} == {"unchanged"}
    assert Change.objects.count() == changes


def test_a_dry_run_reports_and_writes_nothing(tmp_path: Path) -> None:
    reports = load(write_folder(tmp_path), dry_run=True)
    assert outcomes(reports["activations.csv"]) == ["created", "created"]
    assert Fact.objects.count() == 0
    assert Program.objects.count() == 0


def test_a_changed_cell_corrects_the_fact_and_keeps_the_version_before(tmp_path: Path) -> None:
    load(write_folder(tmp_path))
    changed = with_cell("activations", "2010-03-02", "2010-03-09")
    reports = load(write_folder(tmp_path, activations=changed))
    assert outcomes(reports["activations.csv"]) == ["corrected", "unchanged"]
    before, after = Activation.objects.filter(geoid="17097").order_by("pk")
    assert [str(before.activated_on), str(after.activated_on)] == ["2010-03-02", "2010-03-09"]
    assert before.superseded_at == after.recorded_at
    assert before.ended_by == after.change
    assert before.fact == after.fact


def test_changes_follow_each_other_even_when_the_clock_stands_still(tmp_path: Path) -> None:
    load(write_folder(tmp_path))
    load(write_folder(tmp_path, activations=with_cell("activations", "2010-03-02", "2010-03")))
    first, second = Change.objects.order_by("pk")
    assert first.made_at < second.made_at


def test_another_source_corrects_the_citation(tmp_path: Path) -> None:
    load(write_folder(tmp_path))
    changed = with_cell("activations", "17097,2010-03-02,,list", "17097,2010-03-02,,chron")
    reports = load(write_folder(tmp_path, activations=changed))
    assert outcomes(reports["activations.csv"]) == ["corrected", "unchanged"]
    cited = Citation.objects.filter(fact__key="17097", fact__kind="activation", superseded_at=None)
    assert [citation.source.key for citation in cited] == ["chron"]
    assert Activation.objects.filter(geoid="17097").count() == 1


def test_a_changed_contradiction_is_corrected(tmp_path: Path) -> None:
    load(write_folder(tmp_path))
    changed = with_cell("conflicting_citations", "2008-10-29", "2008-10-30")
    reports = load(write_folder(tmp_path, conflicting_citations=changed))
    assert outcomes(reports["conflicting_citations.csv"]) == ["corrected"]
    standing = Citation.objects.get(contradicts=True, superseded_at=None)
    assert (standing.field, standing.said) == ("on", "2008-10-30")


def test_a_fact_that_is_gone_from_its_file_stays_and_is_reported(tmp_path: Path) -> None:
    load(write_folder(tmp_path))
    less = FILES["activations.csv"].replace("35013,2009-10-20,,list,\n", "")
    reports = load(write_folder(tmp_path, activations=less))
    assert reports["activations.csv"].absent == ["activation:35013"]
    assert Activation.objects.get(geoid="35013").superseded_at is None


def test_a_column_that_a_file_lacks_leaves_the_record_as_it_was(tmp_path: Path) -> None:
    spanish = with_cell("agreements", "summary,source", "summary,summary_es,source")
    spanish = spanish.replace("signed.,chron", "signed.,Firmó.,chron")
    spanish = spanish.replace("countersigned.,chron", "countersigned.,Refrendó.,chron")
    load(write_folder(tmp_path, agreements=spanish))
    reports = load(write_folder(tmp_path))
    assert outcomes(reports["agreements.csv"]) == ["unchanged", "unchanged"]
    assert AgreementStep.objects.get(seq=1).summary_es == "Firmó."


def test_columns_that_may_lack_are_read_when_they_are_there(tmp_path: Path) -> None:
    places = FILES["jurisdictions.csv"].replace(",note\n", ",valid_from,valid_to,note\n", 1)
    places = "\n".join(
        line if index == 0 else line.rsplit(",", 1)[0] + ",1990,2020-01-01,"
        for index, line in enumerate(places.splitlines())
    )
    load(write_folder(tmp_path, jurisdictions=places))
    cook = Jurisdiction.objects.get(geoid="17031")
    assert (str(cook.valid_from), str(cook.valid_to)) == ("1990", "2020-01-01")


def test_the_order_of_facts_is_the_order_of_the_rows(tmp_path: Path) -> None:
    load(write_folder(tmp_path))
    keys = Fact.objects.filter(kind="agreement").values_list("key", flat=True)
    assert list(keys) == ["il:1", "il:2"]


def test_a_file_that_is_not_there_is_no_fault(tmp_path: Path) -> None:
    reports = load(write_folder(tmp_path, opt_outs=None))
    assert "opt_outs.csv" not in reports


def test_a_source_that_was_retracted_can_be_cited_by_no_file(tmp_path: Path) -> None:
    from jurisdictions.record.changing.facts import correct_fact, retract_fact

    load(write_folder(tmp_path))
    told = {"program": "secure-communities", "by": "Ben", "reason": "A mistake.", "at": NOON}
    for name in ("activation:17097", "activation:35013", "policy_event:announced"):
        correct_fact(name=name, cells={"source": "chron"}, **told)  # type: ignore[arg-type]
    for name in ("policy_event:begins", "policy_event:agreements-ended"):
        correct_fact(name=name, cells={"source": "chron"}, **told)  # type: ignore[arg-type]
    retract_fact(name="reported_figure:US:active-jurisdictions:2010-08-10:list", **told)  # type: ignore[arg-type]
    retract_fact(name="source:list", **told)  # type: ignore[arg-type]
    with pytest.raises(Refused) as refused:
        load(write_folder(tmp_path, sources=None))
    assert "column source: 'list' is no source on record" in str(refused.value)


def test_a_folder_may_be_without_contradictions(tmp_path: Path) -> None:
    reports = load(write_folder(tmp_path, conflicting_citations=None))
    assert "conflicting_citations.csv" not in reports
    assert not Citation.objects.filter(contradicts=True).exists()


def test_a_retracted_fact_that_a_file_holds_is_created_again(tmp_path: Path) -> None:
    from jurisdictions.record.changing.facts import retract_fact

    load(write_folder(tmp_path))
    told = {"by": "Ben", "reason": "A mistake.", "at": NOON}
    retract_fact(program="secure-communities", name="activation:35013", **told)  # type: ignore[arg-type]
    reports = load(tmp_path)
    assert outcomes(reports["activations.csv"]) == ["unchanged", "created"]
    assert Fact.objects.filter(kind="activation", key="35013").count() == 1


def test_the_program_is_brought_up_to_date(tmp_path: Path) -> None:
    load(write_folder(tmp_path))
    assert Program.objects.get().opening_on == date(2011, 8, 5)
    for opening_on in ("2012-01-01", None):
        told = {**PROGRAM, "opening_on": opening_on}
        (tmp_path / "program.json").write_text(json.dumps(told), encoding="utf-8")
        load(tmp_path)
        found = Program.objects.get().opening_on
        assert (found.isoformat() if found else None) == opening_on


@pytest.mark.made_of_rows
@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            {"activations": with_line("activations", "99999,2010-01-01,,list,")},
            "activations.csv, row 4, column geoid: '99999' is no place on record: "
            "write its Census geoid, 2 digits or 5",
        ),
        (
            {"activations": with_line("activations", "1703,2010-01-01,,list,")},
            "activations.csv, row 4, column geoid: '1703' is no place on record: "
            "write its Census geoid, 2 digits or 5",
        ),
        (
            {"activations": with_line("activations", "17031,2010-13-01,,list,")},
            "activations.csv, row 4, column activated_on: '2010-13-01' is not a date: "
            "write 2010, 2010-07 or 2010-07-13, a day that exists",
        ),
        (
            {"activations": with_line("activations", "17031,5025-01-01,,list,")},
            "activations.csv, row 4, column activated_on: '5025-01-01' lies outside "
            "1990 to 2028: is a digit wrong?",
        ),
        (
            {"activations": with_line("activations", "17031,20026-01-01,,list,")},
            "activations.csv, row 4, column activated_on: '20026-01-01' is not a date: "
            "write 2010, 2010-07 or 2010-07-13, a day that exists",
        ),
        (
            {"activations": with_line("activations", "17031,1989-12-31,,list,")},
            "activations.csv, row 4, column activated_on: '1989-12-31' lies outside "
            "1990 to 2028: is a digit wrong?",
        ),
        (
            {"activations": with_line("activations", "17031,2010-01-02,2010-01-01,list,")},
            "activations.csv, row 4, column deactivated_on: '2010-01-01' lies before "
            "activated_on, 2010-01-02",
        ),
        (
            {"activations": with_line("activations", "17097,2010-03-02,,list,")},
            "activations.csv, row 4: 'activation:17097' is the same fact as row 2",
        ),
        (
            {"activations": with_line("activations", "17031,2010-01-01,,lisst,")},
            "activations.csv, row 4, column source: 'lisst' is no source on record "
            "(did you mean list?)",
        ),
        (
            {"activations": with_line("activations", "17031,2010-01-01,,,")},
            "activations.csv, row 4, column source: may not be blank",
        ),
        (
            {"activations": with_line("activations", "17031,2010-01-01")},
            "activations.csv, row 4: has 2 cells; the header has 5",
        ),
        (
            {"agreements": with_cell("agreements", ",signed,", ",sealed,")},
            "agreements.csv, row 3, column step: 'sealed' is not one of: signed-by-state, signed, "
            "revised, intent-to-sign, activations-paused-by-state, suspended-by-state, "
            "ended-by-state, ended-by-ice, declined, operated-without-agreement, in-force-by",
        ),
        (
            {"agreements": with_cell("agreements", "il,2,", "il,two,")},
            "agreements.csv, row 3, column seq: 'two' is not the number of a "
            "step: write 1, 2, 3 …, or 2.5 between 2 and 3",
        ),
        (
            {"agreements": with_cell("agreements", "il,2,", "il,0,")},
            "agreements.csv, row 3, column seq: '0' is not the number of a "
            "step: write 1, 2, 3 …, or 2.5 between 2 and 3",
        ),
        (
            {"agreements": with_cell("agreements", "il,2,", "i l,2,")},
            "agreements.csv, row 3, column agreement: 'i l' may hold letters, digits, dots, "
            "hyphens and underscores only",
        ),
        (
            {"policy_events": with_cell("policy_events", "program-begins", "program-started")},
            "policy_events.csv, row 3, column effect: 'program-started' is not one of: "
            "program-announced, program-begins, opt-out-procedure-published, not-optional, "
            "agreements-ended, program-ends, program-restored, context",
        ),
        (
            {"jurisdictions": with_cell("jurisdictions", "17031,county", "17031,shire")},
            "jurisdictions.csv, row 4, column kind: 'shire' is not one of: nation, state, "
            "district, territory, county, parish, borough, census-area, municipality, "
            "independent-city, municipio, island, county-equivalent",
        ),
        (
            {"jurisdictions": with_cell("jurisdictions", "IL,17,,5194675", "IL,35,,5194675")},
            "jurisdictions.csv, row 4, column parent: '35' should be 17, the state that geoid "
            "17031 lies in",
        ),
        (
            {"jurisdictions": with_cell("jurisdictions", "IL,,,,,", "IL,35,,,,")},
            "jurisdictions.csv, row 3, column parent: '35' should be blank: only places within a "
            "state have one",
        ),
        (
            {"jurisdictions": with_cell("jurisdictions", "5194675", "-1")},
            "jurisdictions.csv, row 4, column population_2010: '-1' may not be negative",
        ),
        (
            {"jurisdictions": with_cell("jurisdictions", "17031,county", "1703,county")},
            "jurisdictions.csv, row 4, column geoid: '1703' is not a geoid: US, 2 digits for a "
            "state, 5 for a county",
        ),
        (
            {"sources": with_cell("sources", "https://example.org/chron", "example.org")},
            "sources.csv, row 3, column url: 'example.org' is not a web address: it begins with "
            "https:// or http://",
        ),
        (
            {"conflicting_citations": with_cell("conflicting_citations", "begins", "begun")},
            "conflicting_citations.csv, row 2, column fact: 'policy_event:begun' is no fact on "
            "record (did you mean policy_event:begins?)",
        ),
        (
            {"activations": FILES["activations.csv"].replace(",note", "")[: -len("x")]},
            "activations.csv, row 1, column note: is missing",
        ),
        (
            {"activations": FILES["activations.csv"].replace(",note", ",remark")},
            "activations.csv, row 1, column remark: is no column of this file; its columns are: "
            "geoid, activated_on, deactivated_on, disclosed_on, source, locator, quote, note, "
            "note_es",
        ),
        (
            {"activations": FILES["activations.csv"].replace(",note", ",source")},
            "activations.csv, row 1, column source: stands twice in the header",
        ),
        ({"activations": ""}, "activations.csv: is empty"),
        (
            {"activations": FILES["activations.csv"].splitlines()[0] + "\n"},
            "activations.csv: has a header and no rows",
        ),
        (
            {"activations": "<!DOCTYPE html><html><body>Sign in</body></html>"},
            "activations.csv: is a web page, not a table: download the file itself",
        ),
        (
            {"activations": FILES["activations.csv"].encode("utf-16")},
            "activations.csv: holds NUL bytes: it is no text file (perhaps a spreadsheet; save it "
            "as CSV)",
        ),
        (
            {"sources": FILES["sources.csv"].replace("Illinois", "Añasco").encode("latin-1")},
            "sources.csv: is not UTF-8 text (line 3): save it as “CSV UTF-8”",
        ),
        (
            {"activations": with_line("activations", '17031,"2010-01-01')},
            "activations.csv, row 4: is not well-formed CSV: unexpected end of data",
        ),
        (
            {
                "conflicting_citations": with_cell(
                    "conflicting_citations", "policy_event:begins", "jurisdiction:17"
                )
            },
            "conflicting_citations.csv, row 2, column fact: 'jurisdiction:17' is no fact on record",
        ),
        ({"cities": "a,b\n1,2\n"}, "cities.csv: is no file of this tracker; its files are: "),
        (
            {"sources": with_line("sources", f"long,T,{'p' * 201},2011,")},
            f"sources.csv, row 4, column publisher: '{'p' * 40}…' is 201 characters long; 200 are "
            "the most",
        ),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    tmp_path: Path, changed: dict[str, str | bytes], said: str
) -> None:
    faults = faults_of(write_folder(tmp_path, **changed))
    assert any(
        fault == said or (said.endswith(": ") and fault.startswith(said)) for fault in faults
    ), faults


def test_a_geoid_that_lost_its_leading_zero_is_told_so(tmp_path: Path) -> None:
    places = with_line("jurisdictions", "06,state,California,CA,,,,,")
    places += "06037,county,Los Angeles County,CA,06,,9818605,,\n"
    activations = with_line("activations", "6037,2009-08-25,,list,")
    faults = faults_of(write_folder(tmp_path, jurisdictions=places, activations=activations))
    assert faults == [
        "activations.csv, row 4, column geoid: '6037' is no place on record; a leading zero is "
        "missing: 06037"
    ]


def test_every_fault_is_told_not_only_the_first(tmp_path: Path) -> None:
    rows = "99999,2010-01-01,,list,\n17031,never,,nobody,"
    faults = faults_of(write_folder(tmp_path, activations=with_line("activations", rows)))
    assert len(faults) == 3


def test_a_contradiction_that_stands_twice_is_refused(tmp_path: Path) -> None:
    row = "policy_event:begins,on,2008-10-27,2008-11-01,chron,"
    faults = faults_of(
        write_folder(tmp_path, conflicting_citations=with_line("conflicting_citations", row))
    )
    assert faults == [
        "conflicting_citations.csv, row 3: 'policy_event:begins' is the same citation as row 2"
    ]


def test_a_place_whose_state_is_not_on_record_is_refused(tmp_path: Path) -> None:
    places = with_line("jurisdictions", "06037,county,Los Angeles County,CA,06,,,,")
    faults = faults_of(write_folder(tmp_path, jurisdictions=places))
    assert faults == ["jurisdictions.csv, row 8, column parent: '06' is no place on record"]


def test_no_folder_and_an_empty_folder_are_told_plainly(tmp_path: Path) -> None:
    assert faults_of(tmp_path / "nowhere") == [f"{tmp_path / 'nowhere'}: is no folder"]
    assert faults_of(tmp_path) == [f"{tmp_path}: holds no CSV file of facts"]


def test_a_first_load_without_a_program_is_refused(tmp_path: Path) -> None:
    write_folder(tmp_path)
    (tmp_path / "program.json").unlink()
    assert faults_of(tmp_path) == [
        "program.json: is missing: a first load must say which program the facts are about"
    ]


def test_a_later_load_may_leave_the_program_out(tmp_path: Path) -> None:
    load(write_folder(tmp_path))
    (tmp_path / "program.json").unlink()
    assert outcomes(load(tmp_path)["opt_outs.csv"]) == ["unchanged"]


@pytest.mark.parametrize("told", ["{", "[]", '{"slug": "x"}'])
def test_a_program_file_that_is_none_is_refused(tmp_path: Path, told: str) -> None:
    write_folder(tmp_path)
    (tmp_path / "program.json").write_text(told, encoding="utf-8")
    assert faults_of(tmp_path)[0].startswith("program.json: is not as it should be: ")


def test_mended_cells_are_recorded_clean_and_told(tmp_path: Path) -> None:
    text = FILES["sources.csv"].replace("ICE,2010", " ICE ,2010").replace("Activated", "ICE’s")
    raw = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    report = load(write_folder(tmp_path, sources=raw))["sources.csv"]
    assert report.mends == [
        "a byte-order mark at the start was dropped",
        "Windows line ends were made plain",
        "blanks at the ends of 1 cell were trimmed",
        "curly apostrophes in 1 cell were made straight",
    ]
    assert Source.objects.get(key="list").title == "ICE's Jurisdictions"
    assert Source.objects.get(key="chron").publisher == "ICE"


def test_progress_is_told_file_by_file(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    load(write_folder(tmp_path), progress=lambda *step: told.append(step))
    assert ("activations.csv", 2, 2) in told


def test_the_shipped_folder_is_whole(tmp_path: Path) -> None:
    shipped = Path(__file__).parents[2] / "jurisdictions" / "data" / "secure-communities"
    reports = load(shipped)
    assert {name: len(report.outcomes) for name, report in reports.items()} == {
        "jurisdictions.csv": 3291,
        "sources.csv": 189,
        "activations.csv": 3180,
        "agreements.csv": 24,
        "opt_outs.csv": 31,
        "local_measures.csv": 187,
        "policy_events.csv": 51,
        "reported_figures.csv": 59,
        "conflicting_citations.csv": 11,
    }
    assert all(not report.mends for report in reports.values())
    assert {o for r in reports.values() for _row, _name, o in r.outcomes} == {Outcome.CREATED}


def test_unseen_signs_in_a_folder_are_left_out_and_named(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    file = folder / "activations.csv"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("17097,2010-03-02,,list,", "\u200b17097,2010-03-02,,list,A\x01 note\uf0b7"),
        encoding="utf-8",
    )
    report = load(folder)["activations.csv"]
    assert Activation.objects.get(fact__key="17097").note == "A note•"
    assert any("U+0001, U+200B" in said for said in report.mends)
    assert any("U+F0B7 → •" in said for said in report.mends)


def test_a_step_that_came_before_those_above_it_is_refused_as_a_proposal_is(
    tmp_path: Path,
) -> None:
    load(write_folder(tmp_path))
    late = "il,3,17,2009-01-13,,revised,ICE,Revised.,chron"
    with pytest.raises(Refused) as refused:
        load(write_folder(tmp_path, agreements=with_line("agreements", late)))
    assert [str(fault) for fault in refused.value.faults] == [
        "agreements.csv, row 4, column on: '2009-01-13' does not fit between its neighbors: step "
        "1 is dated 2009-11-02"
    ]
    assert AgreementStep.objects.count() == 2


def test_a_corrected_day_that_fits_no_longer_is_refused(tmp_path: Path) -> None:
    load(write_folder(tmp_path))
    with pytest.raises(Refused, match=r"row 2, column on: '2009-12-02' does not fit between"):
        load(write_folder(tmp_path, agreements=with_cell("agreements", "2009-11-02", "2009-12-02")))


def test_a_contradiction_ends_with_the_value_that_it_was_about(tmp_path: Path) -> None:
    load(write_folder(tmp_path))
    corrected = with_cell("policy_events", "2008-10-27", "2008-10-29")
    reports = load(write_folder(tmp_path, policy_events=corrected))
    assert outcomes(reports["conflicting_citations.csv"]) == ["unchanged"]
    assert not Citation.objects.filter(contradicts=True, superseded_at=None).exists()


def test_a_contradiction_is_kept_beside_the_value_that_is_on_record_now(tmp_path: Path) -> None:
    load(write_folder(tmp_path))
    corrected = with_cell("policy_events", "2008-10-27", "2008-10-28")
    load(write_folder(tmp_path, policy_events=corrected))
    standing = Citation.objects.get(contradicts=True, superseded_at=None)
    assert (standing.recorded, standing.said) == ("2008-10-28", "2008-10-29")
    assert {o for report in load(tmp_path).values() for o in outcomes(report)} == {"unchanged"}


def test_a_contradiction_follows_a_correction_in_a_folder_that_does_not_speak_of_it(
    tmp_path: Path,
) -> None:
    load(write_folder(tmp_path))
    corrected = with_cell("policy_events", "2008-10-27", "2008-10-29")
    load(write_folder(tmp_path, policy_events=corrected, conflicting_citations=None))
    assert not Citation.objects.filter(contradicts=True, superseded_at=None).exists()


def test_what_the_record_says_too_is_no_contradiction(tmp_path: Path) -> None:
    row = with_cell("conflicting_citations", "2008-10-29", "2008-10-27")
    assert faults_of(write_folder(tmp_path, conflicting_citations=row)) == [
        "conflicting_citations.csv, row 2, column said: '2008-10-27' is what the record says too"
    ]


def test_columns_that_a_file_lacks_keep_what_they_say(tmp_path: Path) -> None:
    with_locator = FILES["activations.csv"].replace("source,note", "source,locator,note")
    with_locator = with_locator.replace(",list,", ",list,p. 4,")
    load(write_folder(tmp_path, activations=with_locator))
    assert outcomes(load(write_folder(tmp_path))["activations.csv"]) == ["unchanged"] * 2
    cited = Citation.objects.filter(fact__kind="activation", superseded_at=None)
    assert {citation.locator for citation in cited} == {"p. 4"}


STEPS = """\
agreement,seq,step_id,geoid,on,disclosed_on,step,by,summary,source
"""
ASKED = "17,2009-10-01,,intent-to-sign,ISP,It was announced.,chron\n"
SIGNED = (
    "17,2009-11-02,,signed-by-state,Illinois State Police,"
    "The head of the state police signed.,chron\n"
)
COUNTERSIGNED = "17,2009-11-20,,signed,ICE,ICE countersigned.,chron\n"


@pytest.mark.parametrize(
    ("rows", "order"),
    [
        (f"il,0.5,,{ASKED}", ["0.5", "1", "2"]),
        (f"il,0.5,announced,{ASKED}", ["announced", "1", "2"]),
        (f"il,1,announced,{ASKED}il,2,1,{SIGNED}il,3,2,{COUNTERSIGNED}", ["announced", "1", "2"]),
        (f"il,1,announced,{ASKED}", None),
    ],
)
def test_a_step_found_late_leaves_every_name_to_the_event_that_bore_it(
    tmp_path: Path, rows: str, order: list[str] | None
) -> None:
    load(write_folder(tmp_path))
    folder = write_folder(tmp_path, agreements=STEPS + rows)
    if order is None:
        with pytest.raises(Refused, match=r"agreements\.csv, row 2"):
            load(folder)
        return
    load(folder)
    steps = AgreementStep.objects.current().order_by("seq").select_related("fact")
    assert [step.fact.name for step in steps] == [f"agreement:il:{name}" for name in order]
    assert {step.fact.name: step.step for step in steps} == {
        f"agreement:il:{order[0]}": "intent-to-sign",
        "agreement:il:1": "signed-by-state",
        "agreement:il:2": "signed",
    }
    assert {o for report in load(folder).values() for o in outcomes(report)} == {"unchanged"}


def test_a_file_of_the_old_form_is_refused_where_its_numbers_may_mean_two(tmp_path: Path) -> None:
    load(write_folder(tmp_path))
    renumbered = f"il,1,announced,{ASKED}il,2,1,{SIGNED}il,3,2,{COUNTERSIGNED}"
    load(write_folder(tmp_path, agreements=STEPS + renumbered))
    with pytest.raises(Refused) as refused:
        load(write_folder(tmp_path))
    assert [str(fault) for fault in refused.value.faults] == [
        "agreements.csv, row 2, column seq: '1' may mean “announced” or “1”: write the name of the "
        "step into the column step_id",
        "agreements.csv, row 3, column seq: '2' may mean “1” or “2”: write the name of the step "
        "into the column step_id",
    ]
