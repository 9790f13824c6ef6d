"""Makes of a page what stands without a server: its links, its forms, and a word about both."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape, unescape
from urllib.parse import urlsplit

from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.utils.translation import override

from jurisdictions.freezing.addresses import address_in_copy, asked

NOT_HERE = "not-here/"
"""The page, in each language, that says that something needs the tracker's server."""
_TAG = re.compile(
    r"<(a|img|source|script|link|iframe|object|form|image|use)\b[^>]*>", re.IGNORECASE
)
_ATTRIBUTE = re.compile(r'(\s(?:href|src|srcset|action|data)=")([^"]*)(")')
_LAYERS = re.compile(r'"(/map/[^"?]+\.json)')
_API = re.compile(r'"/api/[^"?]*')
_STATES = re.compile(r'<select[^>]*name="state"[^>]*>(.*?)</select>.*?</form>', re.DOTALL)
_STATE = re.compile(r'<option value="([A-Z]{2})"')
_PLACE = re.compile(r"^(?:/es)?/places/(\d{2})")
_NAMES = re.compile(r'data-names="([^"]+)"')
_SEARCH = re.compile(r'(data-search="|"search": ")(?:/es)?/places/search\.json(?=")')
"""Where the search of a page asks the server, when the files of names let wait."""
_SITE_META = re.compile(
    r'\s*<(?:meta property="og:(?:url|image)[^>]*|link rel="alternate" type[^>]*)>'
)
_FINDS = re.compile(r'\sid="(?:home|map)-search"')
"""The forms in which a script finds places by the files of names, which the copy has."""
_POLICY = re.compile(r"\s*(?:frame-ancestors|report-uri|report-to|sandbox)[^;]*;?")


