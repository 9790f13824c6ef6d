"""What the environment decides: read once, with plain words for what is wrong."""

from __future__ import annotations

import os
import secrets
from ipaddress import ip_network
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
TRUE, FALSE = {"1", "true", "yes", "on"}, {"", "0", "false", "no", "off"}


def flag(name: str) -> bool:
    """A yes or no from the environment; anything else is refused by name."""
    text = os.environ.get(name, "").strip().lower()
    if text not in TRUE | FALSE:
        message = f"{name} is {text!r}: write 1 or 0"
        raise ImproperlyConfigured(message)
    return text in TRUE


def number(name: str, default: float) -> float:
    """A number above zero from the environment; anything else is refused by name."""
    text = os.environ.get(name, "").strip()
    try:
        value = float(text) if text else default
    except ValueError:
        value = 0
    if not 0 < value < float("inf"):
        message = f"{name} is {text!r}: write a number above 0"
        raise ImproperlyConfigured(message)
    return value


def count(name: str, default: int) -> int:
    """A whole number from 0 up from the environment; anything else is refused by name."""
    text = os.environ.get(name, "").strip()
    if text and not (text.isascii() and text.isdigit()):
        message = f"{name} is {text!r}: write a whole number from 0 up"
        raise ImproperlyConfigured(message)
    return int(text) if text else default


def one_of(name: str, known: tuple[str, ...]) -> str:
    """A word of a few, the first where none is set; anything else is refused by name."""
    text = os.environ.get(name, "").strip().lower() or known[0]
    if text not in known:
        message = f"{name} is {text!r}: write one of {', '.join(known)}"
        raise ImproperlyConfigured(message)
    return text


def words(name: str, default: str) -> list[str]:
    """A list, separated by commas; an empty variable is as if unset."""
    text = os.environ.get(name) or default
    return [word.strip() for word in text.split(",") if word.strip()]


def networks(name: str) -> list[str]:
    """Networks (`198.51.100.0/24`), separated by commas; anything else is refused by name."""
    written = words(name, "")
    for one in written:
        try:
            ip_network(one, strict=False)
        except ValueError as wrong:
            message = f"{name} is {one!r}: write networks like 198.51.100.0/24"
            raise ImproperlyConfigured(message) from wrong
    return written


def data_dir() -> Path:
    """The folder that holds everything the tracker writes; made when it is missing."""
    folder = Path(os.environ.get("DATA_DIR") or BASE_DIR / "var").resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        message = f"DATA_DIR is {str(folder)!r}, which cannot be made: {wrong.strerror}"
        raise ImproperlyConfigured(message) from wrong
    return folder


def secret_key(folder: Path) -> str:
    """SECRET_KEY from the environment, else one made on the first run and kept in `folder`."""
    if given := os.environ.get("SECRET_KEY"):
        return given
    kept = folder / "secret-key"
    try:
        with open(kept, "x", encoding="utf-8", opener=_private) as file:
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return kept.read_text(encoding="utf-8")


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
