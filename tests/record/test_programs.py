"""What is said of a program: edited with a trace, refused whole."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from jurisdictions.models import Act, Program
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import NotAllowed
from jurisdictions.record.program_texts import edit_program
from tests.people import acting, administrator, illinois_reviewer, make_person

pytestmark = pytest.mark.usefixtures("shipped")
AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
SLUG = "secure-communities"


def test_an_edit_keeps_what_stood_before() -> None:
    by = acting(administrator())
    before = Program.objects.get()
    texts = {"name": " Another name ", "name_es": before.name_es, "agency": before.agency}
    assert edit_program(program=SLUG, texts=texts, opening_on=None, by=by, at=AT)
    after, act = Program.objects.get(), Act.objects.get()
    assert (after.name, after.opening_on, after.summary) == ("Another name", None, "")
    assert act.detail["name"] == [before.name, "Another name"]
    assert act.detail["opening_on"] == ["2011-08-05", ""]
    assert "name_es" not in act.detail
    assert not edit_program(program=SLUG, texts=texts, opening_on=None, by=by, at=AT)


@pytest.mark.parametrize(
    ("wrong", "column"),
    [({"name": " "}, "name"), ({"name": "x", "agency_es": "x" * 151}, "agency_es")],
)
def test_a_wrong_text_is_refused_by_its_name(wrong: dict[str, str], column: str) -> None:
    with pytest.raises(Refused) as refused:
        edit_program(
            program=SLUG,
            texts=wrong,
            opening_on=date(2011, 8, 5),
            by=acting(administrator()),
            at=AT,
        )
    assert [fault.column for fault in refused.value.faults] == [column]
    assert not Act.objects.exists()


def test_only_administrators_of_the_nation_edit_programs() -> None:
    for person in (illinois_reviewer(), make_person("administrator", "17")):
        with pytest.raises(NotAllowed):
            edit_program(
                program=SLUG, texts={"name": "x"}, opening_on=None, by=acting(person), at=AT
            )
