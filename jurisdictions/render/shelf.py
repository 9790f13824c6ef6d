"""A folder of finished files that can be made again, held within a quota: the oldest go first."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG
from tempfile import NamedTemporaryFile

HALF = ".half"
"""How files that are being written end; what a killed process left goes when it is oldest."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Finished files in `folder`, `quota` bytes at most, save that the newest always stays."""

    folder: Path
    quota: int

    def path(self, name: str) -> Path:
        """Where a file of that name stands, or would."""
        return self.folder / name

    def read(self, name: str) -> bytes | None:
        """The file's content; None when it is not there."""
        with suppress(FileNotFoundError):
            return self.path(name).read_bytes()
        return None

    def put(self, name: str, content: bytes) -> None:
        """Keep a file: whole or not at all, whoever reads at the same moment."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self.folder, suffix=HALF, delete=False) as half:
            half.write(content)
        Path(half.name).chmod(0o644)
        self.take(Path(half.name), name)

    def take(self, finished: Path, name: str) -> None:
        """Keep a file that was written on the same disk; make room for it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        finished.replace(self.path(name))
        self._make_room(name)

    def _make_room(self, newest: str) -> None:
        room = self.quota
        for path, _age, size in sorted(self._files(), key=lambda file: file[1], reverse=True):
            room -= size
            if room < 0 and path.name != newest:
                path.unlink(missing_ok=True)

    def _files(self) -> list[tuple[Path, int, int]]:
        """Path, moment and size of each; another process may take one away meanwhile."""
        found = []
        for path in self.folder.iterdir():
            with suppress(FileNotFoundError):
                told = path.stat()
                if S_ISREG(told.st_mode):
                    found.append((path, told.st_mtime_ns, told.st_size))
        return found
