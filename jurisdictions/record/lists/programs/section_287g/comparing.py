"""A list beside the record: which agreements appeared, changed, left, were renewed or relabeled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from jurisdictions.record.lists.programs.section_287g.presence import Listing, with_list
from jurisdictions.record.lists.programs.section_287g.rows import ListRow
from jurisdictions.record.lists.programs.section_287g.signings import likelier_year
from jurisdictions.status.programs.section_287g.vocabulary import Ending, Model

RENEWED_AFTER = timedelta(days=180)
"""From one signing to the next: a day put right lies nearer, or in another year on the same day."""
SAME_SIGNING = timedelta(days=31)
"""How far a list's day may lie from that of a text that ICE posted, to be the same signing."""


NEVER = Listing()
"""On no list so far."""


class What(StrEnum):
    """What a list tells that the record does not."""

    APPEARED = "appeared"
    BACK = "brought-back"
    CHANGED = "changed"
    GONE = "gone"
    RENEWED = "renewed"
    RELABELED = "relabelled"


@dataclass(frozen=True, slots=True)
class Signed:
    """An agreement on record, as far as lists speak of it."""

    key: str
    agency: str
    state: str
    model: Model
    signed: date | None
    listing: Listing = NEVER
    ended: bool = False
    ending: str = ""
    superseded_by: str = ""
    url: str = ""

    @property
    def pair(self) -> tuple[str, Model]:
        """The agency and the model: a renewal changes neither."""
        return self.agency, self.model


@dataclass(frozen=True, slots=True)
class Placed:
    """A row with the agency that it names, and the day of signing that it means."""

    row: ListRow
    agency: str
    state: str
    signed: date | None

    @property
    def pair(self) -> tuple[str, Model]:
        """The agency and the model."""
        return self.agency, self.row.model


@dataclass(frozen=True, slots=True)
class ListDay:
    """A list's day among those of the lists in hand.

    `days` are all of them, with this one, and how many lists each has; `before` the day of the
    last list before it, None for the first. `newest`: no later list is in hand. `overruled`: a
    later list of its own day is.
    """

    on: date
    days: Mapping[date, int]
    latest: date
    before: date | None
    newest: bool = True
    overruled: bool = False

    @property
    def after(self) -> date | None:
        """The day of the next list, for one that was found late."""
        return min((day for day in self.days if day > self.on), default=None)


@dataclass
class Difference:
    """What a list tells of one agreement: `of` is None for a new one, which `key` names."""

    what: What
    key: str
    of: Signed | None
    row: ListRow | None
    placed: Placed | None = None
    listing: Listing = NEVER
    signed: date | None = None
    url: str = ""
    model: Model | None = None
    ending: str | None = None
    superseded_by: str | None = None
    ended_on: date | None = None


@dataclass
class Compared:
    """Every difference, and the agreements that the list shows, each once."""

    differences: list[Difference] = field(default_factory=list)
    shown: set[str] = field(default_factory=set)

    def count(self, *what: What) -> int:
        """How many agreements this was told of."""
        return sum(one.what in what for one in self.differences)


def compared(record: Sequence[Signed], placed: Iterable[Placed], day: ListDay) -> Compared:
    """Set the rows of a list of those that take part beside the record."""
    return _Comparison(record, day).of(list(placed))


