"""What a mail tells: to whom, and of which proposal, remark, tip or reply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from jurisdictions.models import (
    Change,
    Interest,
    InterestSort,
    Person,
    Proposal,
    ProposalStatus,
    Remark,
    Reply,
    ReplyStatus,
    Tip,
    TipStatus,
)
from jurisdictions.models.proposal import DECIDED
from jurisdictions.read.keeping.interests import watched_label
from jurisdictions.read.keeping.proposal_gists import Gist, gists_of
from jurisdictions.read.keeping.regions import region_name
from jurisdictions.read.places import all_places
from jurisdictions.status.geoids import NATION


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail, yet to be put into words.

    `page` is the name of the address that it leads to, under `program`, and `number` what the
    address takes. `told` holds what its words are made of; each mail has its own. `gists`: what a
    proposal does, to call it by in the reader's language; () where somebody gave it a title.
    """

    mail: str
    person: int
    to: str
    name: str
    language: str
    program: str
    page: str
    number: int
    told: Mapping[str, str] = field(default_factory=dict)
    gists: tuple[Gist, ...] = ()
    keys: tuple[str, ...] = ()
    """What the address takes in place of the number."""


def letters_for(*, person: int, news: Iterable[Mapping[str, Any]]) -> tuple[Letter, ...]:
    """The letters that one mail holds; those that are not wanted any more are left out."""
    found = (letter_for(person=person, mail=one["mail"], about=one["about"]) for one in news)
    return tuple(letter for letter in found if letter)


def letter_for(*, person: int, mail: str, about: Mapping[str, Any]) -> Letter | None:
    """The letter that was asked for; None when it is not wanted any more, or of nothing."""
    found = Person.objects.filter(
        pk=person, wants_mail=True, suspended_at=None, account__isnull=False
    )
    reader = found.select_related("account").first()
    if reader is None or reader.account is None or not reader.account.email:
        return None
    with override(reader.language):
        subject = _SUBJECTS[mail](about, reader.language)
    if subject is None or _is_over(mail, about):
        return None
    program, page, number, told = subject
    keys = tuple(str(told[name]) for name in ("geoid", "slug", "fact") if name in told)
    return Letter(
        mail,
        reader.pk,
        reader.account.email,
        reader.name,
        reader.language,
        program,
        page,
        number,
        told,
        _gists(number) if page == "proposal" else (),
        keys,
    )


def _is_over(mail: str, about: Mapping[str, Any]) -> bool:
    """Whether what was to be decided waits for nobody any more: then it is not said to."""
    match mail:
        case "proposal_made":
            rows: Any = Proposal.objects.filter(pk=about["proposal"], status__in=DECIDED)
        case "tip_received":
            rows = Tip.objects.filter(pk=about["tip"]).exclude(status=TipStatus.WAITING)
        case "reply_received":
            rows = Reply.objects.filter(pk=about["reply"]).exclude(status=ReplyStatus.WAITING)
        case _:
            return False
    return bool(rows.exists())


def _gists(proposal: int) -> tuple[Gist, ...]:
    """What a proposal does; () for a file's and a program's, to which somebody gave a title."""
    titled = Proposal.objects.filter(pk=proposal).exclude(upload="", sending=None)
    return () if titled.exists() else gists_of([proposal]).get(proposal, ())


Subject = tuple[str, str, int, Mapping[str, str]] | None


def _of_proposal(about: Mapping[str, Any], language: str) -> Subject:
    rows = Proposal.objects.select_related("program", "made_by", "decided_by")
    found = rows.filter(pk=about["proposal"]).first()
    if found is None:
        return None
    return found.program.slug, "proposal", found.pk, _proposal(found, language)


def _of_remark(about: Mapping[str, Any], language: str) -> Subject:
    rows = Remark.objects.select_related(
        "made_by", "proposal__program", "proposal__made_by", "proposal__decided_by"
    )
    found = rows.filter(pk=about["remark"]).first()
    if found is None:
        return None
    told = {"text": found.text, "by": found.made_by.name}
    program = found.proposal.program.slug
    return program, "proposal", found.proposal_id, {**_proposal(found.proposal, language), **told}


def _proposal(proposal: Proposal, language: str) -> dict[str, str]:
    asked = proposal.remarks.filter(asks=True).last()
    return {
        "title": proposal.title,
        "reason": proposal.reason,
        "region": region_name(proposal.geoid, language),
        "where": _where(proposal.geoid, language),
        "author": proposal.made_by.name,
        "decider": proposal.decided_by.name if proposal.decided_by else "",
        "decision": proposal.decision,
        "accepted": "1" if proposal.status == ProposalStatus.ACCEPTED else "",
        "edited": "1" if proposal.edited else "",
        "question": asked.text if asked else "",
        "asker": asked.made_by.name if asked else "",
    }


def _where(geoid: str, language: str) -> str:
    """The region as a title names it."""
    return _("United States") if geoid == NATION else region_name(geoid, language)


def _of_tip(about: Mapping[str, Any], language: str) -> Subject:
    found = Tip.objects.select_related("program").filter(pk=about["tip"]).first()
    if found is None:
        return None
    place = region_name(found.geoid, language)
    told = {"place": place, "text": found.text, "evidence": found.evidence}
    return found.program.slug, "tip", found.pk, told


def _of_reply(about: Mapping[str, Any], language: str) -> Subject:
    found = Reply.objects.select_related("program").filter(pk=about["reply"]).first()
    if found is None:
        return None
    told = {"place": region_name(found.geoid, language), "office": found.office}
    return found.program.slug, "reply-decide", found.pk, told


def _of_change(about: Mapping[str, Any], language: str) -> Subject:
    found = Interest.objects.select_related("program").filter(pk=about.get("interest", 0)).first()
    change = Change.objects.filter(pk=about["change"]).first()
    if found is None or change is None:
        return None
    told = {"by": change.made_by, "reason": change.reason, "what": watched_label(found, language)}
    if found.sort == InterestSort.FACT:
        return found.program.slug, "fact-history", change.pk, {**told, "fact": found.key}
    place = all_places(language).get(about.get("geoid", found.key))
    if place is None:
        return None
    told["what"] = region_name(place.geoid, language)
    where = {"geoid": place.geoid, "slug": place.slug}
    return found.program.slug, "place-history", change.pk, {**told, **where}


_SUBJECTS = {
    "watched_changed": _of_change,
    "watched_decided": _of_proposal,
    "watched_remark": _of_remark,
    "proposal_made": _of_proposal,
    "proposal_accepted": _of_proposal,
    "proposal_rejected": _of_proposal,
    "proposal_asked": _of_proposal,
    "remark_made": _of_remark,
    "remark_named": _of_remark,
    "tip_received": _of_tip,
    "reply_received": _of_reply,
}
