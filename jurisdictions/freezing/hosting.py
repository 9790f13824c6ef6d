"""What hosts of files need: headers, robots, the page for what is not there."""

from __future__ import annotations

from html import escape
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.utils.translation import override

from jurisdictions.freezing.pages import NOT_HERE, Copy
from jurisdictions.freezing.writing import write_file

DAY, YEAR = 86_400, 31_536_000
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
POLICY += "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
POLICY += "base-uri 'none'; frame-ancestors "
SAFE = "X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin"


def needing_a_server() -> tuple[str, ...]:
    """What a copy leaves out, in the active language: what `addresses.asked` gives no file."""
    return (
        _("searches in lists, filters and other orders; other days, and what was known when"),
        _("reports as PDF, boundaries as GeoJSON, and the tables of single counties"),
        _("what other sites show of a single county: its status and its timeline"),
        _("citations as files (their text is on each page), histories, kept files of sources"),
        _("the API: the data packages hold every fact"),
        _("all that is sent: forms, following by mail, signing in"),
    )


def write_hosting(folder: Path, copy: Copy) -> None:
    """Write what no page of the tracker is: for each language, and for hosts."""
    for language, start in (("en", ""), ("es", "es/")):
        with override(language):
            write_file(folder / start / NOT_HERE / "index.html", _not_here(copy, language).encode())
    with override("en"):
        write_file(folder / "404.html", _not_there().encode())
    write_file(folder / "robots.txt", _robots().encode())
    write_file(folder / "_headers", headers().encode())


def headers() -> str:
    """Headers as Netlify, Cloudflare Pages and others read them from `_headers`."""
    return (
        f"/*\n  {SAFE}\n  Content-Security-Policy: {POLICY}'none'\n"
        f"  Cache-Control: public, max-age=300, s-maxage={DAY}, stale-while-revalidate={DAY}\n"
        f"/embed/*\n  ! Content-Security-Policy\n  Content-Security-Policy: {POLICY}*\n"
        f"/es/embed/*\n  ! Content-Security-Policy\n  Content-Security-Policy: {POLICY}*\n"
        f"/static/*\n  ! Cache-Control\n  Cache-Control: public, max-age={YEAR}, immutable\n"
        f"/map/names/*\n  ! Cache-Control\n  Cache-Control: public, max-age={YEAR}, immutable\n"
    )


def _robots() -> str:
    site = settings.SITE_URL
    return f"User-agent: *\nAllow: /\n{f'Sitemap: {site}/sitemap.xml' if site else ''}\n"


def _not_here(copy: Copy, language: str) -> str:
    said = _(
        "What you chose needs the tracker’s server. This is a copy without one: it holds the "
        "pages, maps, lists and files of %(edition)s, and nothing that is worked out when it is "
        "asked for."
    ) % {"edition": copy.edition[language]}
    to_tracker, to_home = escape(_("To the tracker")), escape(_("To the home page of this copy"))
    live = f'<p><a href="{escape(copy.site)}/">{to_tracker}</a></p>'
    home = "/es/" if language == "es" else "/"
    left_out = escape(_("Left out are:"))
    each = "".join(f"<li>{escape(one)}</li>" for one in needing_a_server())
    body = f"<p>{escape(said)}</p><p>{left_out}</p><ul>{each}</ul>"
    body += live if copy.site else ""
    body += f'<p><a href="{home}">{to_home}</a></p>'
    return _page(_("Not in this copy"), body, language)


def _not_there() -> str:
    each = []
    for language, home in (("en", "/"), ("es", "/es/")):
        with override(language):
            said, way = _("There is nothing at this address."), _("To the home page of this copy")
        each.append(f'<p lang="{language}">{said} <a href="{home}">{way}</a></p>')
    return _page(_("There is nothing at this address."), "".join(each), "en")


def _page(title: str, body: str, language: str) -> str:
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{escape(title)}</title><meta name="color-scheme" content="light dark">'
        f'<link rel="stylesheet" href="{static("css/base.css")}"></head>'
        f'<body><main id="main" class="page"><h1>{escape(title)}</h1>{body}</main></body></html>\n'
    )
