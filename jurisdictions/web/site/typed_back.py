"""What somebody wrote and could not send, given back: to be read, copied, and sent again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest

TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of a field
OPENED = "token"
"""In the forms of the public: when they were opened, sealed; of a bulk report, its asker's own.
Either stood in the page that was sent from, and goes back to who sent it alone."""
CARRIED = frozenset(
    {"made", "first", "revision", "base", "over", "seen", "do", "act", "next", "whose", OPENED}
)
"""What a page sends along without that anybody wrote it."""
SECRET = ("password", "code", "credential", "token", "again", "secret")
"""Words in the names of fields whose content is never written into a page."""
SHORTEST_TEXT = 12
"""What is shorter, and in one word, is a choice or a number: it is sent again, but not shown."""

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class TypedBack:
    """A form that was not sent: where to, its fields, the texts among them.

    `whole`: all that it takes to send it again is here. A file, or a password, has to be given
    anew; `files` are the names of those that were chosen. `with_token`: it came with a token of the
    session, and needs one again; the forms of the public have none, and set no cookie.
    """

    address: str
    pairs: Pairs
    texts: list[str]
    whole: bool
    files: tuple[str, ...] = ()
    with_token: bool = True

    @property
    def written(self) -> bool:
        """Whether there is anything that would be a pity to lose."""
        return says_something(self.pairs)


def typed_back(request: HttpRequest) -> TypedBack:
    """What was sent with a form; its token is left out, and whatever is secret."""
    pairs = list(sent_pairs(request))
    secret = any(_is_secret(name) for name in request.POST)
    return TypedBack(
        address=request.get_full_path(),
        pairs=pairs,
        texts=texts_of(pairs),
        whole=not secret and not request.FILES,
        files=tuple(str(file.name) for _field, chosen in request.FILES.lists() for file in chosen),
        with_token=OPENED not in request.POST,
    )


def sent_pairs(request: HttpRequest) -> Iterator[tuple[str, str]]:
    """Names and texts of a form, in order, but for its token and what is secret."""
    for name, texts in request.POST.lists():
        if name != TOKEN and not _is_secret(name):
            yield from ((name, str(text)) for text in texts)


def texts_of(pairs: Pairs) -> list[str]:
    """What somebody wrote, among what a form carries along."""
    said = (text.strip() for name, text in pairs if name not in CARRIED)
    return [text for text in said if len(text) >= SHORTEST_TEXT or " " in text]


def says_something(pairs: Pairs) -> bool:
    """Whether anything was written or chosen, beside what the page itself carried along."""
    return any(text.strip() for name, text in pairs if name not in CARRIED)


def _is_secret(name: str) -> bool:
    return name not in (TOKEN, OPENED) and any(word in name.lower() for word in SECRET)
