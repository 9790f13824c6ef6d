# The rows of a file as they were read, what was written over their cells, which stay for later.
# Rows that were kept before are read again: what was found is told by row now.

from django.db import migrations, models


def ask_again(apps, schema_editor):
    """What was found of a file that waits is told in another form: it has to be checked again."""
    waiting = apps.get_model("jurisdictions", "Upload").objects.filter(finished_at=None)
    for upload in waiting.exclude(findings={}):
        upload.findings, upload.faults, upload.wishes = {}, [], []
        upload.save(update_fields=["findings", "faults", "wishes"])


class Migration(migrations.Migration):

    dependencies = [
        ("jurisdictions", "0032_own_reviews_and_tips"),
    ]

    operations = [
        migrations.AddField(
            model_name="upload",
            name="rows",
            field=models.JSONField(default=dict, verbose_name="rows"),
        ),
        migrations.AddField(
            model_name="upload",
            name="mends",
            field=models.JSONField(default=dict, verbose_name="mended cells"),
        ),
        migrations.AddField(
            model_name="upload",
            name="left",
            field=models.JSONField(default=dict, verbose_name="rows left for later"),
        ),
        migrations.RunPython(ask_again, migrations.RunPython.noop),
    ]
