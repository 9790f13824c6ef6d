"""`manage.py migrate`: Django's, and what alone may make a database of SQLite."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

from django.core.management.commands.migrate import Command as Migrate
from django.db import connections


class Command(Migrate):
    """Makes the database where it is missing, and brings its tables up to date."""

    def execute(self, *args: Any, **options: Any) -> Any:
        # The checks before it connect as well.
        database = connections[options["database"]]
        with getattr(database, "may_be_created", nullcontext)():
            return super().execute(*args, **options)
