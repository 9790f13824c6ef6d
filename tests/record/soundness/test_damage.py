"""Damage that is put in by hand, past every guard of the database, is found and named."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection, transaction

from jurisdictions.models import Application, Change, Fact, Program, Proposal, SourceFile, Upload
from jurisdictions.record.evidence import store
from jurisdictions.record.soundness.asking import Question, faults_of_record
from jurisdictions.record.soundness.facts import faults_of_facts
from jurisdictions.record.soundness.files import faults_of_files
from jurisdictions.record.soundness.proposed import faults_of_proposals
from jurisdictions.record.soundness.published import faults_of_editions
from jurisdictions.record.soundness.stored import faults_of_stored
from jurisdictions.record.soundness.tables import faults_of_file, faults_of_tables
from jurisdictions.record.soundness.versions import (
    faults_of_agencies,
    faults_of_citations,
    faults_of_places,
    faults_of_versions,
)
from tests.databases import LOADED_AT
from tests.people import illinois_contributor, illinois_reviewer

pytestmark = [pytest.mark.made_of_rows, pytest.mark.django_db, pytest.mark.usefixtures("shipped")]

STAND_FOR = {
    "ITS_FACT": "(SELECT MIN(fact_id) FROM jurisdictions_activation)",
    "ONE": "(SELECT MIN(id) FROM jurisdictions_activation)",
}
"""Words of the statements below, and what they stand for."""


@contextmanager
def damaged(*statements: str) -> Iterator[None]:
    """The record after these statements, past every guard of the database; undone at the end."""
    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute("PRAGMA ignore_check_constraints = ON")
        try:
            for statement in statements:
                cursor.execute(spelled_out(statement))
                assert cursor.rowcount != 0, f"damages nothing: {statement}"
            yield
        finally:
            cursor.execute("PRAGMA ignore_check_constraints = OFF")
            transaction.set_rollback(True)


def spelled_out(statement: str) -> str:
    """A statement with the row that its words stand for."""
    for word, meant in STAND_FOR.items():
        statement = statement.replace(word, meant)
    return statement


def told(question: Question) -> str:
    return "\n".join(map(str, question()))


def copied(table: str, changed: dict[str, str], where: str) -> str:
    """A statement that inserts a row once more, with other values in some columns."""
    with connection.cursor() as cursor:
        names = [one.name for one in connection.introspection.get_table_description(cursor, table)]
    names.remove("id")
    values = ", ".join(changed.get(name, f'"{name}"') for name in names)
    columns = ", ".join(f'"{name}"' for name in names)
    return f"INSERT INTO {table} ({columns}) SELECT {values} FROM {table} WHERE {where}"  # noqa: S608


TABLES = {
    "a version whose change is gone": (
        "UPDATE jurisdictions_activation SET change_id = 99999 WHERE id = ONE",
        "change names a row of jurisdictions_change that is not there",
    ),
    "a citation whose fact is gone": (
        "UPDATE jurisdictions_citation SET fact_id = 999999 WHERE id = 1",
        "fact names a row of jurisdictions_fact that is not there",
    ),
    "an edition of a program that is gone": (
        "UPDATE jurisdictions_edition SET program_id = 77",
        "program names a row of jurisdictions_program that is not there",
    ),
    "a span whose standing is gone": (
        "UPDATE jurisdictions_span SET standing_id = 99999 WHERE id = 1",
        "standing names a row of jurisdictions_spanstanding that is not there",
    ),
    "an end before the beginning": (
        "UPDATE jurisdictions_activation SET superseded_at = '2001-01-01', ended_by_id = change_id"
        " WHERE id = ONE",
        "breaks “activation_forwards”",
    ),
    "an end that no change made": (
        "UPDATE jurisdictions_activation SET superseded_at = '2031-01-01' WHERE id = ONE",
        "breaks “activation_end_whole”",
    ),
    "a change without a reason": (
        "UPDATE jurisdictions_change SET reason = ''",
        "breaks “change_gives_a_reason”",
    ),
    "a change of nobody": (
        "UPDATE jurisdictions_change SET made_by = ''",
        "breaks “change_names_its_maker”",
    ),
    "a contradiction of no field": (
        "UPDATE jurisdictions_citation SET contradicts = 1, field = '', said = '' WHERE id = 1",
        "breaks “a_contradiction_names_its_field”",
    ),
    "a span that ends before it begins": (
        "UPDATE jurisdictions_span SET start = '2012-01-01', \"end\" = '2011-01-01' WHERE id = 1",
        "breaks “span_forwards”",
    ),
    "a fact of a kind that there is not": (
        "UPDATE jurisdictions_fact SET kind = 'rumor' WHERE id = ITS_FACT",
        "jurisdictions_fact kind rumor: is no word of its vocabulary",
    ),
    "a geoid that is none": (
        "UPDATE jurisdictions_activation SET geoid = '6075' WHERE id = ONE",
        "jurisdictions_activation geoid 6075: is no geoid",
    ),
    "a day that is none": (
        "UPDATE jurisdictions_activation SET disclosed_on = '2011-13' WHERE id = ONE",
        "“2011-13” is no day",
    ),
}


@pytest.mark.parametrize("what", sorted(TABLES))
def test_a_row_that_breaks_what_its_table_promises_is_found(what: str) -> None:
    statement, expected = TABLES[what]
    with damaged(statement):
        assert expected in told(faults_of_tables)


def test_a_second_current_version_is_found_though_its_index_is_gone() -> None:
    again = copied("jurisdictions_activation", {}, "id = ONE")
    with damaged():
        with connection.cursor() as cursor:
            cursor.execute('DROP INDEX "activation_one_current"')
            cursor.execute(spelled_out(again))
        assert "is there more than once (activation_one_current)" in told(faults_of_tables)
        assert "has two versions at one time" in told(faults_of_versions)


def test_versions_that_stand_at_one_time_are_found() -> None:
    ended = {"superseded_at": "'2031-01-01 00:00:00'", "ended_by_id": '"change_id"'}
    with damaged(copied("jurisdictions_activation", ended, "id = ONE")):
        assert "has two versions at one time" in told(faults_of_versions)


IN_HISTORY = {
    "a fact without any version": (
        "DELETE FROM jurisdictions_activation WHERE fact_id = ITS_FACT",
        "has no version at all",
    ),
    "a version in the table of another kind": (
        "UPDATE jurisdictions_fact SET kind = 'opt_out' WHERE id = ITS_FACT",
        "has a version in the table of activation",
    ),
    "a version that is older than its change": (
        "UPDATE jurisdictions_activation SET recorded_at = '2020-01-01' WHERE id = ONE",
        "was not recorded when its change was made",
    ),
    "a version that ended at another time than its change": (
        "UPDATE jurisdictions_activation SET superseded_at = '2031-01-01', ended_by_id = change_id"
        " WHERE id = ONE",
        "did not end when the change was made that ended it",
    ),
    "a change that was made before the one in front of it": (
        "INSERT INTO jurisdictions_change (made_at, made_by, reason)"
        " VALUES ('2001-01-01 00:00:00', 'a hand', 'none')",
        "was made before the change in front of it",
    ),
}


@pytest.mark.parametrize("what", sorted(IN_HISTORY))
def test_a_history_that_cannot_have_been_is_found(what: str) -> None:
    statement, expected = IN_HISTORY[what]
    with damaged(statement):
        assert expected in told(faults_of_versions)


AROUND = {
    "a fact whose citations are gone": (
        "DELETE FROM jurisdictions_citation WHERE fact_id = ITS_FACT",
        faults_of_citations,
        "stands without a source",
    ),
    "a citation of a source that ended": (
        "UPDATE jurisdictions_source SET superseded_at = '2031-01-01', ended_by_id = change_id"
        " WHERE fact_id = (SELECT source_id FROM jurisdictions_citation WHERE id = 1)",
        faults_of_citations,
        "is cited, and does not stand",
    ),
    "a citation that outlives its fact": (
        "UPDATE jurisdictions_activation SET superseded_at = '2031-01-01', ended_by_id = change_id"
        " WHERE id = ONE",
        faults_of_citations,
        "does not stand any more, and a citation of it does",
    ),
    "a fact about a place that is not on record": (
        "UPDATE jurisdictions_activation SET geoid = '99999' WHERE id = ONE",
        faults_of_places,
        "is about a place that is not on record",
    ),
}


@pytest.mark.parametrize("what", sorted(AROUND))
def test_a_fact_that_has_lost_what_it_rests_on_is_found(what: str) -> None:
    statement, question, expected = AROUND[what]
    with damaged(statement):
        assert expected in told(question)


def test_an_application_of_an_agency_that_is_gone_is_found() -> None:
    program, change = Program.objects.get(), Change.objects.earliest("pk")
    fact = Fact.objects.create(program=program, kind="application", key="x")
    Application.objects.create(
        fact=fact, change=change, recorded_at=LOADED_AT, agency="nobody", geoid="17"
    )
    assert "x (nobody): is of an agency that is not on record" in told(faults_of_agencies)


def test_editions_that_do_not_say_what_the_rule_says_are_found() -> None:
    third = {"number": "3", "token": f"'{uuid4().hex}'", "rule_version": "'x'"}
    with damaged(
        copied("jurisdictions_edition", third, "number = 1"),
        "UPDATE jurisdictions_spanstanding SET dimensions = '{}' WHERE id = 1",
        "DELETE FROM jurisdictions_span WHERE id = (SELECT MIN(id) FROM jurisdictions_span"
        " WHERE geoid = '06075' AND start IS NOT NULL AND last_edition IS NULL)",
    ):
        found = told(faults_of_editions)
    assert "are numbered [1, 3]" in found
    assert "is none of the rule of secure-communities" in found
    assert "06075: has a gap between its spans, or two at one time" in found
    with damaged(
        "UPDATE jurisdictions_span SET reasons = 'activation:nothing' WHERE geoid = '17031'",
        "UPDATE jurisdictions_span SET first_edition = 9 WHERE geoid = '48201'",
        "UPDATE jurisdictions_edition SET spans = spans + 1",
        "DELETE FROM jurisdictions_span WHERE geoid = '36061'",
    ):
        found = told(faults_of_editions)
    for expected in (
        "17031: is not what the rule says",
        "36061: is not what the rule says",
        "span of a later edition",
        "spans when it was published",
    ):
        assert expected in found


def test_proposals_without_wishes_and_out_of_time_are_found() -> None:
    person = illinois_reviewer()
    Proposal.objects.create(
        program=Program.objects.get(),
        geoid="06",
        title="x",
        reason="x",
        made_at=LOADED_AT,
        made_by=person,
        status="withdrawn",
        decided_by=person,
        decided_at=LOADED_AT.replace(year=2020),
    )
    found = told(faults_of_proposals)
    assert "wishes nothing" in found
    assert "was decided before it was made" in found


def test_files_that_are_gone_or_others_are_found(settings: Any, tmp_path: Path) -> None:
    settings.DATA_DIR, settings.UPLOADS_ROOT = tmp_path, tmp_path / "uploads"
    kept = [store.keep(content) for content in (b"one", b"two", b"three")]
    for checksum, size in zip(kept, (3, 3, 99), strict=True):
        SourceFile.objects.create(
            source="s",
            name="a.pdf",
            checksum=checksum,
            size=size,
            media_type="application/pdf",
            added_at=LOADED_AT,
        )
    Upload.objects.create(
        program=Program.objects.get(),
        file_name="a.csv",
        file="gone.csv",
        made_at=LOADED_AT,
        made_by=illinois_contributor(),
    )
    store.kept(kept[0]).unlink()
    store.kept(kept[1]).chmod(0o644)
    store.kept(kept[1]).write_bytes(b"owt")
    found = told(faults_of_files)
    assert f"its file {kept[0][:12]}… is not there" in found
    assert f"its file {kept[1][:12]}… is another: its checksum differs" in found
    assert f"its file {kept[2][:12]}… is not as large as was written down" in found
    assert "upload gone.csv: its file is not there" in found


STORED = {
    "bytes where a text is": (
        "UPDATE jurisdictions_activation SET note = X'ff00' WHERE id = ONE",
        "note is stored as another type",
    ),
    "letters that are none": (
        "UPDATE jurisdictions_source SET title = CAST(X'ff41' AS TEXT) WHERE id = 1",
        "jurisdictions_source 1: title cannot be read",
    ),
    "a word where a number is": (
        "UPDATE jurisdictions_edition SET facts_changed = 'many'",
        "facts_changed is stored as another type",
    ),
    "a row that points at a word": (
        "UPDATE jurisdictions_activation SET change_id = 'first' WHERE id = ONE",
        "change_id is stored as another type",
    ),
    "a moment that is none": (
        "UPDATE jurisdictions_change SET made_at = 'yesterday'",
        "made_at cannot be read",
    ),
    "a day that is none, of a span": (
        "UPDATE jurisdictions_span SET since = '2010-02-30' WHERE id = 1",
        "jurisdictions_span 1: since cannot be read",
    ),
    "a yes that is seven": (
        "UPDATE jurisdictions_citation SET contradicts = 7 WHERE id = 1",
        "jurisdictions_citation 1: contradicts is neither yes nor no",
    ),
    "a text that is longer than its column": (
        "UPDATE jurisdictions_fact SET key = hex(zeroblob(200)) WHERE id = ITS_FACT",
        "key is longer than it may be",
    ),
}


@pytest.mark.parametrize("what", sorted(STORED))
def test_what_is_not_of_the_type_of_its_column_is_found(what: str) -> None:
    statement, expected = STORED[what]
    with damaged(statement):
        assert expected in told(faults_of_stored)


FACTS = {
    "a fact that is called otherwise": (
        "UPDATE jurisdictions_fact SET key = '17999' WHERE id = ITS_FACT",
        "fact activation:17999: is called otherwise by its cells",
    ),
    "a word that is none of its column": (
        "UPDATE jurisdictions_localmeasure SET outcome = 'rumor' WHERE id ="
        " (SELECT MIN(id) FROM jurisdictions_localmeasure)",
        "outcome “rumor” ",
    ),
    "a name that is blank": (
        "UPDATE jurisdictions_source SET title = '' WHERE id = 1",
        "title “” may not be blank",
    ),
    "a county of another state": (
        "UPDATE jurisdictions_jurisdiction SET parent = '06' WHERE geoid = '17031'",
        "fact jurisdiction:17031: parent “06” should be 17",
    ),
    "a time that goes backwards": (
        "UPDATE jurisdictions_activation SET deactivated_on = '2001-01-01' WHERE id = ONE",
        "deactivated_on “2001-01-01” lies before activated_on",
    ),
}


@pytest.mark.parametrize("what", sorted(FACTS))
def test_a_fact_that_nobody_could_write_is_found(what: str) -> None:
    statement, expected = FACTS[what]
    with damaged(statement):
        assert expected in told(faults_of_facts)


def test_an_earlier_edition_that_lost_a_span_is_found() -> None:
    second = {"number": "2", "token": f"'{uuid4().hex}'", "rule_version": "'x'"}
    ended = {"last_edition": "1", "first_edition": "1"}
    of_cook = "geoid = '17031' AND last_edition IS NULL"
    began_anew = f"UPDATE jurisdictions_span SET first_edition = 2 WHERE {of_cook}"  # noqa: S608
    both = (
        copied("jurisdictions_edition", second, "number = 1"),
        copied("jurisdictions_span", ended, of_cook),
        began_anew,
    )
    with damaged(*both):
        assert told(faults_of_editions) == ""
    lost = "DELETE FROM jurisdictions_span WHERE geoid = '17031' AND last_edition = 1 AND start"
    with damaged(*both, f"{lost} IS NOT NULL"):
        found = told(faults_of_editions)
    assert "place and edition 17031 1: has a gap between its spans, or two at one time" in found
    assert "secure-communities edition 1: had " in found


def test_editions_that_rest_on_changes_out_of_order_are_found() -> None:
    second = {"number": "2", "token": f"'{uuid4().hex}'", "rule_version": "'x'"}
    earlier = {**second, "published_at": "'2001-01-01 00:00:00'"}
    expected = "secure-communities edition 2: rests on an earlier change"
    # A clock that was ahead for the first edition and was set right made the second earlier.
    with damaged(copied("jurisdictions_edition", earlier, "number = 1")):
        assert expected not in told(faults_of_editions)
    with damaged(copied("jurisdictions_edition", {**second, "last_change_id": "-1"}, "number = 1")):
        assert expected in told(faults_of_editions)


def test_what_cannot_be_read_keeps_nothing_else_from_being_asked() -> None:
    with damaged(
        "UPDATE jurisdictions_activation SET geoid = CAST(X'ff41' AS TEXT) WHERE id = ONE",
        "UPDATE jurisdictions_policyevent SET \"on\" = '2011-13' WHERE id ="
        " (SELECT MIN(id) FROM jurisdictions_policyevent)",
    ):
        found = told(faults_of_tables)
    assert "jurisdictions_activation geoid: cannot be read" in found
    assert "jurisdictions_policyevent on: “2011-13” is no day" in found


def test_a_row_of_the_framework_that_points_nowhere_is_found() -> None:
    with damaged("UPDATE auth_permission SET content_type_id = 99999 WHERE id = 1"):
        found = told(faults_of_file)
    assert found == "auth_permission 1: names a row of django_content_type that is not there"


def test_a_sound_record_is_called_sound() -> None:
    out = StringIO()
    call_command("check_record", stdout=out)
    assert out.getvalue() == "The record is sound.\n"


def test_what_is_wrong_is_named_and_the_command_fails() -> None:
    out = StringIO()
    expected = {"where": "jurisdictions_activation geoid 6075", "what": "is no geoid"}
    with damaged(TABLES["a geoid that is none"][0]):
        with pytest.raises(CommandError, match=r"not sound: \d+ findings"):
            call_command("check_record", "--json", stdout=out)
        assert len(list(faults_of_record())) == len(out.getvalue().splitlines())
    assert expected in [json.loads(line) for line in out.getvalue().splitlines()]
