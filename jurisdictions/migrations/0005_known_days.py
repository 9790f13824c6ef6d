"""Spans carry their days as precise as the facts behind them; those already published get them."""

from collections import defaultdict
from datetime import date

from django.db import migrations, models

DAYS = {
    "Activation": ("activation", ("activated_on", "deactivated_on")),
    "AgreementStep": ("agreement", ("on",)),
    "OptOutStep": ("opt_out", ("on",)),
    "LocalMeasure": ("local_measure", ("on",)),
    "PolicyEvent": ("policy_event", ("on",)),
}
COLUMNS = ("start_edtf", "end_edtf", "since_edtf", "activated_edtf", "sharing_edtf")
OUT_OF_FORCE = ("not-begun", "program-ended")


def known_days(apps, schema_editor):
    """Fill in the columns of every span, in every edition in which it stood."""
    program = apps.get_model("jurisdictions", "Program")
    for one in program.objects.all():
        _fill(apps, schema_editor.connection, one)


def _fill(apps, connection, program):
    span = apps.get_model("jurisdictions", "Span")
    edition = apps.get_model("jurisdictions", "Edition")
    changes = dict(edition.objects.filter(program=program).values_list("number", "last_change_id"))
    newest = max(changes, default=0)
    dates = _dates(apps, program)
    places = defaultdict(list)
    for row in span.objects.filter(program=program).order_by("pk"):
        places[row.geoid].append(row)
    updates, added = [], []
    for rows in places.values():
        for row, runs in _runs(rows, changes, newest, dates):
            for number, (first, last, values) in enumerate(runs):
                until = row.last_edition if number == len(runs) - 1 else last
                if number == 0:
                    updates.append((*values, until, row.pk))
                else:
                    added.append(_copy(span, row, first, until, values))
    table = connection.ops.quote_name(span._meta.db_table)
    sets = ", ".join(f"{connection.ops.quote_name(name)} = %s" for name in (*COLUMNS, "last_edition"))
    with connection.cursor() as cursor:
        if updates:
            cursor.executemany(f"UPDATE {table} SET {sets} WHERE id = %s", updates)
    span.objects.bulk_create(added, batch_size=40)


def _copy(span, row, first, last, values):
    fields = {f.attname: getattr(row, f.attname) for f in span._meta.concrete_fields}
    fields |= dict(zip(COLUMNS, values, strict=True))
    del fields["id"]
    return span(**(fields | {"first_edition": first, "last_edition": last}))


def _dates(apps, program):
    """For each fact the dates it bore: from which change on, up to which, and the texts."""
    found = defaultdict(list)
    for model, (kind, fields) in DAYS.items():
        versions = apps.get_model("jurisdictions", model).objects.filter(fact__program=program)
        for key, begun, ended, *days in versions.values_list(
            "fact__key", "change_id", "ended_by_id", *fields
        ):
            texts = tuple(str(day) if day else "" for day in days)
            found[f"{kind}:{key}"].append((begun, ended, texts))
    return found


def _runs(rows, changes, newest, dates):
    """Each row with the ranges of editions in which its values are the same, and the values."""
    cuts = sorted({row.first_edition for row in rows} | {
        row.last_edition + 1 for row in rows if row.last_edition is not None
    })
    told = defaultdict(list)
    for first, after in zip(cuts, [*cuts[1:], newest + 1], strict=True):
        standing = [
            row for row in rows
            if row.first_edition <= first and (row.last_edition is None or row.last_edition >= first)
        ]
        standing.sort(key=lambda row: row.start or date.min)
        for row, values in zip(standing, _values(standing, changes[first], dates) if standing else ()):
            runs = told[row.pk]
            if runs and runs[-1][2] == values:
                runs[-1] = (runs[-1][0], after - 1, values)
            else:
                runs.append((first, after - 1, values))
    return [(row, told[row.pk]) for row in rows]


def _values(rows, change, dates):
    """The five texts of each span of a place, first to last, as of a change."""
    found = []
    since = sharing = ""
    status, shared = None, False
    for row in rows:
        start = _known(row.start, row.reasons.split(), change, dates)
        since = since if row.status == status else start
        shares = row.activation == "activated" and row.status not in OUT_OF_FORCE
        sharing = "" if not shares else sharing if shared else start
        activated = _activated(row, change, dates)
        if found:
            found[-1][1] = start
        found.append([start, "", since, activated, sharing])
        status, shared = row.status, shares
    return [tuple(values) for values in found]


def _known(day, names, change, dates):
    """What the facts that took effect on the day tell of it; the day itself when one knows it.

    Where none begins with it, it is that of a step that counts from the day of the one above.
    """
    if day is None:
        return ""
    told = [(name, text) for name in names for text in _as_of(dates.get(name, ()), change) if text]
    texts = [text for _name, text in told if (text + "-01-01")[:10] == day.isoformat()]
    steps = [
        text
        for name, text in told
        if name.startswith(("agreement:", "opt_out:")) and day.isoformat().startswith(text)
    ]
    return max(texts or steps, key=len, default=day.isoformat())


def _activated(row, change, dates):
    if row.activation != "activated":
        return ""
    names = [name for name in row.reasons.split() if name.startswith("activation:")]
    texts = [text for name in names for text in _as_of(dates.get(name, ()), change)[:1] if text]
    return max(texts, key=lambda text: (text + "-01-01")[:10], default="")


def _as_of(versions, change):
    return next(
        (texts for begun, ended, texts in versions if begun <= change and (ended is None or ended > change)),
        (),
    )


class Migration(migrations.Migration):

    dependencies = [
        ('jurisdictions', '0004_upload_answers'),
    ]

    operations = [
        *(
            migrations.AddField("span", name, models.CharField(default="", max_length=10))
            for name in COLUMNS
        ),
        migrations.RunPython(known_days, migrations.RunPython.noop),
    ]
