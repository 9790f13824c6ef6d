"""A figure says why the record gives another number, where that is known."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('jurisdictions', '0016_source_of_validity'),
    ]

    operations = [
        migrations.AddField(
            model_name='reportedfigure',
            name='reason',
            field=models.TextField(blank=True, verbose_name='why it differs'),
        ),
        migrations.AddField(
            model_name='reportedfigure',
            name='reason_es',
            field=models.TextField(blank=True, verbose_name='why it differs, in Spanish'),
        ),
    ]
