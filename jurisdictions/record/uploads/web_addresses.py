"""Addresses of spreadsheets on the web -> the addresses at which they give their rows as a file."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

GOOGLE, GOOGLE_LOGIN = "docs.google.com", "accounts.google.com"
_SHEET = re.compile(r"((?:/a/[\w.-]+)?/spreadsheets(?:/u/\d+)?/d/)(?!e/)([\w-]{10,})(?:/.*)?")
_PUBLISHED = re.compile(r"((?:/a/[\w.-]+)?/spreadsheets(?:/u/\d+)?/d/e/[\w-]{10,})/pub\w*")
_BLOB = re.compile(r"/([^/]+)/([^/]+)/blob/(.+)")
AS_FILES = frozenset({"csv", "tsv", "xlsx"})
"""The forms of Google's that can be read here."""


def file_address(address: str) -> str:
    """Where the rows of a spreadsheet lie that people look at elsewhere; other addresses as is.

    Google's `/edit` and `/pubhtml` become their CSV, GitHub's and Dropbox's pages their files.
    """
    address = address.strip()
    if "://" not in address and "." in address.partition("/")[0]:
        address = f"https://{address}"
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return address
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    if host == GOOGLE:
        return _google(parts.path, asked, parts.fragment) or address
    if host == "dropbox.com":
        return urlunsplit((*parts[:3], urlencode({**asked, "dl": "1"}), ""))
    if host == "github.com" and (blob := _BLOB.fullmatch(parts.path)):
        return f"https://raw.githubusercontent.com/{blob[1]}/{blob[2]}/{blob[3]}"
    return address


def _google(path: str, asked: dict[str, str], fragment: str) -> str:
    """The CSV of a sheet of Google's; "" for what is none."""
    said = parse_qs(fragment)
    gid = asked.get("gid") or next(iter(said.get("gid", ())), "")
    sheet = {"gid": gid} if gid.isascii() and gid.isdigit() else {}
    if found := _PUBLISHED.fullmatch(path):
        form = asked.get("output", "")
        one = {"single": "true"} if sheet else {}
        told = {**sheet, **one, "output": form if form in AS_FILES else "csv"}
        return f"https://{GOOGLE}{found[1]}/pub?{urlencode(told)}"
    if found := _SHEET.fullmatch(path):
        form = asked.get("format", "")
        told = {"format": form if form in AS_FILES else "csv", **sheet}
        return f"https://{GOOGLE}{found[1]}{found[2]}/export?{urlencode(told)}"
    return ""


def is_closed(final_address: str) -> bool:
    """Whether the way to a spreadsheet ended at a page to sign in at."""
    return (urlsplit(final_address).hostname or "") == GOOGLE_LOGIN
