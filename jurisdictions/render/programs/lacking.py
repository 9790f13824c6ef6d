"""What the desk says of what only one program's record can lack: `lacking` in its folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from jurisdictions.read.lacks import Lack
from jurisdictions.render.programs import own_part


@dataclass(frozen=True, slots=True)
class LackWords:
    """How one sort of it is told: heading, advice, what is said of each, what one can do.

    `kind`: the kind of fact whose form mends it.
    """

    title: str
    advice: str
    act: str
    kind: str
    told: Callable[[Lack], str] = lambda lack: ""


def lack_words(slug: str) -> Mapping[str, LackWords]:
    """The words of each sort, by the name that reading gives it; raise KeyError for no program."""
    own = own_part(slug, "lacking")
    found: Mapping[str, LackWords] = own.lack_words() if own else {}
    return found