@dataclass(slots=True)
class Frozen:
    """A page as it is written, and what of the tracker it needs: questions, in their order."""

    text: str
    wanted: dict[str, None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Copy:
    """What is the same for every page of a copy: what it holds, and the live site, if any."""

    edition: dict[str, str]
    """The programs and their editions, by language."""
    site: str
    own: str
    """The origin that the pages were made under."""
    states: frozenset[str]
    """FIPS codes of the states whose places it holds; all when empty."""

    def holds(self, path: str) -> bool:
        """Whether an address is not of a place that is left out."""
        of_place = _PLACE.match(path)
        return not self.states or of_place is None or of_place[1] in self.states


def frozen_page(text: str, path: str, copy: Copy, policy: str) -> Frozen:
    """A page of HTML as a file. `policy`: the Content-Security-Policy it is served with."""
    language = "es" if path.startswith("/es/") else "en"
    page = Frozen("")
    page.wanted.update(dict.fromkeys(_LAYERS.findall(text)))
    page.wanted.update(dict.fromkeys(map(unescape, _NAMES.findall(text))))
    text = _TAG.sub(lambda found: _tag(found[0], found[1].lower(), page, copy, language), text)
    text = _API.sub(f'"/{NOT_HERE}', text)
    text = _SEARCH.sub(r"\1", text)
    text = _with_states(text, path, page, language)
    if not copy.site:
        text = _SITE_META.sub("", text).replace(copy.own, "")
    page.text = _with_word(text, path, copy, policy, language)
    return page


def _tag(tag: str, name: str, page: Frozen, copy: Copy, language: str) -> str:
    if name == "form":
        return _form(tag, language)
    if name == "link" and re.search(r'rel="(?:canonical|alternate)"', tag):
        return _told_elsewhere(tag, copy)
    way = name == "a"

    def led(found: re.Match[str]) -> str:
        if found[1].strip().startswith("srcset"):
            each = [one.strip().partition(" ") for one in unescape(found[2]).split(",")]
            links = [
                f"{_led(one, page, copy, language, way)}{mark}{size}" for one, mark, size in each
            ]
            return f"{found[1]}{escape(', '.join(links))}{found[3]}"
        return f"{found[1]}{escape(_led(unescape(found[2]), page, copy, language, way))}{found[3]}"

    changed = _ATTRIBUTE.sub(led, tag)
    missing = way and f"/{NOT_HERE}?" in changed
    return changed.replace("<a", '<a data-not-here=""', 1) if missing else changed


def _led(link: str, page: Frozen, copy: Copy, language: str, way: bool) -> str:
    """A link as it stands in the copy."""
    if copy.own and link.startswith(f"{copy.own}/"):
        link = link.removeprefix(copy.own)
    if not link.startswith(("/", "?")) or link.startswith("//"):
        return link
    if link.startswith("?"):
        return _not_here(link, language)
    if link.startswith("/static/"):
        return link
    question = asked(link, shown=not way)
    if question is None or not copy.holds(question):
        return _not_here(link, language)
    page.wanted[question] = None
    return address_in_copy(link, question)


def _not_here(link: str, language: str) -> str:
    """The way to the page that says so; the query stays, which scripts of pages write on."""
    query = urlsplit(link).query
    return f"{'/es' if language == 'es' else ''}/{NOT_HERE}?{query}"


def _form(tag: str, language: str) -> str:
    """A form that a script answers by itself stays; sent off, it leads to the word about it."""
    action = re.search(r'\saction="([^"]*)"', tag)
    if action and asked(action[1]) and 'id="map-form"' in tag:
        return tag
    bare = re.sub(r'\s(?:action|method|enctype)="[^"]*"', "", tag)
    where = f"{'/es' if language == 'es' else ''}/{NOT_HERE}"
    with override(language):
        said = escape(
            _("Without JavaScript, searching needs the tracker’s server.")
            if _FINDS.search(tag)
            else _("Choosing and searching here need the tracker’s server.")
        )
    return f'{bare[:-1]} action="{where}"><p class="not-here">{said}</p>'


def _with_states(text: str, path: str, page: Frozen, language: str) -> str:
    """A list's page with ways to its states, which readers choose in a form otherwise."""
    found = _STATES.search(text)
    bare = path.partition("?")[0]
    if found is None or asked(f"{bare}?state=AL") in (None, bare):
        return text
    ways = []
    for code in _STATE.findall(found[1]):
        question = f"{bare}?state={code}"
        page.wanted[question] = None
        ways.append(f'<a href="{address_in_copy(question, question)}">{code}</a>')
    with override(language):
        label = escape(_("By state"))
    nav = f'<nav class="frozen-states" aria-label="{label}">{label}: {" ".join(ways)}</nav>'
    # Inside the form, below the word about it: beside it a list has its own place.
    at = text.find("</p>", text.rfind('<p class="not-here">', 0, found.start())) + len("</p>")
    return f"{text[:at]}{nav}{text[at:]}"


def _told_elsewhere(tag: str, copy: Copy) -> str:
    """Where the page stands, or its other language: on the live site alone."""
    return tag if copy.site or ("hreflang" not in tag and "canonical" not in tag) else ""


def _with_word(text: str, path: str, copy: Copy, policy: str, language: str) -> str:
    """The page with the policy for browsers, and a word that it is a copy."""
    # In one order: each process says its parts in another, and every page would be a new one.
    parts = (part.strip() for part in _POLICY.sub("", policy).split(";"))
    kept = "; ".join(sorted(part for part in parts if part))
    head = f'<meta http-equiv="Content-Security-Policy" content="{escape(kept)}">' if kept else ""
    head += f'<link rel="stylesheet" href="{static("css/frozen.css")}">'
    text = re.sub(r"(<meta charset=[^>]*>)", lambda found: found[1] + head, text, count=1)
    if "/embed/" in path:
        return text
    return re.sub(
        r"(<main\b)", lambda found: word_of(copy, path, language) + found[1], text, count=1
    )


def word_of(copy: Copy, path: str, language: str) -> str:
    """That this is a copy, of what, and where what it leaves out is to be found."""
    with override(language):
        said = _(
            "This is a copy of %(edition)s that needs no server. What is marked † needs the "
            "tracker’s server and is not in it: searches, filters, forms, other days of lists and "
            "places, histories of facts, following, tips, signing in."
        ) % {"edition": copy.edition[language]}
        all_of_it = escape(_("All that is left out"))
        live = _("The same page of the tracker, as it stands today")
    where = f"{'/es' if language == 'es' else ''}/{NOT_HERE}"
    link = f' <a href="{escape(copy.site + path)}">{escape(live)}</a>.' if copy.site else ""
    ways = f'<a href="{where}">{all_of_it}</a>.{link}'
    return f'<aside class="page frozen-word"><p>{escape(said)} {ways}</p></aside>'
