"""Addresses that are put together faster than Django does are the ones that it gives."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from django.urls import resolve, reverse
from django.utils.translation import override

from jurisdictions.read.program_addresses import in_program
from jurisdictions.web.site.addresses import fact_way


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("page", ["fact-history", "suggest-correct"])
@pytest.mark.parametrize(
    "name",
    [
        *("activation:17031", "opt_out:arlington-2010:2", "agreement:il:2.5", "source:a+b(c)"),
        *("measure:año's", "act:50%", "kind:a b/c?d#e&f;g", "source:'\"<>"),
    ],
)
def test_the_way_to_a_fact_is_djangos(language: str, page: str, name: str) -> None:
    with override(language):
        way = fact_way(page, name)
        assert way == reverse(page, kwargs={"name": name})
        with in_program("287g"):
            assert fact_way(page, name) == way.replace("/secure-communities/", "/287g/")
        if quote(name, safe="/:") == name:
            assert resolve(way).kwargs["name"] == name
