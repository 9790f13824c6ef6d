"""What the author of an upload answers before its rows are checked: columns, dates, the source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Upload
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.public_words import tidy
from jurisdictions.record.uploads.asking import own_upload
from jurisdictions.record.uploads.columns import missing_columns, targets_of
from jurisdictions.record.uploads.layouts import chosen, keep_for_next_time, look_at
from jurisdictions.record.uploads.reading_first import Reading, read_first, reading_of
from jurisdictions.record.uploads.remembering import forget
from jurisdictions.record.uploads.steps import SOURCE, TABLE, go_on, pass_step, settle
from jurisdictions.record.written_dates import DAY_FIRST, MONTH_FIRST


def choose_columns(
    *, upload: int, columns: Sequence[str], erase: bool, texts: str, by: Actor, at: datetime
) -> None:
    """Say which column each heading is, "" to leave it out; then go on.

    `erase`: a blank cell empties what the record has. `texts`: the language of an export's texts,
    "" to find out. Raises Refused for a column that is missing or stands twice.
    """
    read = read_first(upload=upload, by=by, asked=partial(_asked, columns=columns))
    with transaction.atomic():
        found = own_upload(upload, by)
        table = read.of(found)
        found.columns = chosen(columns, erase=erase, texts=texts)
        found.shape.pop("remembered", None)
        # Who chose the columns has seen where they were read.
        pass_step(found, TABLE)
        settle(found, table, at)
        keep_for_next_time(found, at)
        go_on(found, by, at)


def _asked(upload: Upload, *, columns: Sequence[str]) -> Reading:
    """How an upload is read whose columns are chosen. Raises Refused as choose_columns does."""
    mode = str(upload.shape["mode"])
    taken = [column for column in columns if column]
    options = set(targets_of(mode))
    faults = [
        Fault("", 0, column, "", _("is chosen for two headings"))
        for column in dict.fromkeys(taken)
        if taken.count(column) > 1
    ]
    if len(columns) != len(upload.shape["headings"]) or not set(taken) <= options:
        faults.append(Fault("", 0, "", "", _("The columns are not those of the file.")))
    for column in missing_columns(mode, taken):
        said = _("is needed to tell which fact a row is about")
        faults.append(Fault("", 0, column, "", said))
    if faults:
        raise Refused(faults)
    return reading_of(upload)


@transaction.atomic
def choose_orders(*, upload: int, orders: Mapping[str, str], by: Actor, at: datetime) -> None:
    """Say whether the month or the day comes first in columns of dates; then go on.

    Raises Refused while a column that is asked about has no answer.
    """
    found = own_upload(upload, by)
    asked = {one["column"]: one["called"] for one in found.shape.get("days", ()) if one["asked"]}
    known = {name: orders.get(name, "") for name in asked}
    faults = [
        Fault("", 0, asked[name], "", _("Say whether the month or the day comes first."))
        for name, order in known.items()
        if order not in (MONTH_FIRST, DAY_FIRST)
    ]
    if faults:
        raise Refused(faults)
    found.answers = {**found.answers, "orders": {**found.answers.get("orders", {}), **known}}
    keep_for_next_time(found, at)
    go_on(found, by, at)


@transaction.atomic
def choose_source(
    *, upload: int, written: str, locator: str, same: bool, by: Actor, at: datetime
) -> None:
    """Say which source the rows rest on that name none, or go on without; then check the rows.

    `same`: corrections rest on the sources that are cited now.
    """
    found = own_upload(upload, by)
    answers = {name: told for name, told in found.answers.items() if name != "source"}
    if written.strip() or same:
        answers["source"] = {"same": same, "written": tidy(written), "locator": tidy(locator)}
    found.answers = answers
    pass_step(found, SOURCE)
    go_on(found, by, at)


def forget_shape(*, upload: int, by: Actor, at: datetime) -> None:
    """Take back what is remembered of files with these headings, and match them anew."""
    read = read_first(upload=upload, by=by)
    with transaction.atomic():
        found = own_upload(upload, by)
        table, mode = read.of(found), str(found.shape["mode"])
        forget(found.made_by_id, found.program_id, mode, found.shape["headings"])
        found.answers = {name: told for name, told in found.answers.items() if name != "orders"}
        look_at(found, table, found.kind, at)
        found.columns = None
        pass_step(found, TABLE)
        go_on(found, by, at)
