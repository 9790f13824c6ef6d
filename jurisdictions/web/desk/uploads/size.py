"""Files that are too large are not kept while they arrive: the page then says so."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, StopUpload

from jurisdictions.record.ingest.uploaded import MOST_BYTES

TOO_LARGE = "tracker.file_too_large"
"""Stands in the request's META when a file was cut off."""


class SizeLimit(FileUploadHandler):
    """Stops at the first byte too many; the rest of the request is read and dropped."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.seen = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass the chunk on, unless it is one too many."""
        del start
        self.seen += len(raw_data)
        if self.seen > MOST_BYTES and self.request is not None:
            self.request.META[TOO_LARGE] = "1"
            raise StopUpload(connection_reset=False)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """The handlers after this one keep the file."""
        del file_size
