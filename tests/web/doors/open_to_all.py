"""What everybody reads, without a door: every address that the table of doors leaves out."""

from __future__ import annotations

OPEN = frozenset(
    {
        *("about", "agencies", "agencies-at-root", "agencies-file", "agencies-pdf", "agency"),
        *("agency-picture", "agreements", "agreements-file", "agreements-pdf", "all-calendars"),
        *("all-feeds", "api-agencies", "api-agency", "api-agreements", "api-changes", "api-docs"),
        *("api-editions", "api-facts", "api-flags", "api-nowhere", "api-place", "api-places"),
        *("api-programs", "api-schema", "api-sources", "api-status", "api-summary"),
        *("api-timeline", "briefing", "briefing-file", "briefing-pdf", "bulk", "bulk-file"),
        *("bulk-job", "bulk-state", "calendar", "changes", "changes-file", "chart-file"),
        *("chart-png", "chart-svg", "charts", "citation-beside", "cite", "claim", "claim-file"),
        *("claims", "claims-file", "compare", "compare-png", "compare-svg", "compared-file"),
        *("data", "data-edition", "data-file", "data-package", "editions-file", "embed-chart"),
        *("embed-map", "embed-place", "embed-timeline", "embeds", "fact-history-file", "feed"),
        *("feeds", "flags", "flags-file", "flags-of-kind", "flags-of-kind-file", "glossary"),
        *("glossary-file", "healthz", "history-file", "home", "kept-list", "known-later"),
        *("known-later-file", "map", "map-file", "map-png", "map-svg", "methodology", "moved"),
        *("name-file", "name-file-list", "oembed", "old-place", "place", "place-asked"),
        *("place-code", "place-file", "place-history-file", "place-pdf", "place-report"),
        *("place-search", "places", "places-file", "places-pdf", "policy", "policy-file"),
        *("program-agency", "program-place", "request", "request-pdf", "request-zip", "requests"),
        *("requests-file", "robots", "security-txt", "sitemap", "source", "sources"),
        *("sources-file", "story"),
    }
)
KEPT_OTHERWISE = {
    "metrics": "tests/operating/test_metrics.py: a port of this machine, or a token",
    "source-file": "tests/web/test_source_files.py: shown to everybody, or to who may see it",
    "api-proposals": "tests/api/test_writing.py: a token",
    "api-proposal": "tests/api/test_writing.py: a token",
}
"""Addresses that are not for everybody, and the test that says for whom."""
NAMELESS = {"", "v1/", "api/v1/"}
"""Patterns without a name: what leads on from an old address, and what the API says at its root."""
