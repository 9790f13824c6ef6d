"""Contradictions: why the recorded value stands, kept with the source that says otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from jurisdictions.models import Change, Citation, Edition
from jurisdictions.record.changing.versions import Outcome
from jurisdictions.record.faults import Refused
from jurisdictions.record.ingest.folder import load_folder
from jurisdictions.record.people.permissions import NotAllowed
from jurisdictions.record.proposing.contradicting import adjudicate
from jurisdictions.record.proposing.reviews import accept_proposal
from tests.facts_on_file import FILES, with_cell, write_folder
from tests.packages import empty, load_and_publish, package_bytes, unpacked_into
from tests.people import acting, make_person
from tests.record.wishing import KANE, LATER, NOON, PROGRAM, corrected, disputed, proposed

pytestmark = pytest.mark.django_db
LETTER = "policy_event:napolitano-lofgren-letter"
WHY, WHY_ES = "The letter itself is dated so.", "La propia carta lleva esa fecha."


@pytest.fixture
def reviewer(shipped):
    return acting(make_person("reviewer", "US", name="Noor"))


def judged(
    by, fact: str = LETTER, field: str = "on", source: str = "nilc", note: str = WHY, **told
):
    asked = {"program": PROGRAM, "note_es": WHY_ES, "by": by, "at": NOON, **told}
    return adjudicate(fact=fact, field=field, source=source, note=note, **asked)


def standing() -> Citation:
    return Citation.objects.current().get(fact__key="napolitano-lofgren-letter", contradicts=True)


def test_a_reviewer_says_why_the_record_stands(reviewer) -> None:
    published = judged(reviewer)
    assert (published.number, published.new, published.spans_changed) == (2, True, 0)
    against = standing()
    assert (against.adjudication, against.adjudication_es) == (WHY, WHY_ES)
    assert (against.said, against.note[:8]) == ("2010-09-08", "The body")
    change = Change.objects.latest("pk")
    assert (change.made_by, change.reason) == ("Noor", f"Adjudicated a contradiction: {WHY}")
    assert Citation.objects.filter(fact=against.fact, contradicts=True).count() == 2


def test_an_adjudication_can_be_taken_back_with_a_reason(reviewer) -> None:
    judged(reviewer)
    judged(reviewer, note="", note_es="", reason="I was wrong.")
    assert standing().adjudication == ""
    assert Change.objects.latest("pk").reason == "I was wrong."


@pytest.mark.parametrize(("role", "geoid"), [("editor", "US"), ("reviewer", "17")])
def test_only_a_reviewer_of_the_region_adjudicates(shipped, role: str, geoid: str) -> None:
    with pytest.raises(NotAllowed):
        judged(acting(make_person(role, geoid)))


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"fact": "policy_event:nothing"}, "is not on record"),
        ({"field": "effect"}, "does not contradict the record on this"),
        ({"source": "ilchron"}, "does not contradict the record on this"),
        ({"source": "nobody"}, "does not contradict the record on this"),
    ],
)
def test_what_contradicts_nothing_is_not_adjudicated(reviewer, told, why: str) -> None:
    with pytest.raises(Refused, match=why):
        judged(reviewer, **told)
    assert Edition.objects.count() == 1


def test_an_adjudication_ends_with_the_value_that_it_was_about(reviewer) -> None:
    author = acting(make_person("contributor", "US"))

    def accepted(*wishes) -> None:
        accept_proposal(proposal=proposed(author, *wishes), revision=1, by=reviewer, at=LATER)

    def against() -> Citation:
        return Citation.objects.current().get(fact__key="17089", contradicts=True)

    accepted(disputed(KANE))
    judged(reviewer, KANE, "activated_on", "ilchron")
    accepted(corrected(KANE, note="By fax."))
    assert against().adjudication == WHY
    accepted(corrected(KANE))
    assert (against().recorded, against().adjudication) == ("2010-01-05", "")
    judged(reviewer, KANE, "activated_on", "ilchron")
    accepted(disputed(KANE, said="2009-12-02"))
    assert (against().said, against().adjudication) == ("2009-12-02", "")


@pytest.mark.usefixtures("reviewer")
def test_it_is_read_wherever_the_contradiction_is(reviewer, client: Client) -> None:
    judged(reviewer)
    page = client.get("/secure-communities/policy/").content.decode()
    assert WHY in page
    assert WHY_ES in client.get("/es/secure-communities/policy/").content.decode()
    assert WHY in client.get("/secure-communities/sources/nilc/").content.decode()
    told = client.get("/api/v1/facts/policy_event/?page_size=1000").json()
    said = [c["adjudication"] for fact in told["results"] for c in fact["citations"]]
    assert WHY in said
    rows = client.get("/secure-communities/policy.json").json()["citations"]
    assert WHY in [row["adjudication"] for row in rows]


@pytest.mark.usefixtures("empty_record")
def test_it_travels_with_the_data_package(tmp_path: Path) -> None:
    first = write_folder(tmp_path / "a")
    load_and_publish(first)
    adjudicate(
        program=PROGRAM,
        fact="policy_event:begins",
        field="on",
        source="chron",
        note=WHY,
        note_es=WHY_ES,
        by=acting(make_person("reviewer", "US")),
        at=LATER,
    )
    as_of = load_and_publish(first)
    kept = Citation.objects.current().get(contradicts=True)
    assert kept.adjudication == WHY, "a file without the column leaves it as it is"
    out = unpacked_into(tmp_path / "b", package_bytes(as_of))
    header = (out / "conflicting_citations.csv").read_text(encoding="utf-8").splitlines()[0]
    assert header.endswith("note,note_es,adjudication,adjudication_es")
    empty()
    load_and_publish(out)
    again = Citation.objects.current().get(contradicts=True)
    assert (again.adjudication, again.adjudication_es) == (WHY, WHY_ES)


@pytest.mark.usefixtures("empty_record")
def test_a_text_of_a_contradiction_that_is_too_long_is_refused(tmp_path: Path) -> None:
    long = with_cell("conflicting_citations", "2008-10-29", "x" * 201)
    with pytest.raises(Refused, match="201 characters long"):
        load_folder(
            write_folder(tmp_path, conflicting_citations=long),
            today=NOON.date(),
            by="Ana",
            at=NOON,
        )


@pytest.mark.usefixtures("empty_record")
def test_a_file_may_bring_the_adjudication(tmp_path: Path) -> None:
    told = {"today": NOON.date(), "by": "Ana", "at": NOON}
    load_folder(write_folder(tmp_path), **told)
    head, row = FILES["conflicting_citations.csv"].splitlines()
    more = f"{head},adjudication\n{row},{WHY}\n"
    reports = load_folder(write_folder(tmp_path, conflicting_citations=more), **told)
    report = next(one for one in reports if one.file == "conflicting_citations.csv")
    assert report.outcomes[0][2] is Outcome.CORRECTED
    assert Citation.objects.current().get(contradicts=True).adjudication == WHY
