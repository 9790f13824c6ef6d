# What the author of an upload answered beside the places.

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("jurisdictions", "0003_what_dates_rest_on"),
    ]

    operations = [
        migrations.AddField(
            model_name="upload",
            name="answers",
            field=models.JSONField(default=dict, verbose_name="answers"),
        ),
    ]
