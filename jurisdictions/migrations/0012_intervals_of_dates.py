"""Columns of dates are wide enough for an interval: `2026-05-14/2026-05-18`.

The field says its own width, in old migrations too, so that a new database has it at once. Only
PostgreSQL holds texts to the width of a column that it has already.
"""

from django.db import migrations

from jurisdictions.models.base import PartialDateField


def widen(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    quote = schema_editor.quote_name
    for model in apps.get_app_config("jurisdictions").get_models():
        for field in model._meta.local_fields:
            if isinstance(field, PartialDateField):
                kind = field.db_type(schema_editor.connection)
                schema_editor.execute(
                    f"ALTER TABLE {quote(model._meta.db_table)}"
                    f" ALTER COLUMN {quote(field.column)} TYPE {kind}"
                )


class Migration(migrations.Migration):

    dependencies = [
        ('jurisdictions', '0011_agencies_and_their_agreements'),
    ]

    operations = [migrations.RunPython(widen, migrations.RunPython.noop)]
