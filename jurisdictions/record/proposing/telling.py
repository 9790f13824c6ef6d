"""Who is told by mail what happens to a proposal."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from jurisdictions.models import Proposal, Remark, Role
from jurisdictions.record.jobs.mails import ask_mail
from jurisdictions.record.people.interests import watchers_of
from jurisdictions.record.people.permissions import INCLUDES, REVIEWER
from jurisdictions.record.proposing.mentions import named_in, readers_of
from jurisdictions.status.geoids import around

REVIEWING = [role for role, included in INCLUDES.items() if REVIEWER in included]


def tell_author(mail: str, proposal: Proposal, at: datetime) -> None:
    """The author is told what became of the proposal."""
    ask_mail(person=proposal.made_by_id, mail=mail, about={"proposal": proposal.pk}, at=at)


def tell_of_decision(mail: str, proposal: Proposal, at: datetime) -> None:
    """The author is told, and whoever watches the proposal and may read it still."""
    tell_author(mail, proposal, at)
    watching = watchers_of(proposal.pk) & readers_of(proposal).keys()
    knowing = {proposal.made_by_id, proposal.decided_by_id}
    for person in sorted(watching - knowing):
        ask_mail(person=person, mail="watched_decided", about={"proposal": proposal.pk}, at=at)


def tell_watchers_of(remark: Remark, told: Iterable[int], at: datetime) -> None:
    """Who watches the proposal is told what was said, but for those who were told already."""
    proposal = remark.proposal
    watching = watchers_of(proposal.pk) & readers_of(proposal).keys()
    about = {"remark": remark.pk, "proposal": proposal.pk}
    for person in sorted(watching - {remark.made_by_id, *told}):
        ask_mail(person=person, mail="watched_remark", about=about, at=at)


def tell_reviewers(proposal: Proposal, at: datetime) -> None:
    """Those who may decide are told that a proposal waits."""
    for person in _others(reviewers_in(proposal.geoid), proposal.made_by_id):
        ask_mail(person=person, mail="proposal_made", about={"proposal": proposal.pk}, at=at)


def tell_those_in_it(remark: Remark, at: datetime) -> None:
    """The author, all who have said something, and whom it names, are told what was said."""
    proposal = remark.proposal
    spoke = proposal.remarks.values_list("made_by_id", flat=True)
    named = named_in(remark.text, readers_of(proposal))
    for person in _others({proposal.made_by_id, *spoke, *named}, remark.made_by_id):
        ask_mail(
            person=person,
            mail="remark_named" if person in named else "remark_made",
            about={"remark": remark.pk, "proposal": proposal.pk},
            at=at,
        )
    tell_watchers_of(remark, {proposal.made_by_id, *spoke, *named}, at)


def tell_who_is_asked(remark: Remark, at: datetime) -> None:
    """The author is asked; whom the question names is told of it."""
    proposal = remark.proposal
    tell_author("proposal_asked", proposal, at)
    named = named_in(remark.text, readers_of(proposal))
    for person in _others(named - {proposal.made_by_id}, remark.made_by_id):
        about = {"remark": remark.pk, "proposal": proposal.pk}
        ask_mail(person=person, mail="remark_named", about=about, at=at)
    tell_watchers_of(remark, {proposal.made_by_id, *named}, at)


def reviewers_in(geoid: str) -> Collection[int]:
    """The people who review a region: its own reviewers, its state's and the nation's."""
    held = Role.objects.filter(role__in=REVIEWING, ended_at=None)
    here = held.filter(geoid__in=around(geoid), person__suspended_at=None)
    return set(here.values_list("person_id", flat=True))


def _others(people: Iterable[int], but: int) -> list[int]:
    return sorted(set(people) - {but})
