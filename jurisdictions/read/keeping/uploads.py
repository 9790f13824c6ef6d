"""A person's uploads as their pages show them: the file, the check, what it found."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from jurisdictions.models import Agency, Source, Upload
from jurisdictions.models.job import FINAL, JobStatus
from jurisdictions.read.keeping.upload_steps import UploadSteps, step_of, steps_of

FAULTS_AT_A_TIME = 50
WISHES_AT_A_TIME = 10
LIST_OF = "list_of"
"""What the shape of an upload says that is read as a list: it has a page of its own."""


@dataclass(frozen=True, slots=True)
class Question:
    """A written name that somebody has to say the place of; `answer` None while nobody has."""

    key: str
    written: str
    candidates: tuple[str, ...]
    called: bool
    rows: int
    first: int


@dataclass(frozen=True, slots=True)
class Answered:
    """What the author said that a written name means; "" for none of the places."""

    written: str
    geoid: str


@dataclass(frozen=True, slots=True)
class OrderQuestion:
    """A column of dates that can be read in two ways: each sample as written, and both readings.

    The first reading has the month first, the second the day.
    """

    column: str
    called: str
    samples: tuple[tuple[str, str, str], ...]
    rows: int
    first: int


@dataclass(frozen=True, slots=True)
class WordQuestion:
    """A written word that is none of the record's: which of `options` is meant?"""

    column: str
    called: str
    written: str
    options: tuple[str, ...]
    rows: int
    first: int


@dataclass(frozen=True, slots=True)
class NewSource:
    """A source that rows name and that is not on record; `cells` are what is said of it."""

    written: str
    cells: Mapping[str, str]
    rows: int
    first: int


@dataclass(frozen=True, slots=True)
class Lacking:
    """How many rows record, and how many correct, a value and name no source."""

    recorded: int = 0
    corrected: int = 0
    first: int = 0

    @property
    def rows(self) -> int:
        """All of them."""
        return self.recorded + self.corrected


@dataclass(frozen=True, slots=True)
class SentPart:
    """What of a file was sent to the people of one region; `standing` is its status in words."""

    proposal: int
    geoid: str
    status: str
    standing: str
    rows: int


