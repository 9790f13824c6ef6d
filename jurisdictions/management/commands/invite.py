"""Invite somebody from the command line: how the first administrator comes in."""

from __future__ import annotations

import getpass
import os
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jurisdictions.management.address import AddressRefused, address_from
from jurisdictions.management.running import running
from jurisdictions.read.keeping.regions import Unclear, region_meant
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.invitations import Invited, invite
from jurisdictions.record.people.permissions import ADMINISTRATOR, INCLUDES, Actor
from jurisdictions.render.mails.letters import invitation_mail
from jurisdictions.status.geoids import NATION


class Command(BaseCommand):
    """`manage.py invite EMAIL --role administrator [--region 17] [--name NAME] [--language es]`."""

    help = "Invites somebody to an account: mails the link and prints it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--role", required=True, choices=sorted(INCLUDES))
        parser.add_argument("--region", default=NATION, help="a geoid or a name (default: US)")
        parser.add_argument("--name", default="", help="who invites (default: this account)")
        parser.add_argument(
            "--language", default="en", choices=[code for code, _name in settings.LANGUAGES]
        )

    def handle(self, *args: Any, email: str, role: str, language: str, **options: Any) -> None:
        name = options["name"] or f"invite ({getpass.getuser()})"
        by = Actor(0, name, frozenset({(ADMINISTRATOR, NATION)}))
        try:
            geoid = region_meant(options["region"], language)
            invited = invite(
                email=email, roles=[(role, geoid)], language=language, by=by, at=timezone.now()
            )
        except Unclear as unclear:
            offered = ", ".join(f"{place.label} ({place.geoid})" for place in unclear.offered)
            raise CommandError(f"--region {unclear.text!r}: {offered or 'no such place'}") from None
        except Refused as refused:
            raise CommandError("; ".join(fault.reason for fault in refused.faults)) from None
        link = _link(invited)
        if settings.EMAIL_URL or settings.DEV_OUTBOX:
            self._send(invited, link)
        said = _("Whoever opens this link joins, once, within 14 days:")
        self.stdout.write(f"{self.style.SUCCESS(said)}\n{link}")

    def _send(self, invited: Invited, link: str) -> None:
        mail = invitation_mail(link, invited)
        try:
            EmailMessage(mail.subject, mail.body, to=[invited.email]).send()
        except OSError as wrong:
            self.stderr.write(_("The e-mail could not be sent: %(wrong)s") % {"wrong": wrong})


def _link(invited: Invited) -> str:
    """On SITE_URL where it is set; else where the server runs, or would by the environment."""
    site = settings.SITE_URL
    if not site:
        try:
            address = running(settings.DATA_DIR) or address_from(os.environ)
            site = address.url.rstrip("/")
        except AddressRefused as refused:
            raise CommandError(str(refused)) from None
    with translation.override(invited.language):
        return f"{site}{reverse('invitation', kwargs={'secret': invited.secret})}"
