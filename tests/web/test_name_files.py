"""The files from which the map's search box answers by itself."""

from __future__ import annotations

import gzip
from typing import Any

import brotli
import pytest
from django.test import Client

from jurisdictions.read.finding import places_offered
from jurisdictions.read.places import all_places
from tests.gazetteer.in_browser import answers_from
from tests.gazetteer.test_both_readers import LARGEST

pytestmark = pytest.mark.usefixtures("shipped")
LIST = "/map/names.json"
TYPED = ("Cook", "condado de Kings, Nueva York", "oakland, calif.", "60608", "zz", "carolina")


def listed(client: Client) -> dict[str, str]:
    """The address of every file by its name."""
    told = client.get(LIST).json()
    parts = {
        f"{kind}-{start}": address for kind in ("cities", "zips") for start, address in told[kind]
    }
    return {"places": told["places"], **parts}


def files_of(client: Client) -> dict[str, Any]:
    return {name: client.get(address).json() for name, address in listed(client).items()}


def test_every_file_is_at_most_60_kilobytes_on_its_way_and_kept_for_ever(client: Client) -> None:
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress}
    for name, address in listed(client).items():
        plain = client.get(address)
        for coding, unpacked in unpack.items():
            answer = client.get(address, headers={"accept-encoding": coding})
            assert answer["Content-Encoding"] == coding
            assert 0 < len(answer.content) <= LARGEST, name
            assert unpacked(answer.content) == plain.content
            assert "immutable" in answer["Cache-Control"]
            again = client.get(
                address, headers={"accept-encoding": coding, "if-none-match": answer["ETag"]}
            )
            assert again.status_code == 304


def test_a_file_of_another_content_is_not_found(client: Client) -> None:
    address = listed(client)["places"]
    digest = address.split(".")[-2]
    for wrong in ("0" * 16, "zz"):
        assert client.get(address.replace(digest, wrong)).status_code == 404
    assert client.get(address.replace("places.", "cities-q.")).status_code == 404


def test_the_page_of_the_map_names_none_of_them(client: Client) -> None:
    page = client.get("/secure-communities/").content.decode()
    assert LIST in page
    assert not [address for address in listed(client).values() if address in page]


@pytest.mark.parametrize("language", ["en", "es"])
def test_they_answer_as_the_server_does_in_both_languages(client: Client, language: str) -> None:
    labels = [place.label for place in all_places(language).values()][::9]
    texts = [*TYPED, *labels]
    for text, found in zip(texts, answers_from(files_of(client), texts, language), strict=True):
        offered, sure = places_offered(text, language)
        told = [
            {"geoid": place.geoid, "label": place.label, "found": said} for place, said in offered
        ]
        assert found == {"sure": sure, "places": told}
