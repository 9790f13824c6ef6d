"""Puts a mail that waits into words."""

from __future__ import annotations

from django.conf import settings
from django.utils.timezone import localdate
from django.utils.translation import override

from jurisdictions.mailing.news import news_of
from jurisdictions.read.asking import ask
from jurisdictions.read.editions import published_programs
from jurisdictions.read.news.between import followed
from jurisdictions.record.following.outgoing import Outgoing
from jurisdictions.render.mails.following import Reader, confirmation_mail, news_mail
from jurisdictions.render.mails.letters import Mail
from jurisdictions.render.mails.news import followed_text


def written(mail: Outgoing) -> Mail | None:
    """The mail in words; None for one that has nothing to tell any more."""
    followed_by_mail = mail.program, mail.geoid, mail.agency, mail.language
    reader = Reader(
        name=name_of(*followed_by_mail),
        spoken=name_of(*followed_by_mail, spoken=True),
        language=mail.language,
        weekly=mail.weekly,
        plain=mail.plain,
        leave=mail.leave,
        message_id=mail.message_id,
        confirm=mail.confirm,
        expires_at=mail.expires_at,
    )
    if not mail.number:
        return confirmation_mail(reader, settings.MAIL_SITE_URL)
    what = mail.geoid, mail.agency, mail.language
    found = list(news_of(mail.program, mail.since, mail.until, *what))
    return news_mail(reader, found, settings.MAIL_SITE_URL) if found else None


def name_of(program: str, geoid: str, agency: str, language: str, *, spoken: bool = False) -> str:
    """What is followed, in a language: the place, the agency, the program or the programs.

    `spoken`: as it stands within a sentence, "el condado de Harris, Texas".
    """
    programs = [row for row in published_programs(language) if program in {"", row.slug}]
    with override(language):
        for row in programs:
            as_of = ask(program=row.slug, language=language, today=localdate())
            if (geoid or agency) and (found := followed(as_of, geoid, agency)):
                return followed_text(found, spoken=spoken)
        return ", ".join(row.name for row in programs)
