"""What author and reviewer are to look at again: sources too early, days outside, stale Spanish."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.utils.translation import override

from jurisdictions.models import Program
from jurisdictions.record.changing.cautions import Caution, cautions_of
from jurisdictions.record.changing.planning import plan_wishes
from jurisdictions.record.changing.wishes import WishDraft
from jurisdictions.record.proposing.preview import cautions_for, preview
from tests.people import acting, make_person
from tests.record.uploading import uploaded
from tests.record.wishing import CHRON, KANE, LIST, NOON, PROGRAM, corrected, proposed, step

pytestmark = pytest.mark.usefixtures("shipped")

SOURCE = {"key": "early", "title": "An early list", "published_on": "2010-01"}


def cautions(*wishes: WishDraft) -> list[tuple[str, str]]:
    """Column and reason of each caution."""
    program = Program.objects.get(slug=PROGRAM)
    plans = plan_wishes(program, wishes, NOON)
    assert plans.faults == ()
    return [(one.column, one.reason) for one in cautions_of(program, plans.made)]


def test_a_source_published_before_the_day_that_it_is_to_prove_is_told() -> None:
    new = WishDraft("record", "source", cells=SOURCE)
    ((column, reason),) = cautions(new, step(on="2010-07", source="early"))
    assert column == "on"
    assert reason.startswith("its source was published on 2010-01, before 2010-07")
    assert cautions(new, step(on="2010-01", source="early")) == []
    assert cautions(new, step(on="2010", source="early")) == []


def test_another_source_for_a_day_that_stands_is_looked_at_too() -> None:
    early = WishDraft("record", "source", cells={**SOURCE, "published_on": "2008"})
    found = cautions(early, corrected(KANE, source="early"))
    assert [column for column, _reason in found] == ["activated_on"]


def test_a_source_that_says_otherwise_of_a_day_to_come_is_told() -> None:
    early = WishDraft("record", "source", cells=SOURCE)
    told = {"field": "activated_on", "said": "2011-05", "source": "early"}
    found = cautions(early, WishDraft("contradict", "", KANE, told))
    assert [column for column, _reason in found] == ["activated_on"]


@pytest.mark.parametrize("day", ["1999-01-01", "2025-06-25", "2007"])
def test_a_day_outside_the_life_of_the_program_is_told(day: str) -> None:
    found = cautions(corrected(KANE, activated_on=day, source=LIST))
    outside = [reason for _column, reason in found if "outside the life" in reason]
    assert len(outside) == 1
    assert "2008-03-28 to 2021-01-20" in outside[0]


def test_a_day_within_it_is_not() -> None:
    assert cautions(corrected(KANE, activated_on="2010-02-03", source=LIST)) == []


def test_english_that_changes_marks_its_spanish_as_stale() -> None:
    name = "opt_out:arlington-2010:1"
    found = cautions(WishDraft("correct", "", name, {"summary": "It asked by letter."}))
    ((column, reason),) = found
    assert column == "summary_es"
    assert reason.startswith("the English changes and the Spanish stays as it was: “")
    both = {"summary": "It asked by letter.", "summary_es": "Lo pidió por carta."}
    assert cautions(WishDraft("correct", "", name, both)) == []


def test_the_preview_and_the_proposal_tell_the_same_in_the_readers_language() -> None:
    wish = corrected(KANE, activated_on="2025-06-25", source=CHRON)
    number = proposed(acting(make_person("contributor", "17")), wish)
    with override("es"):
        shown = preview(program=PROGRAM, wishes=[wish], at=NOON).cautions
        assert shown == cautions_for(proposal=number, at=NOON)
        assert any("queda fuera de la vida del programa" in one.reason for one in shown)
    assert all(isinstance(one, Caution) for one in shown)


def test_an_upload_tells_its_author_with_the_row(settings: Any, tmp_path: Path) -> None:
    settings.UPLOADS_ROOT = tmp_path / "uploads"
    rows = "06075,2025-06-25,nilc\n06001,1999-01-01,nilc\n"
    upload = uploaded(f"geoid,activated_on,source\n{rows}", "activation")
    told = {(one["row"], one["fact"]) for one in upload.findings["cautions"]}
    assert told == {(2, "activation:06075"), (3, "activation:06001")}
