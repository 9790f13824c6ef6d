"""The list of cities and ZIP codes is another's work, and says so where its licence asks for it."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]


@pytest.mark.parametrize(
    "address",
    ["/about/", "/secure-communities/sources/", "/es/about/", "/es/secure-communities/sources/"],
)
def test_geonames_is_credited_with_its_licence(client: Client, address: str) -> None:
    page = client.get(address).text
    assert '<a href="https://www.geonames.org/" rel="noreferrer">GeoNames</a>' in page
    assert 'href="https://creativecommons.org/licenses/by/4.0/"' in page
