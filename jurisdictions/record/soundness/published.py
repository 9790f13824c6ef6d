"""What editions promise: numbered without a hole, spans without a gap, each as the rule says."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from jurisdictions.models import Edition, Program, Span, SpanStanding
from jurisdictions.publish.changes import Changed
from jurisdictions.publish.editions import derive_changed
from jurisdictions.publish.fingerprint import SAID
from jurisdictions.publish.programs import has_publishing
from jurisdictions.publish.spans import row_of
from jurisdictions.publish.standings import key_of
from jurisdictions.record.soundness.unsound import Unsound, each
from jurisdictions.status.programs import rule_of

Stored = dict[str, list[tuple[Any, ...]]]
_Kept = tuple[int, int, date | None, date | None]
KEPT = ("geoid", "start", "end", "first_edition", "last_edition")
NAMED = SAID[1:]
"""What a stored span says beside its place, the standing in its own words."""


def faults_of_editions() -> Iterator[Unsound]:
    """Every program's editions and the spans that stand in the newest."""
    for program in Program.objects.order_by("slug"):
        numbers = list(program.editions.order_by("number").values_list("number", flat=True))
        if numbers != list(range(1, len(numbers) + 1)):
            yield Unsound(
                f"{program.slug} editions", _("are numbered %(numbers)s") % {"numbers": numbers}
            )
        out_of_order = _("rests on an earlier change than the edition in front of it")
        yield from each(f"{program.slug} edition", _out_of_order(program), out_of_order)
        newest = program.editions.order_by("-number").first()
        if newest is not None:
            yield from _of_newest(program, newest)
            yield from _of_earlier(program, newest)


def _out_of_order(program: Program) -> Iterator[str]:
    """The editions that rest on an earlier change than the one in front of them.

    Their moments may run backwards, where a clock that was ahead was set right.
    """
    editions = program.editions.order_by("number").values_list("number", "last_change")
    for (_number, before), (number, change) in pairwise(editions):
        if change < before:
            yield str(number)


def _of_newest(program: Program, newest: Edition) -> Iterator[Unsound]:
    spans = Span.objects.filter(program=program)
    count = spans.filter(last_edition=None).count()
    where = f"{program.slug} edition {newest.number}"
    if count != newest.spans:
        yield Unsound(
            where,
            _("had %(before)d spans when it was published, %(now)d stand")
            % {"before": newest.spans, "now": count},
        )
    ahead = spans.filter(first_edition__gt=newest.number)
    done = spans.filter(last_edition__gte=newest.number)
    yield from each(
        where, map(str, ahead.values_list("pk", flat=True)), _("span of a later edition")
    )
    yield from each(
        where, map(str, done.values_list("pk", flat=True)), _("span that ended too late")
    )
    stored: Stored = defaultdict(list)
    for geoid, *values in spans.filter(last_edition=None).values_list("geoid", *NAMED):
        stored[geoid].append(tuple(values))
    yield from each(where, _with_gaps(stored), _("has a gap between its spans, or two at one time"))
    yield from _unknown_standings(program)
    if has_publishing(program.slug) and newest.rule_version == rule_of(program.slug).VERSION:
        yield from each(where, _unlike(program, newest, stored), _("is not what the rule says"))


def _of_earlier(program: Program, newest: Edition) -> Iterator[Unsound]:
    """What an edition of before said of every place: it can be cited for ever.

    An edition changes the spans of few places: each place is looked at where its spans change.
    """
    begun, ended = Counter[int](), Counter[int]()
    places: dict[str, list[_Kept]] = defaultdict(list)
    kept = Span.objects.filter(program=program)
    for geoid, start, end, first, last in kept.values_list(*KEPT):
        places[geoid].append((first, last if last is not None else newest.number, start, end))
        begun[first] += 1
        if last is not None:
            ended[last + 1] += 1
    count = 0
    for number, spans in program.editions.order_by("number").values_list("number", "spans"):
        count += begun[number] - ended[number]
        if count != spans and number != newest.number:
            yield Unsound(
                f"{program.slug} edition {number}",
                _("had %(before)d spans when it was published, %(now)d are kept of it")
                % {"before": spans, "now": count},
            )
    found = [f"{geoid} {number}" for geoid, own in places.items() for number in _torn(own, newest)]
    yield from each(
        f"{program.slug} place and edition",
        found,
        _("has a gap between its spans, or two at one time"),
    )


def _torn(own: Sequence[_Kept], newest: Edition) -> Iterator[int]:
    """The editions before the newest in which the spans of a place are torn."""
    for number in sorted({one[0] for one in own} - {newest.number}):
        spans = [(start, end) for first, last, start, end in own if first <= number <= last]
        if not _is_whole(spans):
            yield number


def _with_gaps(stored: Stored) -> list[str]:
    """Places whose spans do not follow one another from the beginning to the end of time."""
    return [geoid for geoid, spans in stored.items() if not _is_whole(spans)]


def _is_whole(spans: Sequence[tuple[Any, ...]]) -> bool:
    """Whether spans, of which the first two parts are start and end, are all of time, each once."""
    if not spans:
        return False
    ordered = sorted(spans, key=lambda one: one[0] or date.min)
    joined = all(one[1] == two[0] for one, two in pairwise(ordered))
    return joined and ordered[0][0] is None and ordered[-1][1] is None


def _unknown_standings(program: Program) -> Iterator[Unsound]:
    if not has_publishing(program.slug):
        return
    rule = rule_of(program.slug)
    names = {one.name for one in rule.DIMENSIONS}
    statuses = {status.value for status in rule.STATUSES}
    for one in SpanStanding.objects.filter(program=program):
        try:
            told = set(json.loads(one.dimensions))
        except ValueError:
            told = set()
        if told != names or one.status not in statuses:
            yield Unsound(
                f"standing {one.pk}",
                _("“%(standing)s” is none of the rule of %(program)s")
                % {"standing": one, "program": program.slug},
            )


def _unlike(program: Program, newest: Edition, stored: Stored) -> list[str]:
    """Places of which the rule, asked again of the same facts, says something else."""
    everything = Changed(facts=frozenset(), places=None)
    derived = derive_changed(program, newest.last_change_id, everything, everywhere=True)
    wrong, seen = [], set()
    for geoid, spans in derived.spans:
        seen.add(geoid)
        wanted = [_named(program.slug, span) for span in spans]
        if sorted(map(repr, wanted)) != sorted(map(repr, stored.get(geoid, []))):
            wrong.append(geoid)
    return wrong + [geoid for geoid in stored if geoid not in seen]


def _named(slug: str, span: Any) -> tuple[Any, ...]:
    start, end, _standing, *rest = row_of(slug, span, 0)
    return (start, end, *key_of(slug, span.standing), *rest)
