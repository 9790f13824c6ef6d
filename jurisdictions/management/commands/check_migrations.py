"""Say what the migrations that wait would do that the code now running would not survive."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.migrations.exceptions import NodeNotFoundError

from jurisdictions.operating.upgrading.surviving import breaches
from jurisdictions.operating.upgrading.waiting import since, waiting


class Command(BaseCommand):
    """`manage.py check_migrations [--since NAME]`; ends with 1 where old code would break."""

    help = "Says what of the migrations that wait older code would not survive. Changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--since", help="the last that old code knows (default: the database)")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            later, before = since(options["since"]) if options["since"] else waiting()
        except NodeNotFoundError:
            message = f"No migration is called {options['since']}."
            raise CommandError(message) from None
        found = list(breaches(later, before))
        for one in found:
            self.stdout.write(f"{one.migration} {one.what}: {one.instead}.")
        if found:
            message = (
                f"{len(found)} things that older code would not survive: stop web, worker and beat"
                " before you migrate."
            )
            raise CommandError(message)
        self.stdout.write(f"{len(later)} migrations; older code survives them.")
