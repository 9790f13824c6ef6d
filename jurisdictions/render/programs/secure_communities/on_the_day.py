"""Whether prints were shared on the day that is shown, and if not, whether before or later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from jurisdictions.read.programs.secure_communities.sharing import Then, Told
from jurisdictions.render.words.days import Written, date_text, from_text, number_text, when_text
from jurisdictions.render.words.fact_days import beginning_a_line

NOT_THEN: Mapping[Then, str] = {
    Then.NOT_YET: noop("not yet %(day)s; later yes: %(told)s."),
    Then.BETWEEN: noop("not %(day)s; before and later yes: %(told)s."),
    Then.NO_MORE: noop("not any more %(day)s; before, yes: %(told)s."),
}


def whether(told: Told, rest: Iterable[str] = (), written: Written = date_text) -> str:
    """The first line. A day that the `rest` of the answer names is not named here too."""
    if told.then is Then.NEVER:
        return (
            _("No, as far as is on record: none of its jurisdictions was ever activated.")
            if told.members
            else _("No, as far as is on record: this place was never activated.")
        )
    named = any(written(told.day) in line or date_text(told.day) in line for line in rest)
    day = _("on this day") if named else when_text(told.day, written)
    if told.then is Then.SHARED:
        return _yes(told, day)
    clause = _in_most(told) if _counts(told) else _here(told, written)
    return beginning_a_line(_(NOT_THEN[told.then]) % {"day": day, "told": clause})


def says_from(told: Told) -> bool:
    """Whether the first line says from when prints were shared: the second need not then."""
    if told.then is not Then.NOT_YET or _counts(told):
        return False
    first = told.sharing[0]
    return bool(first.begin_on and first.end_on)


def _counts(told: Told) -> bool:
    """Whether it is a state of which one says how many of its places."""
    return told.members is not None and told.members.most.total > 1


def _over(told: Told) -> bool:
    return told.sharing[-1].end_on is not None


def _here(told: Told, written: Written) -> str:
    begin = told.sharing[0].begin_on
    if begin and says_from(told):
        said = {"from": from_text(begin, written)}
        return _("%(from)s, fingerprints taken here were shared with ICE") % said
    if _over(told):
        return _("fingerprints taken here were shared with ICE")
    return _("fingerprints taken here are shared with ICE")


def _in_most(told: Told) -> str:
    if told.members is None:
        return ""
    most = told.members.most
    said = {"number": number_text(most.sharing), "total": number_text(most.total)}
    if most.all:
        return (
            _("in all %(total)s jurisdictions fingerprints were shared with ICE")
            if _over(told)
            else _("in all %(total)s jurisdictions fingerprints are shared with ICE")
        ) % said
    return (
        _("in %(number)s of %(total)s jurisdictions fingerprints were shared with ICE")
        if _over(told)
        else _("in %(number)s of %(total)s jurisdictions fingerprints are shared with ICE")
    ) % said


def _yes(told: Told, day: str) -> str:
    now = told.members.now if told.members else None
    if now is None or not _counts(told) or not now.sharing:
        return (
            _("Yes. Fingerprints taken here were shared with ICE.")
            if _over(told)
            else _("Yes. Fingerprints taken here are shared with ICE.")
        )
    said = {"number": number_text(now.sharing), "total": number_text(now.total), "day": day}
    if now.all:
        return (
            _("Yes, in all %(total)s jurisdictions: their fingerprints were shared with ICE.")
            if _over(told)
            else _("Yes, in all %(total)s jurisdictions: their fingerprints are shared with ICE.")
        ) % said
    if told.members and now == told.members.most:
        return (
            _("Yes, in %(number)s of %(total)s jurisdictions: fingerprints were shared with ICE.")
            if _over(told)
            else _(
                "Yes, in %(number)s of %(total)s jurisdictions: fingerprints are shared with ICE."
            )
        ) % said
    return (
        _("Yes, in %(number)s of %(total)s jurisdictions %(day)s: prints were shared with ICE.")
        if _over(told)
        else _("Yes, in %(number)s of %(total)s jurisdictions %(day)s: prints are shared with ICE.")
    ) % said
