"""Previews: exactly what accepting would publish, and nothing left behind."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.models import F, Q
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jurisdictions.models import Change, Edition, Program, Proposal, Span
from jurisdictions.publish.preview import PlaceSpan
from jurisdictions.publish.spans import READ
from jurisdictions.record.changing.facts import correct_fact, retract_fact
from jurisdictions.record.changing.versions import Outcome
from jurisdictions.record.proposing.preview import Effect, PlaceEffect, preview, preview_proposal
from jurisdictions.record.proposing.proposals import WishDraft
from jurisdictions.record.proposing.reviews import accept_proposal
from jurisdictions.record.proposing.trial import written_models
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementStepKind,
    MeasureKind,
    OptOutStepKind,
    Status,
)
from jurisdictions.status.programs.secure_communities.vocabulary import Effect as FederalEffect
from tests.people import acting, make_person
from tests.record.wishing import (
    COOK,
    KANE,
    LATER,
    LETTER,
    LIST,
    NOON,
    PROGRAM,
    corrected,
    disputed,
    proposed,
    retracted,
    rows_of_every_table,
    said,
    step,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]


def previewed(*wishes: WishDraft, **told: Any) -> Effect:
    return preview(program=PROGRAM, wishes=wishes, at=NOON, **told)


def place(effect: Effect, geoid: str) -> PlaceEffect:
    return next(one for one in effect.places if one.geoid == geoid)


def changed_by(edition: int) -> dict[str, list[tuple[object, ...]]]:
    """The places whose spans an edition changed, with all the spans that they have since."""
    changed = Q(first_edition=edition) | Q(last_edition=edition - 1)
    geoids = set(Span.objects.filter(changed).values_list("geoid", flat=True))
    standing = Span.objects.filter(geoid__in=geoids, last_edition=None)
    rows = standing.order_by(F("start").asc(nulls_first=True)).values_list("geoid", *READ)
    found: dict[str, list[tuple[object, ...]]] = {geoid: [] for geoid in geoids}
    for geoid, *row in rows:
        start, end, status, dimensions, since, reasons, *known, days = row
        words = json.loads(dimensions).values()
        own = json.loads(days) if days else {}
        told = [own.get(name, "") for name in ("activated_on", "sharing_since")]
        found[geoid].append(
            (start, end, status, *words, since, tuple(reasons.split()), *known, *told)
        )
    return found


def test_a_preview_shows_each_place_before_and_after() -> None:
    effect = previewed(LETTER, step(source="kane-letter", on="2009-11-01"))
    assert effect.outcomes == (
        ("source:kane-letter", Outcome.CREATED),
        ("opt_out:kane-2010:1", Outcome.CREATED),
    )
    assert effect.faults == ()
    kane = place(effect, "17089")
    assert len(effect.places) == 1
    assert (kane.name, kane.changed_from) == ("Kane County, Illinois", date(2009, 11, 1))
    assert kane.statuses == (Status.ACTIVE_OVER_OBJECTION, Status.ACTIVE_OVER_OBJECTION)
    assert kane.other_status
    turned = next(span for span in kane.after if span.start == date(2009, 11, 24))
    assert turned.status is Status.ACTIVE_OVER_OBJECTION
    assert "opt_out:kane-2010:1" in turned.reasons
    assert all("opt_out:kane-2010:1" not in span.reasons for span in kane.before)
    assert isinstance(turned, PlaceSpan)


def test_nothing_is_left_behind() -> None:
    wishes = [
        LETTER,
        step(),
        corrected(COOK),
        retracted(KANE),
        disputed(COOK, field="disclosed_on"),
    ]
    spans = set(Span.objects.values_list())
    before = rows_of_every_table()
    assert previewed(*wishes).spans_changed
    assert rows_of_every_table() == before
    assert set(Span.objects.values_list()) == spans
    assert not connection.needs_rollback


def test_who_previews_in_a_transaction_goes_on_with_it() -> None:
    correct_fact(
        program=PROGRAM, name=KANE, cells={"note": "By fax."}, by="Ben", reason="F", at=NOON
    )
    previewed(step())
    assert Program.objects.count() == 1


def test_wishes_that_are_refused_are_told_and_the_others_shown() -> None:
    wishes = [
        WishDraft("correct", "", COOK, {"activated_on": "July", "source": LIST}, row=2),
        WishDraft("correct", "", KANE, {"activated_on": "2010-01-05", "source": LIST}, row=3),
        WishDraft(
            "correct", "", "activation:17097", {"activated_on": "2010-04-13", "source": LIST}, row=4
        ),
        WishDraft("record", "activation", cells={}, row=5),
    ]
    effect = previewed(*wishes)
    assert effect.outcomes == (
        (COOK, Outcome.REJECTED),
        (KANE, Outcome.CORRECTED),
        ("activation:17097", Outcome.UNCHANGED),
        ("", Outcome.REJECTED),
    )
    assert said(effect.faults)[0].startswith("activations.csv, row 2, column activated_on")
    assert [one.geoid for one in effect.places] == ["17089"]


def test_what_names_a_new_source_is_refused_with_it() -> None:
    letter = WishDraft("record", "source", cells={"key": "a b", "title": "A letter"})
    other = disputed(KANE, source="a b")
    effect = preview(program=PROGRAM, wishes=[letter, step(source="a b"), other], at=NOON)
    assert [outcome for _name, outcome in effect.outcomes] == [Outcome.REJECTED] * 3
    assert said(effect.faults)[1:] == [
        "opt_outs.csv, column source: 'a b' names a source that is refused",
        "activations.csv, column source: 'a b' names a source that is refused",
    ]


def test_what_others_need_is_refused_in_a_preview_too() -> None:
    effect = previewed(retracted("source:ilchron"), corrected(KANE))
    assert {outcome for _name, outcome in effect.outcomes} == {Outcome.REJECTED}
    assert "needed by agreement:il:1" in said(effect.faults)[0]
    assert (effect.places, effect.spans_changed) == ((), 0)


def test_a_fact_that_is_only_shown_changes_no_place() -> None:
    effect = previewed(corrected(KANE, note="By fax."), disputed(KANE))
    assert (effect.places, effect.spans_changed) == ((), 0)


def test_a_federal_act_changes_places_everywhere() -> None:
    effect = previewed(corrected("policy_event:agreements-ended", on="2011-08-08"))
    assert len(effect.places) > 3000
    cook = place(effect, "17031")
    assert cook.name == "Cook County, Illinois"


def test_names_are_in_the_readers_language() -> None:
    new = {"geoid": "35099", "kind": "county", "name": "New County", "name_es": "Condado Nuevo"}
    wish = WishDraft("record", "jurisdiction", cells={**new, "parent": "35", "state": "NM"})
    with translation.override("es"):
        assert place(previewed(wish), "35099").name == "Condado Nuevo, Nuevo México"
    assert place(previewed(wish), "35099").name == "New County, New Mexico"


def test_places_that_go_with_an_act_for_the_whole_nation_are_told() -> None:
    told: dict[str, Any] = {"program": PROGRAM, "by": "Ben", "reason": "F", "at": NOON}
    retract_fact(name="activation:17201", **told)
    act = "policy_event:napolitano-lofgren-letter"
    effect = previewed(retracted("jurisdiction:17201"), retracted(act))
    assert [one.geoid for one in effect.places if not one.after] == ["17201"]


def test_a_new_place_has_nothing_before_and_one_that_goes_nothing_after() -> None:
    cells = {"geoid": "17999", "kind": "county", "name": "New", "parent": "17", "state": "IL"}
    new = place(previewed(WishDraft("record", "jurisdiction", cells=cells)), "17999")
    assert (new.before, new.changed_from, new.statuses[0]) == ((), None, None)
    assert new.statuses[1] is not None
    told: dict[str, Any] = {"program": PROGRAM, "by": "Ben", "reason": "F", "at": NOON}
    retract_fact(name="activation:17201", **told)
    effect = previewed(retracted("jurisdiction:17201"))
    gone = place(effect, "17201")
    assert (gone.after, gone.statuses[1], gone.other_status) == ((), None, True)
    assert gone.name == "Winnebago County, Illinois"


def test_reasons_alone_may_differ() -> None:
    effect = previewed(corrected("opt_out:illinois-2011:2", geoid="17089"))
    assert effect.places
    same = [one for one in effect.places if not one.other_status]
    assert all(one.before != one.after for one in same)


def test_a_program_that_opens_on_today_shows_the_status_of_today() -> None:
    Program.objects.update(opening_on=None)
    assert place(previewed(corrected(KANE)), "17089").statuses[0] is Status.PROGRAM_ENDED


def test_a_program_that_was_never_published_is_previewed_whole() -> None:
    Span.objects.all().delete()
    Edition.objects.all().delete()
    effect = previewed(corrected(KANE))
    assert len(effect.places) == 3290
    assert all(one.before == () for one in effect.places)


def test_a_proposal_is_previewed_as_the_record_stands_now() -> None:
    author = acting(make_person("contributor", "17"))
    number = proposed(author, corrected(KANE))
    correct_fact(
        program=PROGRAM, name=KANE, cells={"note": "By fax."}, by="Ben", reason="F", at=NOON
    )
    effect = preview_proposal(proposal=number, at=NOON)
    assert effect.outcomes == ((KANE, Outcome.CORRECTED),)
    retract_fact(program=PROGRAM, name=KANE, by="Ben", reason="F", at=NOON)
    assert preview_proposal(proposal=number, at=NOON).outcomes == ((KANE, Outcome.CREATED),)
    assert previewed(corrected(KANE)).outcomes == ((KANE, Outcome.REJECTED),)


DAYS = st.dates(date(2008, 1, 1), date(2014, 12, 31)).map(str) | st.sampled_from(
    ["", "2010", "2010-07", "2011-08-05", "2009-11-24"]
)
PLACES = st.sampled_from(["17", "17031", "17089", "17097", "18", "18089"])


def made(kind: str, cells: st.SearchStrategy[dict[str, str]]) -> st.SearchStrategy[WishDraft]:
    return cells.map(lambda told: WishDraft("record", kind, cells=told))


def words(enum: Any) -> st.SearchStrategy[str]:
    return st.sampled_from([one.value for one in enum])


IDLE = {Outcome.REJECTED, Outcome.UNCHANGED}
CELLS = {"source": st.just(LIST)}
WISHES: st.SearchStrategy[WishDraft] = st.one_of(
    st.builds(
        lambda name, day: corrected(name, activated_on=day),
        st.sampled_from([KANE, COOK, "activation:18089"]),
        DAYS,
    ),
    st.builds(
        retracted, st.sampled_from(["activation:17097", "agreement:il:3", "activation:18097"])
    ),
    st.builds(
        lambda on, geoid, kind: corrected("opt_out:illinois-2011:3", on=on, geoid=geoid, step=kind),
        DAYS,
        PLACES,
        words(OptOutStepKind),
    ),
    made(
        "opt_out",
        st.fixed_dictionaries(
            {**CELLS, "geoid": PLACES, "on": DAYS, "step": words(OptOutStepKind)}
            | {"request": st.sampled_from(["new-1", "new-2"]), "seq": st.sampled_from("123")}
        ),
    ),
    made(
        "agreement",
        st.fixed_dictionaries(
            {**CELLS, "geoid": PLACES, "on": DAYS, "step": words(AgreementStepKind)}
            | {"agreement": st.just("new-3"), "seq": st.sampled_from("12")}
        ),
    ),
    made(
        "local_measure",
        st.fixed_dictionaries(
            {**CELLS, "geoid": PLACES, "on": DAYS, "kind": words(MeasureKind)}
            | {"measure": st.sampled_from(["new-4", "new-5"]), "outcome": st.just("adopted")}
        ),
    ),
)


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(wishes=st.lists(WISHES, min_size=1, max_size=4))
def test_what_a_preview_shows_is_what_publishing_gives(wishes: list[WishDraft]) -> None:
    """For every place: the preview's spans after are those of the edition that accepting makes."""
    same_as_published(wishes)


