"""The addresses of the pages; those in other lists than FILES stand under /es/ in Spanish."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path, re_path

from jurisdictions.web.about.view import about
from jurisdictions.web.account.urls import ACCOUNTS
from jurisdictions.web.agency.view import agency
from jurisdictions.web.agency_lists import view as agency_lists
from jurisdictions.web.bulk.urls import BULK
from jurisdictions.web.changes import calendar
from jurisdictions.web.changes import feed as changes_feed
from jurisdictions.web.changes import view as changes
from jurisdictions.web.charts import view as charts
from jurisdictions.web.claims import view as claims
from jurisdictions.web.compare import view as compare
from jurisdictions.web.data.urls import DATA
from jurisdictions.web.desk.people.urls import PEOPLE
from jurisdictions.web.desk.urls import DESK
from jurisdictions.web.embeds import choosing as embeds
from jurisdictions.web.embeds import oembed
from jurisdictions.web.feeds import view as feeds
from jurisdictions.web.files.urls import FORMS
from jurisdictions.web.flags import view as flags
from jurisdictions.web.follow.urls import FOLLOW
from jurisdictions.web.glossary.view import glossary
from jurisdictions.web.history.urls import HISTORIES
from jurisdictions.web.home import view as home
from jurisdictions.web.known_later.view import known_later_page
from jurisdictions.web.map import file as map_file
from jurisdictions.web.map import names
from jurisdictions.web.map import png as map_png
from jurisdictions.web.map import search as map_search
from jurisdictions.web.map import svg as map_svg
from jurisdictions.web.map import view as map_page
from jurisdictions.web.methodology.view import methodology
from jurisdictions.web.place import search as place_search
from jurisdictions.web.place import view as place
from jurisdictions.web.places import view as places
from jurisdictions.web.policy import view as policy
from jurisdictions.web.programs import own_pages
from jurisdictions.web.reports.urls import REPORTS
from jurisdictions.web.site import (
    beside,
    cite,
    healthz,
    metrics,
    robots,
    security_txt,
    sitemap,
)
from jurisdictions.web.site.old_addresses import OLD, moved
from jurisdictions.web.sources import files as source_files
from jurisdictions.web.sources import view as sources
from jurisdictions.web.story import view as story
from jurisdictions.web.tips.urls import TIPS

SHARED: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("about/", about, name="about"),
    path("story/", story.story, name="story"),
    re_path(r"^cite\.(?P<form>bib|json)$", cite.cite, name="cite"),
    path("embed/", embeds.embeds, name="embeds"),
    path("feeds/", feeds.feeds, name="feeds"),
    path("feed.atom", changes_feed.all_feeds, name="all-feeds"),
    path("calendar.ics", calendar.all_calendars, name="all-calendars"),
    *ACCOUNTS,
    *FOLLOW,
    path("agencies/", agency_lists.list_at_root, name="agencies-at-root"),
    path("agencies/<slug:agency>/", agency, name="agency"),
    path("places/", place_search.place_asked, name="place-asked"),
    path("places/search.json", map_search.map_search, name="place-search"),
    re_path(r"^places/(?P<geoid>\d{2}|\d{5})-(?P<slug>[a-z0-9-]+)/$", place.place, name="place"),
    re_path(r"^places/(?P<code>[^?]+)/$", place.place_by_code, name="place-code"),
]
"""What stands for no one program."""
PROGRAM: list[URLPattern | URLResolver] = [
    path("", map_page.map_page, name="map"),
    re_path(
        r"^(?P<file>.+\.[a-z0-9]+)\.citation\.txt$",
        beside.citation_beside,
        name="citation-beside",
    ),
    path("map.svg", map_svg.map_svg, name="map-svg"),
    path("map.png", map_png.map_png, name="map-png"),
    *REPORTS,
    *own_pages(),
    *BULK,
    *DESK,
    *PEOPLE,
    *HISTORIES,
    *TIPS,
    path("jurisdictions/", places.places, name="places"),
    path("agencies/", agency_lists.agencies, name="agencies"),
    path("agencies/<slug:agency>/", agency_lists.agency_in_program, name="program-agency"),
    path("agreements/", agency_lists.agreements, name="agreements"),
    re_path(r"^places/(?P<code>[^?]+)/$", place.place_of_program, name="program-place"),
    path("policy/", policy.policy, name="policy"),
    path("changes/", changes.changes, name="changes"),
    path("charts/", charts.charts, name="charts"),
    re_path(r"^charts/(?P<chart>[a-z-]+)\.svg$", charts.chart_svg, name="chart-svg"),
    re_path(r"^charts/(?P<chart>[a-z-]+)\.png$", charts.chart_png, name="chart-png"),
    path("compare/", compare.compare, name="compare"),
    path("compare.svg", compare.compare_svg, name="compare-svg"),
    path("compare.png", compare.compare_png, name="compare-png"),
    path("known-later/", known_later_page, name="known-later"),
    path("claims/", claims.claim_list, name="claims"),
    re_path(r"^claims/(?P<key>[a-z0-9-]+)/$", claims.claim, name="claim"),
    path("flags/", flags.flag_list, name="flags"),
    re_path(r"^flags/(?P<kind>[a-z-]+)/$", flags.flags_of_kind, name="flags-of-kind"),
    path("feed.atom", changes_feed.feed, name="feed"),
    path("calendar.ics", calendar.calendar, name="calendar"),
    path("sources/", sources.source_list, name="sources"),
    path("sources/<str:key>/", sources.source, name="source"),
    path("sources/<str:key>/files/<int:file>/", source_files.source_file, name="source-file"),
    path("methodology/", methodology, name="methodology"),
    path("glossary/", glossary, name="glossary"),
    *DATA,
    *FORMS,
]
"""What every program has, each under its slug."""
MOVED: list[URLPattern] = [
    re_path(r"^jurisdictions/(?P<code>[^/?]+)/$", place.place_of_old, name="old-place"),
    re_path(rf"^(?P<path>{OLD}.*)$", moved, name="moved"),
]
"""What stood at the root while there was one program, and leads on."""
FILES: list[URLPattern] = [
    path("healthz", healthz.healthz, name="healthz"),
    path("metrics", metrics.metrics, name="metrics"),
    path("map/<slug:program>/<int:edition>/<slug:layer>.json", map_file.map_file, name="map-file"),
    path("map/names.json", names.name_file_list, name="name-file-list"),
    re_path(
        r"^map/names/(?P<name>[a-z]+(?:-[a-z0-9])?)\.(?P<digest>[0-9a-f]{16})\.json$",
        names.name_file,
        name="name-file",
    ),
    path("oembed", oembed.oembed, name="oembed"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("robots.txt", robots.robots, name="robots"),
    path(".well-known/security.txt", security_txt.security_txt, name="security-txt"),
]
"""What has no language of its own."""
