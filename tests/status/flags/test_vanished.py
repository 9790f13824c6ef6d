"""Facts that rest on a source that vanished."""

from __future__ import annotations

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.flags.vanished import Vanished, vanished

SINCE = PartialDate.parse("2026-11-27")


def test_a_source_that_vanished_flags_all_that_rests_on_it() -> None:
    facts = (("activation:17031", "17031"), ("activation:17089", "17089"))
    (flag,) = vanished([Vanished("some_memo", SINCE, facts)])
    assert flag.key == "source-vanished-some-memo"
    assert flag.facts == ("activation:17031", "activation:17089")
    assert (flag.geoid, flag.days, flag.values, flag.word) == ("17", (SINCE,), (2,), "some_memo")


def test_what_is_of_no_place_is_the_nations() -> None:
    (flag,) = vanished([Vanished("memo", SINCE, (("policy_event:memo", ""),))])
    assert flag.geoid == "US"


def test_a_source_on_which_nothing_rests_is_no_trouble() -> None:
    assert not list(vanished([Vanished("memo", SINCE, ())]))