@pytest.mark.parametrize("kind", [FederalEffect.NOT_OPTIONAL, FederalEffect.CONTEXT])
def test_so_it_is_for_federal_acts(kind: FederalEffect) -> None:
    cells = {"event": "new-6", "title": "An act", "on": "2012-05", "effect": kind.value}
    same_as_published([WishDraft("record", "policy_event", cells={**cells, "source": LIST})])


def same_as_published(wishes: list[WishDraft]) -> None:
    effect = previewed(*wishes)
    wrong = [outcome is Outcome.REJECTED for _name, outcome in effect.outcomes]
    good = [wish for wish, refused in zip(wishes, wrong, strict=True) if not refused]
    if not good or all(outcome is Outcome.UNCHANGED for _n, outcome in effect.outcomes):
        return
    shown = {one.geoid: [tuple(span) for span in one.after] for one in effect.places}
    with transaction.atomic():
        number = proposed(acting(make_person("contributor", "US")), *good)
        reviewer = acting(make_person("reviewer", "US"))
        done = accept_proposal(proposal=number, revision=1, by=reviewer, at=LATER)
        published = changed_by(done.edition)
        counted = Span.objects.filter(
            Q(first_edition=done.edition) | Q(last_edition=done.edition - 1)
        ).count()
        transaction.set_rollback(True)
    assert published == shown
    assert effect.spans_changed == counted
    kept = [pair for pair in effect.outcomes if pair[1] not in IDLE]
    assert kept == [pair for pair in done.outcomes if pair[1] not in IDLE]


def test_a_trial_shadows_whatever_a_change_writes() -> None:
    named = {
        model
        for model in apps.get_app_config("jurisdictions").get_models()
        for field in model._meta.concrete_fields
        if field.related_model is Change and field.name in {"change", "ended_by"}
    }
    # A proposal names the change that it became; a preview decides on none.
    assert named - {Proposal} <= set(written_models())
