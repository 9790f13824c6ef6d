"""The connection to SQLite: refuses a file that is not there, and notices one that went away.

SQLite makes a file that is missing anew, empty; and who has it open goes on reading and writing
what nobody else will ever see.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError


class DatabaseMissing(OperationalError):
    """The file of the database is not where it should be."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"There is no database at {name}. Put it back, or restore a backup (manage.py restore);"
            " manage.py migrate makes a new, empty one."
        )


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's, for a file that has to be there."""

    _opened: tuple[int, int] | None = None
    _creating = False

    @contextmanager
    def may_be_created(self) -> Iterator[None]:
        """Within it a database that is missing is made, empty."""
        before, self._creating = self._creating, True
        try:
            yield
        finally:
            self._creating = before

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """A connection; raises DatabaseMissing where there is no file."""
        name = str(conn_params["database"])
        if self.is_in_memory_db():
            return super().get_new_connection(conn_params)
        if not self._creating:
            if not Path(name).is_file():
                raise DatabaseMissing(name)
            # Between that look and this one it may go as well.
            conn_params = {**conn_params, "database": f"{Path(name).absolute().as_uri()}?mode=rw"}
        made = super().get_new_connection(conn_params)
        self._opened = _identity(name)
        return made

    def is_usable(self) -> bool:
        """Whether the file that is open is still the one that stands there."""
        if self.is_in_memory_db():
            return True
        return self._opened == _identity(str(self.settings_dict["NAME"])) is not None


def _identity(name: str) -> tuple[int, int] | None:
    try:
        found = os.stat(name)  # noqa: PTH116 - once a request
    except OSError:
        return None
    return found.st_dev, found.st_ino
