"""What a history promises: one version at a time, in the table of its kind, ended by its change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db.models import F, Q
from django.utils.translation import gettext as _

from jurisdictions.models import Change, Fact
from jurisdictions.models.agency import Agency
from jurisdictions.models.base import FactVersion, Version
from jurisdictions.models.jurisdiction import Jurisdiction
from jurisdictions.models.source import Citation
from jurisdictions.models.standing import MODELS
from jurisdictions.record.soundness.tables import our_tables
from jurisdictions.record.soundness.unsound import Unsound, each, guarded
from jurisdictions.status.geoids import NATION
from jurisdictions.status.kinds import CITED


def faults_of_versions() -> Iterator[Unsound]:
    """Every fact and every version of it."""
    for kind, model in MODELS.items():
        yield from guarded(kind, _overlapping(kind, model))
        yield from guarded(kind, _of_another_kind(kind, model))
        yield from guarded(kind, _without_version(kind, model))
    for versioned in our_tables():
        if issubclass(versioned, Version):
            yield from guarded(versioned._meta.db_table, _times(versioned))
    yield from guarded("change", _changes_in_order())


def faults_of_citations() -> Iterator[Unsound]:
    """Every fact names a source that stands, and no citation outlives what it joins."""
    standing = Citation.objects.filter(superseded_at=None)
    sources = MODELS["source"].objects.filter(superseded_at=None).values("fact")
    kinds = dict.fromkeys(CITED)
    for kind in kinds:
        model = MODELS[kind]
        current = model.objects.filter(superseded_at=None).values("fact")
        bare = Fact.objects.filter(pk__in=current).exclude(
            pk__in=standing.filter(contradicts=False).values("fact")
        )
        yield from each("fact", _names(bare), _("stands without a source"))
        ended = Fact.objects.filter(kind=kind).exclude(pk__in=current)
        cited = ended.filter(pk__in=standing.values("fact"))
        yield from each(
            "fact", _names(cited), _("does not stand any more, and a citation of it does")
        )
    lost = standing.exclude(source__in=sources).values_list("source__kind", "source__key")
    yield from each(
        "source", {f"{kind}:{key}" for kind, key in lost}, _("is cited, and does not stand")
    )


def faults_of_places() -> Iterator[Unsound]:
    """Every geoid that a standing fact names is a place that was on record."""
    known = {*Jurisdiction.objects.values_list("geoid", flat=True), NATION, ""}
    for kind, model in MODELS.items():
        if kind == "jurisdiction" or not _has(model, "geoid"):
            continue
        lost = [f"{key} ({geoid})" for geoid, key in _named(model, "geoid") if geoid not in known]
        yield from each(kind, lost, _("is about a place that is not on record"))


def faults_of_agencies() -> Iterator[Unsound]:
    """Every agency that a standing fact names stands too."""
    known = {*Agency.objects.values_list("agency", flat=True), ""}
    for kind, model in MODELS.items():
        if kind == "agency" or not _has(model, "agency"):
            continue
        lost = [f"{key} ({one})" for one, key in _named(model, "agency") if one not in known]
        yield from each(kind, lost, _("is of an agency that is not on record"))


def _named(model: type[FactVersion], field: str) -> Iterator[tuple[str, str]]:
    """What a column of the standing versions says, and the key of the fact."""
    standing: Any = model.objects.filter(superseded_at=None)
    return iter(standing.values_list(field, "fact__key"))


def _has(model: type[FactVersion], name: str) -> bool:
    return any(field.name == name for field in model._meta.get_fields())


def _names(facts: Any) -> list[str]:
    return [f"{kind}:{key}" for kind, key in facts.values_list("kind", "key")]


def _overlapping(kind: str, model: type[FactVersion]) -> Iterator[Unsound]:
    """A version begins when the one before it ended, or later."""
    ends: dict[int, Any] = {}
    wrong = []
    rows = model.objects.order_by("fact", "recorded_at", "pk")
    for fact, begins, ended in rows.values_list("fact", "recorded_at", "superseded_at"):
        if fact in ends and (ends[fact] is None or ends[fact] > begins):
            wrong.append(fact)
        ends[fact] = ended
    keys = Fact.objects.in_bulk(wrong)
    found = {f"{kind}:{keys[pk].key}" if pk in keys else str(pk) for pk in wrong}
    yield from each("fact", found, _("has two versions at one time"))


def _of_another_kind(kind: str, model: type[FactVersion]) -> Iterator[Unsound]:
    found = model.objects.exclude(fact__kind=kind).values_list("fact__kind", "fact__key")
    named = {f"{other}:{key}" for other, key in found}
    yield from each("fact", named, _("has a version in the table of %(kind)s") % {"kind": kind})


def _without_version(kind: str, model: type[FactVersion]) -> Iterator[Unsound]:
    bare = Fact.objects.filter(kind=kind).exclude(pk__in=model.objects.values("fact"))
    yield from each("fact", _names(bare), _("has no version at all"))


def _times(model: type[Version]) -> Iterator[Unsound]:
    """A version stands from the moment of its change to that of the change that ended it."""
    table, rows = model._meta.db_table, model._meta.base_manager
    begun = rows.exclude(recorded_at=F("change__made_at")).values_list("pk", flat=True)
    yield from each(table, map(str, begun), _("was not recorded when its change was made"))
    late = Q(ended_by__isnull=False) & ~Q(superseded_at=F("ended_by__made_at"))
    yield from each(
        table,
        map(str, rows.filter(late).values_list("pk", flat=True)),
        _("did not end when the change was made that ended it"),
    )
    backwards = rows.filter(ended_by_id__lt=F("change_id")).values_list("pk", flat=True)
    yield from each(table, map(str, backwards), _("ended with a change before its own"))


def _changes_in_order() -> Iterator[Unsound]:
    moments: dict[int, Any] = defaultdict(lambda: None)
    before = None
    wrong = []
    for pk, made_at in Change.objects.order_by("pk").values_list("pk", "made_at"):
        if before is not None and made_at < before:
            wrong.append(str(pk))
        before = made_at
        moments[pk] = made_at
    yield from each("change", wrong, _("was made before the change in front of it"))
