"""The files from which the map's search box answers by itself, once somebody uses it."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from jurisdictions.read.name_files import NameFile, name_files
from jurisdictions.shelf.marked import mark
from jurisdictions.web.map.packed import packed_answer
from jurisdictions.web.site.page import NEWEST_SECONDS


@require_safe
def name_file_list(_request: HttpRequest) -> HttpResponse:
    """Where the files are now: that of the places, and each part with what its keys begin with."""
    files = name_files()
    told = {
        "places": _address(files.places),
        "cities": [(start, _address(part)) for start, part in files.cities],
        "zips": [(start, _address(part)) for start, part in files.zips],
    }
    response = JsonResponse(told, json_dumps_params={"separators": (",", ":")})
    response["Cache-Control"] = f"public, max-age={NEWEST_SECONDS}"
    mark(response)
    return response


@require_safe
def name_file(request: HttpRequest, name: str, digest: str) -> HttpResponse:
    """A file by its name and content; 404 when it has another content by now."""
    found = name_files().by_name().get(name)
    if found is None or found.digest != digest:
        raise Http404
    return packed_answer(request, found.file)


def name_file_addresses() -> Iterator[str]:
    """The address of every file, that of the places first."""
    return map(_address, name_files().by_name().values())


def _address(file: NameFile) -> str:
    return reverse("name-file", kwargs={"name": file.name, "digest": file.digest})
