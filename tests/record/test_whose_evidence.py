"""A file of a source belongs where it came from: nobody gets at it from another region."""

from __future__ import annotations

import pytest

from jurisdictions.models import Person, SourceFile
from jurisdictions.record.evidence.deciding import remove_file
from jurisdictions.record.evidence.rights import ATTACH, may_at, may_see
from jurisdictions.record.people.permissions import Actor, NotAllowed
from tests.people import acting, make_person
from tests.record.wishing import CHRON, LETTER, NOON, proposed, step

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]
KEY = "kane-letter"


def a_file(source: str = KEY, proposal: int | None = None, **told: object) -> SourceFile:
    said = {"name": "letter.pdf", "checksum": "ab" * 32, "size": 1, "media_type": "application/pdf"}
    return SourceFile.objects.create(
        source=source, proposal_id=proposal, added_at=NOON, **{**said, **told}
    )


def reviewer(geoid: str) -> Actor:
    return acting(make_person("reviewer", geoid))


def brought_by(person: Person) -> int:
    return proposed(acting(person), LETTER, step(source=KEY))


def test_who_proposes_the_source_of_others_sees_and_removes_none_of_its_files() -> None:
    theirs = make_person("contributor", "17")
    came = a_file(proposal=brought_by(theirs), added_by=theirs)
    attached = a_file(checksum="cd" * 32)
    stranger, here = reviewer("48"), reviewer("17")
    proposed(stranger, LETTER, title="The same key")
    for file in (came, attached):
        assert not may_see(stranger, file)
        assert may_see(here, file)
        with pytest.raises(NotAllowed):
            remove_file(source=KEY, file=file.pk, reason="Mine.", by=stranger, at=NOON)
    assert not may_at(stranger, ATTACH, KEY)
    assert may_at(here, ATTACH, KEY)


def test_a_key_that_was_taken_first_opens_nothing_that_came_with_a_later_proposal() -> None:
    stranger = reviewer("48")
    proposed(stranger, LETTER, title="A key that others will need")
    theirs = make_person("contributor", "17")
    file = a_file(proposal=brought_by(theirs), added_by=theirs)
    assert not may_see(stranger, file)
    assert may_see(reviewer("17"), file)
    assert may_see(reviewer("US"), file)


def test_who_attaches_the_bytes_of_others_and_removes_them_removes_none_of_theirs() -> None:
    stranger = reviewer("48")
    proposed(stranger, LETTER, title="A letter of Texas")
    shown = {"shown_at": NOON, "shown_by": make_person("reviewer", "17")}
    theirs, copy = a_file(CHRON, **shown), a_file()
    remove_file(source=KEY, file=copy.pk, reason="A request.", by=stranger, at=NOON)
    theirs.refresh_from_db()
    assert theirs.removed_at is None
    again = a_file(checksum="ab" * 32)
    remove_file(source=KEY, file=again.pk, reason="A request.", by=reviewer("US"), at=NOON)
    theirs.refresh_from_db()
    assert (theirs.removed_at, theirs.name) == (NOON, "")
