"""Vouch for the machine's clock, after the tracker was off for long: what is due is deleted."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from jurisdictions.operating.clock.kept import believe_clock, doubted


class Command(BaseCommand):
    """`manage.py believe_clock`."""

    help = "Says that the machine's clock is right, where sweeps doubt it and delete nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        if not doubted():
            self.stdout.write(_("Nobody doubts the clock."))
            return
        now = timezone.now()
        try:
            believe_clock(now)
        except OSError as wrong:
            raise CommandError(_("It cannot be noted: %(why)s") % {"why": wrong}) from wrong
        said = _("It is %(moment)s. The next sweep deletes what is due.")
        self.stdout.write(said % {"moment": f"{now:%Y-%m-%d %H:%M} UTC"})
