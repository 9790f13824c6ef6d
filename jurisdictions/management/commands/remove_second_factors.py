"""Remove somebody's second factors: for the only administrator who lost phone and codes."""

from __future__ import annotations

import getpass
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from jurisdictions.read.keeping.people import person_of_address
from jurisdictions.record.people.permissions import ADMINISTRATOR, Actor
from jurisdictions.record.people.suspending import remove_second_factors
from jurisdictions.status.geoids import NATION


class Command(BaseCommand):
    """`manage.py remove_second_factors EMAIL`."""

    help = "Removes the second factors of an account; the next sign-in asks to set up new ones."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, email: str, **options: Any) -> None:
        person = person_of_address(email)
        if person is None:
            raise CommandError(_("No account has this address."))
        by = Actor(0, f"command ({getpass.getuser()})", frozenset({(ADMINISTRATOR, NATION)}))
        remove_second_factors(
            person=person, reason="from the command line", by=by, at=timezone.now()
        )
        self.stdout.write(_("Removed. The password alone lets in until new ones are set up."))
