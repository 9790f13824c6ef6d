"""The two mails that a follower gets: to confirm the address, and what is new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from jurisdictions.read.news.rows import News
from jurisdictions.render.mails.letters import Mail
from jurisdictions.render.mails.news import news_parts, subject
from jurisdictions.render.mails.parts import Link, Part, as_html, as_text
from jurisdictions.render.words.days import moment_text


@dataclass(frozen=True, slots=True)
class Reader:
    """To whom a mail goes, without the address: what is followed, how, and the tokens of links.

    `name` is what is followed, in the reader's language; `spoken` the same within a sentence.
    `expires_at` is when the link to confirm
    stops working; None for who has confirmed.
    """

    name: str
    spoken: str
    language: str
    weekly: bool
    plain: bool
    leave: str
    message_id: str
    confirm: str = ""
    expires_at: datetime | None = None


def confirmation_mail(reader: Reader, site: str) -> Mail:
    """Whether the owner of the address wants the mails; `site` is the scheme and host of links."""
    with override(reader.language):
        said = {"name": reader.name}
        how = _(
            "Once a week, on Mondays, you would be told what changed in the record of: %(name)s."
        )
        if not reader.weekly:
            how = _(
                "As soon as it changes, you would be told what is new in the record of: %(name)s."
            )
        until = moment_text(reader.expires_at) if reader.expires_at else ""
        way = site + reverse("follow-confirm", kwargs={"token": reader.confirm})
        open_it = _("If it was you, open this page and press the button on it")
        parts = [
            Part(
                lines=(
                    _("Somebody, perhaps you, asked for mails to this address."),
                    how % {"name": reader.spoken},
                )
            ),
            Part(links=(Link(open_it, way),)),
            Part(lines=(_("The link works until %(until)s.") % {"until": until},)),
            Part(
                lines=(
                    _(
                        "If it was not you, do nothing: no further mail comes, and the address is"
                        " deleted when the link stops working."
                    ),
                )
            ),
        ]
        foot = Part(links=(Link(_("Delete the address now"), _leave_way(reader, site)),))
        return _mail(reader, _("Please confirm: mails on %(name)s") % said, parts, foot, site)


def news_mail(reader: Reader, news: Sequence[News], site: str) -> Mail:
    """What is new since the last mail, of every program that has news."""
    with override(reader.language):
        parts = [part for one in news for part in news_parts(one, site)]
        foot = Part(
            lines=(
                _("You get this because you follow: %(name)s. Nobody is told whether you read it.")
                % {"name": reader.spoken},
            ),
            links=(Link(_("No more of these mails, with one click"), _leave_way(reader, site)),),
        )
        return _mail(reader, subject(news, reader.name), parts, foot, site)


def _mail(reader: Reader, title: str, parts: Sequence[Part], foot: Part, site: str) -> Mail:
    headers = {
        "Message-ID": reader.message_id,
        "List-Unsubscribe": f"<{_leave_way(reader, site)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
        "Content-Language": reader.language,
    }
    html = "" if reader.plain else as_html(parts, foot, title)
    return Mail(" ".join(title.split()), as_text(parts, foot), headers, html)


def _leave_way(reader: Reader, site: str) -> str:
    return site + reverse("follow-leave", kwargs={"token": reader.leave})
