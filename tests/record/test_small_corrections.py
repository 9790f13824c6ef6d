"""Small corrections: editors put notes, names and sources right at once; nothing else."""

from __future__ import annotations

import pytest

from jurisdictions.models import Change, Citation, Edition, Jurisdiction, Span
from jurisdictions.record.faults import Refused
from jurisdictions.record.kinds import KINDS
from jurisdictions.record.people.permissions import NotAllowed
from jurisdictions.record.proposing.conflicts import Conflict
from jurisdictions.record.proposing.corrections import SMALL_COLUMNS, correct_small
from jurisdictions.record.proposing.explaining import explain
from jurisdictions.record.proposing.proposals import WishDraft
from jurisdictions.record.proposing.reviews import accept_proposal
from jurisdictions.status.kinds import FactKind
from tests.people import acting, make_person
from tests.record.wishing import CHRON, KANE, LETTER, LIST, NOON, PROGRAM, proposed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]

FELL = "figure-fell-04013-noncriminal-removals-2010-04-2010-07"


@pytest.fixture
def editor():
    return acting(make_person("editor", "17", name="Edwin"))


def small(by, name: str = KANE, /, base: int | None = None, reason: str = "A slip.", **cells: str):
    return correct_small(
        program=PROGRAM, name=name, cells=cells, by=by, reason=reason, at=NOON, base=base
    )


def test_an_editor_corrects_a_note_at_once(editor) -> None:
    done = small(editor, note="By fax.", note_es="Por fax.")
    assert (done.name, done.published.number, done.published.spans_changed) == (KANE, 2, 0)
    change = Change.objects.latest("pk")
    assert (change.made_by, change.account_id, change.reason) == (
        "Edwin",
        editor.account_id,
        "A slip.",
    )
    assert Edition.objects.latest("pk").published_by == "Edwin"


def test_another_source_is_a_small_correction(editor) -> None:
    small(editor, source=CHRON, locator="p. 3")
    cited = Citation.objects.current().get(fact__kind="activation", fact__key="17089")
    assert (cited.source.key, cited.locator) == (CHRON, "p. 3")


def test_the_names_of_a_place_may_be_put_right(editor) -> None:
    small(editor, "jurisdiction:17089", aliases="Kane|Kane Co.")
    assert Jurisdiction.objects.current().get(geoid="17089").aliases == "Kane|Kane Co."


@pytest.mark.parametrize("role", ["contributor", "administrator"])
def test_whoever_is_no_editor_there_may_not(role: str) -> None:
    with pytest.raises(NotAllowed):
        small(acting(make_person(role, "US")), note="By fax.")


def test_an_editor_of_another_state_may_not() -> None:
    with pytest.raises(NotAllowed):
        small(acting(make_person("editor", "48")), note="By fax.")


def test_a_source_is_corrected_where_all_its_facts_are(editor) -> None:
    small(editor, "source:ilchron", title="Chronology of Illinois")
    with pytest.raises(NotAllowed):
        small(editor, f"source:{LIST}", title="The list")


def test_a_source_that_nothing_cites_is_any_editors(editor) -> None:
    author = acting(make_person("contributor", "17"))
    number = proposed(author, LETTER)
    accept_proposal(proposal=number, revision=1, by=acting(make_person("reviewer", "17")), at=NOON)
    small(editor, "source:kane-letter", url="https://example.org/kane")
    with pytest.raises(NotAllowed):
        small(author, "source:kane-letter", url="https://example.org/letter")


@pytest.mark.parametrize(
    ("name", "cells", "why"),
    [
        (
            KANE,
            {"activated_on": "2010", "source": LIST},
            "is no small thing: propose to correct it",
        ),
        ("opt_out:illinois-2011:1", {"step": "granted", "source": LIST}, "is no small thing"),
        ("opt_out:illinois-2011:1", {"geoid": "17089", "source": LIST}, "is no small thing"),
        (KANE, {"source": "nowhere"}, "is no source on record"),
        (KANE, {"note": ""}, "Nothing would change"),
        ("activation:17999", {"note": "x"}, "is not on record"),
    ],
)
def test_what_is_not_small_is_refused(editor, name: str, cells: dict[str, str], why: str) -> None:
    with pytest.raises(Refused, match=why):
        small(editor, name, **cells)
    assert Edition.objects.count() == 1


def test_a_reason_is_asked_for(editor) -> None:
    with pytest.raises(Refused, match="column reason: may not be blank"):
        small(editor, reason=" ", note="By fax.")


def test_an_edit_over_another_is_told(editor) -> None:
    small(editor, base=1, note="By fax.")
    with pytest.raises(Conflict) as conflict:
        small(editor, base=1, note="By phone.")
    assert (conflict.value.kind, conflict.value.facts) == ("stale", (KANE,))


def test_every_kind_has_small_columns_and_none_of_them_is_of_the_key() -> None:
    assert set(SMALL_COLUMNS) == set(KINDS)
    for kind, small_ones in SMALL_COLUMNS.items():
        names = {column.name for column in KINDS[kind].columns}
        assert set(small_ones) <= names - set(KINDS[kind].keyed_by)


@pytest.mark.usefixtures("few_agencies")
@pytest.mark.parametrize("kind", SMALL_COLUMNS)
def test_no_small_correction_changes_a_status(kind: str) -> None:
    """Whatever an editor writes into small columns, every span stays."""
    model, everywhere = KINDS[kind].model, acting(make_person("editor", "US"))
    program = KINDS[kind].about.program or PROGRAM
    if kind == FactKind.EXPLANATION:
        # Nothing ships that explains a flag: reviewers do.
        rita = acting(make_person("reviewer", "US", name="Rita"))
        explain(program=program, flag=FELL, geoid="04013", text="Late.", by=rita, at=NOON)
    rows = list(model._default_manager.filter(superseded_at=None).order_by("pk")[:3])
    name = str(rows[-1].fact)
    url = "https://example.org/new"
    given = {"source": CHRON, "url": url, "moa_url": url, "sure": "medium", "language": "es"}
    given["archive_url"] = "https://web.archive.org/web/20110805000000/https://example.org/new"
    cells = {column: given.get(column, "new") for column in SMALL_COLUMNS[kind]}
    before = set(Span.objects.values_list("pk", "last_edition"))
    done = correct_small(
        program=program, name=name, cells=cells, by=everywhere, reason="A slip.", at=NOON
    )
    assert done.published.new
    assert set(Span.objects.values_list("pk", "last_edition")) == before


def test_small_columns_are_wished_like_any_other(editor) -> None:
    wish = WishDraft("correct", "", KANE, {"note": "By fax."})
    assert proposed(editor, wish)
