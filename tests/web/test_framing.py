"""Which pages other sites may show in a frame: those under /embed/<program>/, and no other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

pytestmark = pytest.mark.usefixtures("shipped")
TRIED: dict[str, tuple[Any, ...]] = {
    "geoid": ("06075",),
    "slug": ("san-francisco-county-california", "secure-communities"),
    "code": ("06075",),
    "program": ("secure-communities",),
    "layer": ("status",),
    "name": ("places", "activation:06075"),
    "digest": ("0" * 16,),
    "package": ("secure-communities-edition-1",),
    "path": ("sources.csv", "policy/"),
    "file": ("policy.csv",),
    "form": ("csv", "bib", "svg"),
    "chart": ("status",),
    "kind": ("activation",),
    "thread": ("arlington-2010",),
    "key": ("nilc", "abc:def"),
}
"""What stands for a part of an address; whatever else there is is a number."""
HEAVY = (".pdf", ".png", ".zip", ".svg", "names.json", ".xml", "/jurisdiction/", "/v1/status/")
"""Made with much work: that they can only be read is said with the same headers."""


def named(
    patterns: list[Any], under: str = "", above: tuple[str, ...] = ()
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every address that has a name, with the parts that it takes; of the admin the first."""
    for one in patterns:
        parts = (*above, *one.pattern.regex.groupindex)
        if isinstance(one, URLResolver):
            space = f"{one.namespace}:" if one.namespace else under
            yield from named(one.url_patterns, space, parts)
        elif (
            isinstance(one, URLPattern) and one.name and (under != "admin:" or one.name == "index")
        ):
            yield under + one.name, parts


def path_of(name: str, parts: tuple[str, ...]) -> str:
    for values in product(*(TRIED.get(part, (1,)) for part in parts)):
        try:
            return reverse(name, kwargs=dict(zip(parts, values, strict=True)))
        except NoReverseMatch:
            continue
    raise AssertionError(f"{name} takes other parts: say in TRIED which")


def every_address() -> list[str]:
    found = dict(named(list(get_resolver().url_patterns)))
    assert len(found) > 140
    return sorted({path_of(name, parts) for name, parts in found.items()})


def test_only_what_is_made_for_it_may_be_framed(client: Client) -> None:
    framed, wrong = [], []
    for path in every_address():
        answer = client.post(path) if path.endswith(HEAVY) else client.get(path)
        ancestors = ancestors_of(answer)
        if path.startswith("/embed/secure-communities/"):
            framed.append(path)
            may = ancestors == ["*"] and "X-Frame-Options" not in answer
        else:
            may = ancestors == ["'none'"] and answer["X-Frame-Options"] == "DENY"
        if not may:
            wrong.append(f"{path}: {answer.status_code} {ancestors}")
    assert not wrong, "\n".join(wrong)
    assert framed


def ancestors_of(answer: Any) -> list[str]:
    parts = answer["Content-Security-Policy"].split("; ")
    return [part.removeprefix("frame-ancestors ") for part in parts if "frame-ancestors" in part]


def test_what_may_be_framed_runs_nothing_and_sends_nothing(client: Client) -> None:
    answer = client.get("/embed/secure-communities/map/")
    policy = dict(part.split(" ", 1) for part in answer["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == policy["form-action"] == policy["base-uri"] == "'none'"
    assert "script-src" not in policy
    assert "connect-src" not in policy


def test_also_who_has_it_already_and_who_asks_for_nonsense_may_frame_it(client: Client) -> None:
    path = "/embed/secure-communities/map/"
    etag = client.get(path)["ETag"]
    again = client.get(path, headers={"if-none-match": etag})
    wrong = client.get(path, {"state": "ZZ"})
    old = client.get(path, {"edition": "99"})
    assert [one.status_code for one in (again, wrong, old)] == [304, 400, 400]
    for answer in (again, wrong, old):
        assert ancestors_of(answer) == ["*"]
        assert "X-Frame-Options" not in answer


def test_a_page_that_does_not_exist_may_not_be_framed(client: Client) -> None:
    for path in ("/embed/secure-communities/nothing/", "/embed/nobody/map/", "/embed/map/"):
        answer = client.get(path)
        assert answer.status_code == 404, path
        assert ancestors_of(answer) == ["'none'"]
        assert answer["X-Frame-Options"] == "DENY"
