# Its own step: no table is altered while rows of it wait for their constraints to be checked.

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("jurisdictions", "0026_parts_of_uploads"),
    ]

    operations = [
        migrations.RemoveField(model_name="upload", name="proposal"),
    ]