class _Comparison:
    def __init__(self, record: Sequence[Signed], day: ListDay) -> None:
        self.day = day
        self.record = record
        self.by_key = {one.key: one for one in record}
        self.by_pair: dict[tuple[str, Model], list[Signed]] = defaultdict(list)
        self.by_signing: dict[tuple[str, date | None], list[Signed]] = defaultdict(list)
        for one in record:
            self.by_pair[one.pair].append(one)
            self.by_signing[one.agency, one.signed].append(one)
        self.matched: dict[str, Placed] = {}
        self.followed: dict[str, str] = {}
        """What a new agreement, by its key, follows as a renewal."""
        self.new: dict[str, Placed] = {}

    def of(self, placed: list[Placed]) -> Compared:
        rest = [one for one in placed if not self._exact(one)]
        rest = [one for one in rest if not self._of_pair(one)]
        rest = [one for one in rest if not self._of_other_model(one)]
        for one in rest:
            self._appears(one)
        found = Compared(shown={*self.matched, *self.new})
        found.differences = [*self._new_ones(), *self._standing_ones()]
        self._relabel(found.differences)
        return found

    def _exact(self, one: Placed) -> bool:
        same = [own for own in self.by_pair[one.pair] if own.signed == one.signed]
        same = sorted(same, key=lambda own: (not self._was_on(own), own.listing.gone))
        return self._match(same[0], one) if same else False

    def _of_pair(self, one: Placed) -> bool:
        """Match one of the same agency and model whose day the list puts right, or renew it."""
        own = [o for o in self.by_pair[one.pair] if o.key not in self.matched]
        for other in sorted(own, key=lambda o: (not self._was_on(o), _apart(o.signed, one.signed))):
            if self._same(other, one):
                return self._match(other, one)
            if self._renews(other, one):
                self._appears(one)
                self.followed[other.key] = self._key_of(one)
                return True
        return False

    def _of_other_model(self, one: Placed) -> bool:
        """Match one of the same agency and signing, where either names no model."""
        for own in self.by_signing[one.agency, one.signed]:
            unknown = Model.NOT_RECORDED in (own.model, one.row.model)
            if unknown and own.key not in self.matched and self._was_on(own):
                return self._match(own, one)
        return False

    def _match(self, own: Signed, one: Placed) -> bool:
        self.matched.setdefault(own.key, one)
        return True

    def _was_on(self, own: Signed) -> bool:
        """Whether the list before this one shows it, or the next one does."""
        around = (self.day.before, self.day.after)
        return any(day is not None and own.listing.on(day) for day in around)

    def _same(self, own: Signed, one: Placed) -> bool:
        """Whether a row with another day is about an agreement on record all the same."""
        if own.listing.first is None:
            near = own.signed is not None and _apart(own.signed, one.signed) <= SAME_SIGNING
            return near and not own.ended
        if own.signed is None or one.signed is None:
            return self._was_on(own) or not own.listing.gone
        if not self._was_on(own):
            # It left and came back: with a later signing it was signed anew.
            return one.signed < own.signed and not own.ended
        if self.day.after and own.listing.on(self.day.after):
            return _apart(own.signed, one.signed) < RENEWED_AFTER
        return not self._signed_anew(own, one)

    def _renews(self, own: Signed, one: Placed) -> bool:
        if own.signed is None or one.signed is None or own.listing.first is None:
            return False
        left = own.listing.gone and own.ending != Ending.NOT_LISTED
        if one.signed <= own.signed or left or own.superseded_by:
            return False
        return self._signed_anew(own, one) if self._was_on(own) else True

    def _signed_anew(self, own: Signed, one: Placed) -> bool:
        """Whether a later day on the next list is another signing, not the same put right."""
        if own.signed is None or one.signed is None:
            return False
        same_text = bool(own.url) and own.url == one.row.url
        same_day = (own.signed.month, own.signed.day) == (one.signed.month, one.signed.day)
        return one.signed - own.signed >= RENEWED_AFTER and not same_text and not same_day

    def _appears(self, one: Placed) -> None:
        self.new.setdefault(self._key_of(one), one)

    def _key_of(self, one: Placed) -> str:
        key = key_of(one.agency, one.row.model, one.signed or self.day.on)
        while key in self.by_key:
            key = f"{key}-2"
        return key

    def _listing(self, before: Listing, *, shown: bool) -> Listing:
        on = self.day.on
        if self.day.overruled:
            # A later list of the same day says how the day ended.
            return before if before.first else Listing(on, on, on)
        return with_list(before, self.day.days, on, self.day.latest, shown=shown)

    def _new_ones(self) -> Iterator[Difference]:
        for key, one in self.new.items():
            listing = self._listing(Listing(), shown=True)
            ending = Ending.NOT_LISTED.value if listing.gone else None
            yield Difference(
                What.APPEARED, key, None, one.row, one, listing, one.signed, one.row.url,
                one.row.model, ending,
            )  # fmt: skip

    def _standing_ones(self) -> Iterator[Difference]:
        for own in self.record:
            one = self.matched.get(own.key)
            if one is None and own.listing.first is None:
                continue
            if one is None:
                if found := self._unseen(own):
                    yield found
            elif found := self._seen(own, one):
                yield found

    def _seen(self, own: Signed, one: Placed) -> Difference | None:
        listing = self._listing(own.listing, shown=True)
        what = self._what_seen(own)
        found = Difference(what, own.key, own, one.row, one, listing)
        if self.day.newest:
            found.signed = one.signed if one.signed and one.signed != own.signed else None
            found.url = one.row.url if one.row.url != own.url else ""
        if one.row.model is not own.model and own.model is Model.NOT_RECORDED:
            found.model = one.row.model
        if own.listing.gone and not listing.gone and not own.ended:
            found.ending = found.superseded_by = ""
        told = listing != own.listing or found.signed or found.url or found.model
        return found if told else None

    def _what_seen(self, own: Signed) -> What:
        if own.listing.first is None:
            return What.APPEARED
        back = own.listing.gone or own.listing.doubted
        return What.BACK if back and self.day.newest else What.CHANGED

    def _unseen(self, own: Signed) -> Difference | None:
        if follower := self.followed.get(own.key):
            return self._renewed(own, follower)
        if own.ended and self._was_on(own) and self.day.newest and not own.listing.gone:
            # Its end is on record: the list only catches up with it.
            return Difference(What.CHANGED, own.key, own, None, None, self._left(own))
        listing = self._listing(own.listing, shown=False)
        later = self._later_of_pair(own)
        left = self._was_on(own) and not own.listing.gone and own.listing.on(self.day.on)
        if left and later and self.day.newest:
            return self._renewed(own, later)
        if listing == own.listing:
            return None
        what = What.GONE if left and self.day.newest else What.CHANGED
        found = Difference(what, own.key, own, None, None, listing)
        if listing.gone and (own.ended or own.listing.gone) is False:
            found.ending = own.ending or Ending.NOT_LISTED.value
        return found

    def _later_of_pair(self, own: Signed) -> str:
        """The agreement that renewed one, where the lists showed both for a while."""
        for other in self.by_pair[own.pair]:
            both = own.signed and other.signed and other.key in self.matched
            if both and other.signed - own.signed > SAME_SIGNING:  # type: ignore[operator]
                return other.key
        return ""

    def _left(self, own: Signed) -> Listing:
        """Its listing once it left for a reason that is known: no second list has to confirm it."""
        on, last = self.day.on, own.listing.last or self.day.before or self.day.on
        missing = own.listing.missing or own.listing.doubted or on
        if own.listing.doubted:
            last = max(day for day in self.day.days if own.listing.on(day))
        kept = tuple(part for part in own.listing.absent if part[1])
        return Listing(own.listing.first, last, missing, kept)

    def _renewed(self, own: Signed, follower: str) -> Difference:
        signed = self.new[follower].signed if follower in self.new else None
        signed = signed or (self.by_key[follower].signed if follower in self.by_key else None)
        return Difference(
            What.RENEWED, own.key, own, None, None,
            self._left(own),
            ending=Ending.RENEWED.value, superseded_by=follower, ended_on=signed,
        )  # fmt: skip

    def _relabel(self, differences: list[Difference]) -> None:
        """What left while the same signing came under another name goes on as that."""
        if not self.day.newest:
            return
        gone = [one for one in differences if one.what is What.GONE and one.of]
        came = [one for one in differences if one.what in (What.APPEARED, What.BACK) and one.placed]
        for one in gone:
            follower = self._follower(one, gone, came)
            if follower is None or one.of is None:
                continue
            one.what = What.RELABELED
            one.listing = self._left(one.of)
            one.ending, one.superseded_by = Ending.RELABELED.value, follower.key
            one.row = follower.row
            follower.what = What.RELABELED if follower.of is None else follower.what

    def _follower(
        self, one: Difference, gone: list[Difference], came: list[Difference]
    ) -> Difference | None:
        if one.of is None:
            return None
        mine = (one.of.state, one.of.model, one.of.signed)
        found = [other for other in came if other.placed and _signing_of(other.placed) == mine]
        rivals = [
            other for other in gone
            if other.of and (other.of.state, other.of.model, other.of.signed) == mine
        ]  # fmt: skip
        same_text = [o for o in found if o.row and o.row.url and o.row.url == one.of.url]
        if len(same_text) == 1:
            return same_text[0]
        return found[0] if len(found) == len(rivals) == 1 and one.of.signed else None


def _signing_of(one: Placed) -> tuple[str, Model, date | None]:
    return one.state, one.row.model, one.signed


def _apart(one: date | None, other: date | None) -> timedelta:
    return abs(one - other) if one and other else timedelta.max


SHORT: Mapping[Model, str] = {
    Model.TASK_FORCE: "tfm",
    Model.JAIL_ENFORCEMENT: "jem",
    Model.WARRANT_SERVICE: "wso",
    Model.JAIL_AND_TASK_FORCE: "jem-tfm",
    Model.NOT_RECORDED: "model-not-recorded",
}
"""Models as keys of agreements and applications write them."""


def key_of(agency: str, model: Model, day: date) -> str:
    """The key of an agreement, or of an application: agency, model, day."""
    return f"{agency}:{SHORT[model]}:{day.isoformat()}"


def signed_day(row: ListRow, day: ListDay, known: frozenset[date]) -> date | None:
    """The day of signing that a row means: that of another year where its own cannot be.

    `known` are the days on record of the same agency and model.
    """
    if row.signed is None or row.signed in known or day.before is None:
        return row.signed
    return likelier_year(row.signed, day.on)