@dataclass(frozen=True, slots=True)
class UploadRow:
    """An upload; of its findings the counts alone."""

    upload_id: int
    program: str
    kind: str
    mode: str
    file_name: str
    made_at: datetime
    rows: int
    chosen: bool
    checking: bool
    failed: bool
    progress: float
    queued: bool
    finished: bool
    stuck: str
    counts: Mapping[str, int]
    step: str
    parts: tuple[SentPart, ...]

    @property
    def is_checked(self) -> bool:
        """Whether there is something to look at."""
        return bool(self.counts) and not self.checking

    @property
    def rejected(self) -> int:
        """Rows of which something is wrong."""
        return self.counts.get("rejected", 0)

    @property
    def left(self) -> int:
        """Rows that could be sent, and that their author leaves for later."""
        return self.counts.get("left", 0)

    @property
    def staying(self) -> int:
        """Rows that stay in the file when the others are sent."""
        return self.rejected + self.left

    @property
    def changing(self) -> int:
        """Rows that would change something, save those that are left for later."""
        return self.counts.get("created", 0) + self.counts.get("corrected", 0) - self.left


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A row as the check read it: `cells` as they came by column, `mends` what lies over them.

    `became` is new, changed, unchanged, proposed or faulty; `left` for later or not.
    """

    number: int
    became: str
    fact: str
    cells: Mapping[str, str]
    mends: Mapping[str, str]
    left: bool

    @property
    def shown(self) -> Mapping[str, str]:
        """The cells with their mends."""
        return {**self.cells, **self.mends}


@dataclass(frozen=True, slots=True)
class UploadDetail:
    """An upload with its header, the answers so far and all that the check found."""

    row: UploadRow
    headings: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...]
    sheet: str
    unread: tuple[str, ...]
    sheets: tuple[str, ...]
    head: int
    above: tuple[str, ...]
    columns: tuple[str, ...] | None
    erase: bool
    texts: str
    answers: tuple[Answered, ...]
    questions: tuple[Question, ...]
    orders: tuple[OrderQuestion, ...]
    words: tuple[WordQuestion, ...]
    new_sources: tuple[NewSource, ...]
    lacking: Lacking
    other_answers: Mapping[str, Any]
    mends: tuple[str, ...]
    proposed: tuple[tuple[int, int], ...]
    effect: Mapping[str, Any] | None
    cautions: tuple[Mapping[str, Any], ...]
    faults: tuple[Mapping[str, Any], ...]
    wishes: tuple[Mapping[str, Any], ...]
    before: UploadSteps
    columns_read: tuple[str, ...]
    rows: tuple[KeptRow, ...]
    since: int


def source_names() -> tuple[tuple[str, str], ...]:
    """The key and the title of every source on record, by title. One query."""
    current = Source.objects.current().order_by("title")
    return tuple(current.values_list("key", "title"))


def agency_names() -> tuple[tuple[str, str], ...]:
    """The key and the name of every agency on record, by key. One query."""
    current = Agency.objects.current().order_by("agency")
    return tuple(current.values_list("agency", "name"))


def uploads_of(person: int) -> tuple[UploadRow, ...]:
    """What somebody uploaded and has not yet proposed whole, newest first. Two queries."""
    own = _own(person).filter(finished_at=None)
    return tuple(_row(upload) for upload in own.defer("faults", "wishes", "rows"))


def _own(person: int) -> QuerySet[Upload]:
    own = Upload.objects.filter(made_by_id=person).select_related("job", "program")
    return own.exclude(shape__has_key=LIST_OF).prefetch_related("parts__proposal")


def sheets_read(file_name: str, person: int) -> Mapping[str, int]:
    """The sheets of somebody's workbook that are read as files of their own: upload by sheet.

    Of several the newest. One query.
    """
    own = _own(person).filter(file_name=file_name).order_by("pk")
    return dict(own.values_list("shape__sheet", "pk"))


def upload_row(upload: int, person: int) -> UploadRow | None:
    """One upload of somebody; None when it is not theirs, or there is none."""
    found = _own(person).filter(pk=upload).defer("faults", "wishes", "rows").first()
    return _row(found) if found else None


def upload_detail(upload: int, person: int) -> UploadDetail | None:
    """One upload of somebody with all that is known of it."""
    found = _own(person).filter(pk=upload).first()
    if found is None:
        return None
    columns = found.columns or {}
    told: dict[str, Any] = found.findings
    return UploadDetail(
        row=_row(found),
        headings=tuple(found.shape["headings"]),
        samples=tuple(tuple(row) for row in found.shape["samples"]),
        sheet=found.shape["sheet"],
        unread=tuple(found.shape["unread"]),
        sheets=tuple(found.shape.get("sheets", ())),
        head=found.shape.get("head", 1),
        above=tuple(found.shape.get("above", ())),
        columns=tuple(columns["targets"]) if columns else None,
        erase=bool(columns.get("erase")),
        texts=str(columns.get("texts", "")),
        answers=tuple(_answered(*one) for one in found.places.items()),
        questions=tuple(_question(one) for one in told.get("questions", ())),
        orders=tuple(_order(one) for one in told.get("orders", ())),
        words=tuple(_word(one) for one in told.get("words", ())),
        new_sources=tuple(_new_source(one) for one in told.get("sources", ())),
        lacking=_lacking(told.get("lacking", {})),
        other_answers=found.answers,
        mends=tuple(told.get("mends", ())),
        proposed=tuple((one[0], one[1]) for one in told.get("proposed", ())),
        effect=told.get("effect"),
        cautions=tuple(told.get("cautions", ())),
        faults=tuple(found.faults),
        wishes=tuple(found.wishes),
        before=steps_of(found),
        columns_read=tuple(found.rows.get("columns", ())),
        rows=_kept_rows(found),
        since=len(told.get("since", ())),
    )


def _kept_rows(upload: Upload) -> tuple[KeptRow, ...]:
    columns, sheet = upload.rows.get("columns", ()), upload.shape["sheet"]
    mends, left = upload.mends.get(sheet, {}), set(upload.left.get(sheet, ()))
    return tuple(
        KeptRow(
            number,
            became,
            fact,
            dict(zip(columns, cells, strict=False)),
            mends.get(str(number), {}),
            number in left,
        )
        for number, became, fact, cells in upload.rows.get("rows", ())
    )


def _answered(key: str, geoid: str) -> Answered:
    written, state, _county = json.loads(key)
    return Answered(", ".join(part for part in (written, state) if part), geoid)


def _question(told: Mapping[str, Any]) -> Question:
    return Question(
        told["key"],
        told["written"],
        tuple(told["candidates"]),
        told["called"],
        len(told["at"]),
        min(told["at"], default=0),
    )


def _order(told: Mapping[str, Any]) -> OrderQuestion:
    samples = tuple((one[0], one[1], one[2]) for one in told["samples"])
    return OrderQuestion(told["column"], told["called"], samples, told["rows"], told["first"])


def _word(told: Mapping[str, Any]) -> WordQuestion:
    at = told["at"]
    named = told["column"], told["called"], told["written"]
    return WordQuestion(*named, tuple(told["options"]), len(at), min(at, default=0))


def _new_source(told: Mapping[str, Any]) -> NewSource:
    return NewSource(told["written"], told["cells"], len(told["at"]), min(told["at"], default=0))


def _lacking(told: Mapping[str, Any]) -> Lacking:
    recorded, corrected = told.get("recorded", ()), told.get("corrected", ())
    first = min((*recorded, *corrected), default=0)
    return Lacking(len(recorded), len(corrected), first)


def _row(upload: Upload) -> UploadRow:
    job = upload.job
    checking = job is not None and job.status not in FINAL
    stopped = job is not None and job.status in (JobStatus.FAILED, JobStatus.CANCELLED)
    return UploadRow(
        upload_id=upload.pk,
        program=upload.program.slug,
        kind=upload.kind,
        mode=upload.shape["mode"],
        file_name=upload.file_name,
        made_at=upload.made_at,
        rows=upload.shape["rows"],
        chosen=upload.columns is not None,
        checking=checking,
        failed=stopped and not upload.findings,
        progress=job.progress if job and checking else 1.0,
        queued=job is not None and job.status == JobStatus.QUEUED,
        finished=upload.finished_at is not None,
        stuck=upload.findings.get("stuck", ""),
        counts=upload.findings.get("counts", {}),
        step=step_of(upload),
        parts=tuple(
            SentPart(
                part.proposal_id,
                part.proposal.geoid,
                part.proposal.status,
                part.proposal.get_status_display(),
                len(part.rows),
            )
            for part in upload.parts.all()
        ),
    )
