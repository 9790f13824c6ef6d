"""Delete an address that follows by mail: for who asks in another way, or whose mails come back."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.record.faults import Refused
from jurisdictions.record.following.leaving import forget_address


class Command(BaseCommand):
    """`manage.py forget_address EMAIL`."""

    help = "Deletes an e-mail address with all that it follows or asked to follow."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, email: str, **options: Any) -> None:
        try:
            number = forget_address(address=email)
        except Refused as refused:
            raise CommandError(refused.faults[0].reason) from refused
        if not number:
            self.stdout.write(_("This address follows nothing; nothing is kept of it."))
            return
        told = ngettext(
            "Deleted, with one thing that it followed.",
            "Deleted, with %(number)d things that it followed.",
            number,
        )
        self.stdout.write(told % {"number": number})
