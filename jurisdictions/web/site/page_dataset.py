"""A page with files as a schema.org Dataset, for search engines of data."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.http import HttpRequest
from django.utils.safestring import SafeString

from jurisdictions.read.program_addresses import path_of
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.render.files.dataset import Download, Told, dataset, linked_data
from jurisdictions.render.files.package.names import package_name
from jurisdictions.web.site.addresses import absolute
from jurisdictions.web.site.page_titles import page_title
from jurisdictions.web.site.take.offer import Offer


def page_dataset(
    request: HttpRequest,
    as_of: AsOf,
    offers: Iterable[Offer],
    address: str,
    place: PlaceRow | None = None,
) -> SafeString:
    """What the page at a full `address` gives away, for a script element that nothing runs."""
    slug = as_of.program.slug
    edition = path_of(slug, "data-edition", package=package_name(as_of))
    told = Told(
        address,
        page_title(request.resolver_match, request.GET, as_of),
        [Download(absolute(request, one.href), one.media_type, name=one.label) for one in offers],
        based_on=(absolute(request, edition),),
        catalogue=absolute(request, path_of(slug, "data")),
        place=place,
        publisher=settings.OPERATOR["name"],
    )
    return linked_data(dataset(as_of, told))
