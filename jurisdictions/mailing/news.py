"""The news of a follower since the editions of which they were told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.utils.timezone import localdate

from jurisdictions.read.news.between import news
from jurisdictions.read.news.rows import News


def news_of(
    program: str,
    since: Mapping[str, int],
    until: Mapping[str, int],
    geoid: str,
    agency: str,
    language: str,
) -> Iterator[News]:
    """The news of a program, of every one for "", in the order of their slugs.

    Of a program that had no edition when somebody began to follow, its first edition is no news.
    """
    for slug, number in sorted(until.items()):
        if slug not in since or program not in {"", slug}:
            continue
        found = news(
            program=slug,
            since=since[slug],
            until=number,
            geoid=geoid,
            agency=agency,
            language=language,
            today=localdate(),
        )
        if found:
            yield found
