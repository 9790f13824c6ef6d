"""The right of reply: sent by a jurisdiction, shown once a reviewer is sure who wrote it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from jurisdictions.models import Job, Reply
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import NotAllowed
from jurisdictions.record.public.replies import (
    decline_reply,
    send_reply,
    verify_reply,
    withdraw_reply,
)
from jurisdictions.record.public.tips import Ended
from tests.people import acting, illinois_editor, illinois_reviewer, make_person, texas_reviewer

pytestmark = pytest.mark.usefixtures("shipped")

NOW = datetime(2026, 7, 3, 12, tzinfo=UTC)


def sent(**changed: Any) -> int:
    told = {
        "program": "secure-communities",
        "geoid": "17031",
        "fact": "",
        "office": "Office of the\n Sheriff",
        "text": "The county honored no hold after that day.",
        "text_es": "",
        "contact": "312-555-0100, listed on the county's website",
        "at": NOW,
    }
    return send_reply(**{**told, **changed})


def test_a_reply_waits_for_a_reviewer_of_its_region_who_is_told() -> None:
    reviewer, _editor, _elsewhere = illinois_reviewer(), illinois_editor(), texas_reviewer()
    reply = Reply.objects.get(pk=sent())
    assert (reply.status, reply.office) == ("waiting", "Office of the Sheriff")
    mails = [job.arguments for job in Job.objects.filter(kind="mail")]
    assert mails == [
        {
            "person": reviewer.pk,
            "news": [{"mail": "reply_received", "about": {"reply": reply.pk}}],
            "pace": "at_once",
            "job": Job.objects.get(kind="mail").pk,
        }
    ]


def test_a_reply_in_spanish_alone_is_enough() -> None:
    assert Reply.objects.get(pk=sent(text="", text_es="El condado responde.")).text == ""


def test_a_reply_that_lacks_something_says_what() -> None:
    with pytest.raises(Refused) as wrong:
        sent(office="", text="", contact="")
    assert [fault.column for fault in wrong.value.faults] == ["office", "text", "contact"]


def test_the_same_reply_sent_twice_while_it_waits_is_one() -> None:
    assert sent() == sent()


def test_a_verified_reply_is_shown_and_the_contact_erased() -> None:
    reviewer = illinois_reviewer()
    reply = sent()
    verify_reply(reply=reply, how="Called the listed number.", by=acting(reviewer), at=NOW)
    found = Reply.objects.get(pk=reply)
    assert (found.status, found.contact, found.decided_by) == ("shown", "", reviewer)


def test_a_declined_reply_says_why_and_keeps_no_contact_either() -> None:
    reply = sent()
    decline_reply(
        reply=reply, reason="Nobody there wrote it.", by=acting(illinois_reviewer()), at=NOW
    )
    found = Reply.objects.get(pk=reply)
    assert (found.status, found.contact) == ("declined", "")


@pytest.mark.parametrize("decide", ["verify", "decline"])
def test_no_reply_is_decided_without_a_reason(decide: str) -> None:
    reply, actor = sent(), acting(illinois_reviewer())
    told: dict[str, Any] = {"reply": reply, "by": actor, "at": NOW}
    act = {
        "verify": lambda: verify_reply(how="", **told),
        "decline": lambda: decline_reply(reason=" ", **told),
    }[decide]
    with pytest.raises(Refused):
        act()
    assert Reply.objects.get(pk=reply).status == "waiting"


@pytest.mark.parametrize("person", [illinois_editor, texas_reviewer])
def test_only_a_reviewer_of_the_region_decides(person: Any) -> None:
    reply, actor = sent(), acting(person())
    with pytest.raises(NotAllowed):
        verify_reply(reply=reply, how="Sure.", by=actor, at=NOW)
    with pytest.raises(NotAllowed):
        withdraw_reply(reply=reply, reason="No.", by=actor, at=NOW)


def test_the_second_of_two_reviewers_is_told_who_was_first() -> None:
    reply = sent()
    verify_reply(reply=reply, how="Called.", by=acting(illinois_reviewer()), at=NOW)
    with pytest.raises(Ended) as ended:
        decline_reply(reply=reply, reason="No.", by=acting(make_person("reviewer", "US")), at=NOW)
    assert ended.value.by == "Rosa Villanueva"


def test_a_shown_reply_can_be_withdrawn_once_and_how_it_was_verified_is_kept() -> None:
    reply, actor = sent(), acting(illinois_reviewer())
    with pytest.raises(Refused):
        withdraw_reply(reply=reply, reason="Too soon.", by=actor, at=NOW)
    verify_reply(reply=reply, how="Called.", by=actor, at=NOW)
    withdraw_reply(reply=reply, reason="The office asked for it.", by=actor, at=NOW)
    found = Reply.objects.get(pk=reply)
    assert (found.status, found.verified_how) == ("withdrawn", "Called.")
    assert found.withdrawn_why == "The office asked for it."
    with pytest.raises(Ended):
        withdraw_reply(reply=reply, reason="Again.", by=actor, at=NOW)
