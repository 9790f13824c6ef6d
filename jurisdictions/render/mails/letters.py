"""Mails as plain text, in their reader's language: the first line of a template is the subject."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from jurisdictions.read.keeping.mails import Letter
from jurisdictions.read.keeping.regions import region_name
from jurisdictions.read.program_addresses import in_program
from jurisdictions.record.people.invitations import Invited
from jurisdictions.record.people.mail_stops import stop_token
from jurisdictions.render.words.proposal_titles import told_title
from jurisdictions.render.words.roles import role_text

WIDTH = 76
MOST_PARTS = 50
"""What one mail tells in full; of more it says how many."""
NOTICES = {
    "account/email/email_changed": _("The e-mail address of your account was changed."),
    "account/email/email_confirm": _("The e-mail address of your account was confirmed."),
    "account/email/email_deleted": _("An e-mail address was taken off your account."),
    "account/email/password_changed": _("The password of your account was changed."),
    "account/email/password_reset": _("The password of your account was changed by e-mail."),
    "account/email/password_set": _("A password was set for your account."),
    "mfa/email/recovery_codes_generated": _("New recovery codes were made for your account."),
    "mfa/email/totp_activated": _("An authenticator app was switched on for your account."),
    "mfa/email/totp_deactivated": _("The authenticator app of your account was switched off."),
    "mfa/email/webauthn_added": _("A passkey or security key was added to your account."),
    "mfa/email/webauthn_removed": _("A passkey or security key was taken off your account."),
}
"""What allauth tells people of their accounts, by the name that it has for the mail."""
RESET = "account/email/password_reset_key"
LINKS = {
    RESET: "mails/account/password.txt",
    "account/email/email_confirmation": "mails/account/address.txt",
    "account/email/email_confirmation_signup": "mails/account/address.txt",
}


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail in words; `html` says the same, "" where it is text alone."""

    subject: str
    body: str
    headers: Mapping[str, str] = field(default_factory=dict)
    html: str = ""


def letter_mail(letter: Letter, site: str) -> Mail:
    """A letter about the record; `site` is the scheme and host of its links."""
    with override(letter.language):
        stop = _stop(letter, site)
        mail = _letter(letter, site, stop)
    return Mail(mail.subject, mail.body, _headers(stop))


def letters_mail(letters: Sequence[Letter], site: str) -> Mail:
    """One mail of all that there is to tell somebody, at least one letter."""
    first = letters[0]
    if len(letters) == 1:
        return letter_mail(first, site)
    with override(first.language):
        stop = _stop(first, site)
        parts = [_letter(letter, site, "") for letter in letters[:MOST_PARTS]]
        told = {
            "name": first.name,
            "count": len(letters),
            "parts": parts,
            "more": len(letters) - len(parts),
            "desk": site + _desk(first.program),
            "stop": stop,
        }
        mail = _worded("mails/several.txt", told, site)
    return Mail(mail.subject, mail.body, _headers(stop))


def _letter(letter: Letter, site: str, stop: str) -> Mail:
    """The words of one letter; without its foot where `stop` is ""."""
    with in_program(letter.program):
        link = site + reverse(letter.page, args=letter.keys or [letter.number])
    title = told_title(letter.gists, letter.told.get("where", ""), letter.told.get("title", ""))
    told = {**letter.told, "title": title, "name": letter.name, "link": link, "stop": stop}
    return _worded(f"mails/{letter.mail}.txt", told, site)


def _stop(letter: Letter, site: str) -> str:
    return site + reverse("mail-stop", kwargs={"token": stop_token(letter.person)})


def _desk(program: str) -> str:
    with in_program(program):
        return reverse("desk")


def _headers(stop: str) -> dict[str, str]:
    return {
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }


def account_mail(name: str, link: str) -> Mail:
    """A mail about an account, in the language that is active."""
    site = link[: link.index("/", link.index("//") + 2)]
    if name in LINKS:
        return _worded(LINKS[name], {"link": link}, site)
    return _worded("mails/account/notice.txt", {"notice": NOTICES[name]}, site)


def invitation_mail(link: str, invited: Invited) -> Mail:
    """The mail that offers an account."""
    site = link[: link.index("/", link.index("//") + 2)]
    with override(invited.language):
        told = {
            "link": link,
            "invited_by": invited.invited_by,
            "roles": [
                role_text(role, region_name(geoid, invited.language))
                for role, geoid in invited.roles
            ],
            "until": invited.expires_at.date(),
        }
        return _worded("mails/account/invitation.txt", told, site)


def _worded(template: str, told: Mapping[str, object], site: str) -> Mail:
    text = render_to_string(template, {**told, "site": site + reverse("home")}).strip()
    subject, _line, body = text.partition("\n")
    paragraphs = re.sub(r"\n{3,}", "\n\n", body.strip())
    return Mail(" ".join(subject.split()), _wrapped(paragraphs) + "\n")


def _wrapped(text: str) -> str:
    """Lines that every reader can show; a link is never broken."""
    return "\n".join(_wrapped_line(line.rstrip()) for line in text.split("\n"))


def _wrapped_line(line: str) -> str:
    if line == "--":
        # With its blank, mail programs know the signature by it.
        return "-- "
    return textwrap.fill(line, WIDTH, break_long_words=False, break_on_hyphens=False)
