"""What there is to knock at: a proposal, a contradiction, a tip, an upload, an invitation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.test import Client
from django.utils import timezone

from jurisdictions.models import Change, Follower, Look, Person, Program, Reply, Tip
from jurisdictions.record.drafts import keep_draft
from jurisdictions.record.following.asking import ask_to_follow
from jurisdictions.record.following.tokens import CONFIRM, LEAVE, token_of
from jurisdictions.record.following.wanted import Wanted
from jurisdictions.record.lists.programs.section_287g.waiting import begin_list
from jurisdictions.record.people.invitations import Invited, invite
from jurisdictions.record.people.mail_stops import stop_token
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.proposing.revert_jobs import RevertOrder, ask_revert
from jurisdictions.record.proposing.reviews import accept_proposal
from jurisdictions.record.uploads.stages import begin_upload
from jurisdictions.record.watching.store import keep_copy
from jurisdictions.record.watching.tending import begin_watch
from tests.people import acting, illinois_contributor, make_person, national_reviewer, sign_in
from tests.record.wishing import PROGRAM, disputed, proposed, step
from tests.web.doors.cast import gathered

A_LIST = b"""\
State,Law Enforcement Agency,Support Type,Signed
ILLINOIS,Zion Police,Task Force Model,2026-05-20
"""
"""A list of ICE, of one agency."""
KANE_COUNTY = {"geoid": "17089", "slug": "kane-county-illinois"}


@dataclass(frozen=True)
class World:
    """Ids of all that the addresses of the doors name; `sessions`: who knocks, signed in once."""

    people: dict[str, Person]
    sessions: dict[str, str]
    proposals: dict[str, int]
    change: int
    tip: int
    reply: int
    upload: int
    list: int
    watch: int
    look: int
    invited: Invited
    somebody: int
    draft: int
    revert: int
    token: str
    confirm: str
    leave: str

    def proposal(self, who: str) -> int:
        """The proposal to look at: one's own for who reviews and wrote one."""
        return self.proposals.get(who, self.proposals["author"])


def build_world() -> World:
    """People of every sort, and something of everything in Illinois."""
    people, at = gathered(), timezone.now()
    author, second = acting(people["author"]), acting(people["reviewing_author"])
    ada = acting(people["administrator"])
    program = Program.objects.get(slug=PROGRAM)
    settled = proposed(acting(illinois_contributor()), disputed())
    accept_proposal(proposal=settled, revision=1, by=acting(national_reviewer()), at=at)
    ask_to_follow(address="ana@example.org", wanted=Wanted(geoid="17089"), at=at)
    follower = Follower.objects.get()
    watch = _watch(acting(people["reviewer"]), at)
    in_kane = {"program": program, "geoid": "17089", "text": "Something", "received_at": at}
    return World(
        people=people,
        sessions={key: _session_of(person) for key, person in people.items()},
        proposals={
            "author": proposed(author, step()),
            "reviewing_author": proposed(second, step(request="kane-2011")),
        },
        change=Change.objects.latest("pk").pk,
        tip=Tip.objects.create(language="en", **in_kane).pk,
        reply=Reply.objects.create(office="The sheriff", contact="x", **in_kane).pk,
        upload=_upload(author, at),
        list=_list(author, at),
        watch=watch,
        look=_look(watch, at),
        invited=invite(email="new@example.org", roles=[("editor", "17")], by=ada, at=at),
        draft=_draft(author, at),
        revert=ask_revert(
            order=_order(acting(people["reviewer"])), by=acting(people["reviewer"]), at=at
        ),
        somebody=make_person("contributor", "17", name="Somebody").pk,
        token=stop_token(people["contributor"].pk),
        confirm=token_of(follower, CONFIRM),
        leave=token_of(follower, LEAVE),
    )


def _upload(by: Actor, at: datetime) -> int:
    """A file of one activation."""
    content = b"geoid,activated_on,source\n17089,2010-01-05,ilchron\n"
    return begin_upload(
        program=PROGRAM,
        kind="activation",
        name="facts.csv",
        content=content,
        language="en",
        by=by,
        at=at,
    )


def _draft(by: Actor, at: datetime) -> int:
    """A remark that somebody did not send yet."""
    path = "/secure-communities/desk/proposals/1/remark/"
    return keep_draft(person=by.person_id, path=path, fields=[("text", "Hm")], at=at) or 0


def _list(by: Actor, at: datetime) -> int:
    """A list of ICE that somebody uploaded and did not send yet."""
    name = "participatingAgencies06012026am.csv"
    return begin_list(name=name, content=A_LIST, listed_on=None, language="en", by=by, at=at)


def _watch(by: Actor, at: datetime) -> int:
    """An address that a reviewer of Illinois had watched."""
    told = {"program": PROGRAM, "kind": "page", "hours": 24, "title": "An order"}
    return begin_watch(address="https://kane.example.org/order", by=by, at=at, **told)  # type: ignore[arg-type]


def _look(watch: int, at: datetime) -> int:
    """What came from it."""
    checksum = keep_copy(b"<p>Nobody is held.")
    return Look.objects.create(watch_id=watch, at=at, outcome="first", checksum=checksum).pk


def _session_of(person: Person) -> str:
    return sign_in(Client(), person).cookies[settings.SESSION_COOKIE_NAME].value


def _order(by: Actor) -> RevertOrder:
    """The latest change, as the worker is asked to revert a large one."""
    latest = Change.objects.latest("pk").pk
    return RevertOrder(PROGRAM, latest, None, "It was wrong.", by.account_id or 0, "en")
