"""Forms of the desk that were not sent: kept as drafts, found again at their address."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.conf import settings
from django.core import signing
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import Resolver404, ResolverMatch
from django.utils.timezone import now
from django.utils.translation import get_language, override

from jurisdictions.read.keeping.drafts import DraftRow, draft_at
from jurisdictions.record.drafts import forget_draft_at, keep_draft
from jurisdictions.record.people.permissions import Actor
from jurisdictions.web.site.addresses import in_language
from jurisdictions.web.site.program import found_at
from jurisdictions.web.site.typed_back import Pairs, says_something, sent_pairs

log = logging.getLogger(__name__)
KEPT = "_draft_kept"
WHOSE, SALT = "whose", "jurisdictions.web.desk.unsent"
OLDEST_SECONDS = 30 * 86_400
REDIRECTS = frozenset({302, 303})
DRAFTED = frozenset(
    {
        *("suggest-fact", "suggest-correct", "correct-small", "suggest-retract"),
        *("suggest-contradict", "adjudicate", "fact-revert", "revert"),
        *("proposal-remark", "proposal-amend", "proposal-decide", "proposal-edit"),
        *(
            "proposals-decide",
            "proposal-rows",
            "tip",
            "reply-decide",
            "upload",
            "invite",
            "person",
            "program-edit",
        ),
    }
)
"""The addresses whose forms somebody writes into; the others only have buttons or files."""
RESTORED = frozenset(
    {
        *("suggest-fact", "suggest-correct", "correct-small", "suggest-retract"),
        *("suggest-contradict", "proposal-amend", "proposal-edit"),
    }
)
"""Those whose form shows its draft by itself."""
TELLING = ("field", "source", "to", "seen")
"""What of an address tells one form from another; the rest is what it began with."""


def whose_token(actor: Actor) -> str:
    """Signed by us: the person to whom a form was shown, for when nobody is signed in any more."""
    return signing.dumps(actor.person_id, salt=SALT)


def whose(request: HttpRequest) -> int | None:
    """The person to whom the form was shown; None for a form of nobody's, or an old one."""
    try:
        found = signing.loads(request.POST.get(WHOSE, ""), salt=SALT, max_age=OLDEST_SECONDS)
    except signing.BadSignature:
        return None
    return found if isinstance(found, int) else None


def keep_unsent(request: HttpRequest, person: int) -> int | None:
    """Keep what was written into a form that was not sent; None when nothing was."""
    pairs: Pairs = [pair for pair in sent_pairs(request) if pair[0] != WHOSE]
    if not is_drafted(request) or not says_something(pairs):
        return None
    return keep_draft(person=person, path=form_path(request), fields=pairs, at=now())


def settle(request: HttpRequest, actor: Actor, response: HttpResponse) -> None:
    """After a form was sent there is no draft of it; after one that came back there is."""
    if not is_drafted(request) or getattr(response, KEPT, False):
        return
    try:
        _settle(request, actor, response)
    except DatabaseError:
        # What was asked for is done or told: an answer about it is worth more than a draft.
        log.warning("A draft was not kept or not deleted", exc_info=True)


def _settle(request: HttpRequest, actor: Actor, response: HttpResponse) -> None:
    if response.status_code in REDIRECTS:
        forget_draft_at(person=actor.person_id, path=form_path(request))
    else:
        keep_unsent(request, actor.person_id)


def sent_on(to: str) -> HttpResponse:
    """On to another page, with the draft as it was just kept."""
    response = HttpResponseRedirect(to, status=303)
    setattr(response, KEPT, True)
    return response


def posted(fields: Sequence[tuple[str, str]]) -> QueryDict:
    """A draft's fields, as a form sends them."""
    query = QueryDict(mutable=True)
    for name, text in fields:
        query.appendlist(name, text)
    return query


def draft_here(request: HttpRequest, actor: Actor) -> DraftRow | None:
    """What the person began to write into the form at this address."""
    return draft_at(form_path(request), actor.person_id)


def is_drafted(request: HttpRequest) -> bool:
    """Whether drafts are kept of the form that is sent here."""
    match = request.resolver_match
    return match is not None and match.url_name in DRAFTED


def form_path(request: HttpRequest) -> str:
    """The address of a form, without its language and what it began with."""
    path = in_language(request.path, settings.LANGUAGE_CODE)
    query = [(name, request.GET[name]) for name in TELLING if request.GET.get(name)]
    # A small correction is sent elsewhere than the form that it was written into.
    path = path.removesuffix("/small/") + "/correct/" if path.endswith("/small/") else path
    return f"{path}?{urlencode(query)}" if query else path


def name_at(path: str) -> str:
    """The name of the address of a draft; "" for one that there is not any more."""
    match = _match(path)
    return (match.url_name or "") if match else ""


def parts_at(path: str) -> Mapping[str, object]:
    """What a draft's address names: a place, a fact, a proposal, a file; and its query."""
    match = _match(path)
    return {**dict(parse_qsl(urlsplit(path).query)), **match.kwargs} if match else {}


def path_here(path: str) -> str:
    """The address of a draft's form in the reader's language."""
    language = get_language() or settings.LANGUAGE_CODE
    with override(settings.LANGUAGE_CODE):
        return in_language(path, language)


def _match(path: str) -> ResolverMatch | None:
    with override(settings.LANGUAGE_CODE):
        try:
            return found_at(urlsplit(path).path)
        except Resolver404:
            return None
