"""Static files over the wire: what never changes is never asked about again."""

from __future__ import annotations

from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.responders import StaticFile

_VALIDATORS = ("Last-Modified", "ETag")


class StaticFilesMiddleware(WhiteNoiseMiddleware):  # type: ignore[misc]  # untyped
    """Names no validators of files that are kept for ever: a page loads fifty of them."""

    def get_static_file(
        self, path: str, url: str, stat_cache: dict[str, object] | None = None
    ) -> StaticFile:
        """The file as WhiteNoise serves it. Raises MissingFileError."""
        file = super().get_static_file(path, url, stat_cache)
        file.alternatives = [
            (encoding, found, without_validators(headers))
            for encoding, found, headers in file.alternatives
        ]
        return file


def without_validators(headers: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The headers of a file, without what asks whether it changed where it never does."""
    if "immutable" not in dict(headers).get("Cache-Control", ""):
        return headers
    return [(name, value) for name, value in headers if name not in _VALIDATORS]
