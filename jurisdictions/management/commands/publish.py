"""Derive every span that changed and publish a numbered edition."""

from __future__ import annotations

import getpass
from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from tqdm import tqdm

from jurisdictions.publish.editions import (
    NoRule,
    NothingRecorded,
    programs_recorded,
    publish_edition,
)
from jurisdictions.record.jobs.packages import ask_package
from jurisdictions.record.jobs.queue import ask_job


class Command(BaseCommand):
    """`manage.py publish [--program SLUG] [--reason TEXT] [--queue] [--without-package]`."""

    help = "Derives every span that changed facts touch and publishes a numbered edition."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--program", default="", help="default: every one that has facts")
        parser.add_argument("--by", default="", help="who publishes (default: this account)")
        parser.add_argument("--reason", default="")
        parser.add_argument("--queue", action="store_true", help="let the worker do it")
        parser.add_argument(
            "--without-package",
            action="store_true",
            help="do not ask the worker for the data package; it is made when first asked for",
        )

    def handle(self, *args: Any, queue: bool, **options: Any) -> None:
        # Without any the default is refused in its own words.
        slugs = [options["program"]] if options["program"] else programs_recorded()
        for slug in slugs or [settings.DEFAULT_PROGRAM]:
            asked = {
                "program": slug,
                "by": options["by"] or f"publish ({getpass.getuser()})",
                "reason": options["reason"],
            }
            if queue:
                self._queue(asked)
            else:
                self._publish(asked, package=not options["without_package"])

    def _queue(self, asked: dict[str, str]) -> None:
        lease = timedelta(seconds=settings.JOB_LEASE_SECONDS)
        number = ask_job(
            kind="publish", arguments=asked, by=asked["by"], at=timezone.now(), lease=lease
        )
        self.stdout.write(_("Job %(number)d: the worker will publish.") % {"number": number})

    def _publish(self, asked: dict[str, str], *, package: bool) -> None:
        bar = tqdm(unit=" places", disable=None, leave=False, file=self.stderr)

        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.n = done
            bar.refresh()

        try:
            published = publish_edition(**asked, at=timezone.now(), progress=progress)
        except (NoRule, NothingRecorded) as refused:
            raise CommandError(str(refused)) from None
        finally:
            bar.close()
        told = {"number": published.number, "places": published.places}
        told["spans"] = published.spans_changed
        if published.new and package:
            ask_package(
                program=asked["program"],
                edition=published.number,
                by=asked["by"],
                at=timezone.now(),
            )
        if published.new:
            said = _(
                "Published edition %(number)d: %(places)d places derived, %(spans)d spans changed."
            )
        else:
            said = _("Nothing changed since edition %(number)d: no new edition.")
        self.stdout.write(self.style.SUCCESS(said % told))
