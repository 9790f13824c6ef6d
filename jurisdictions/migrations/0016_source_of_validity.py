"""A place names the source of its beginning, its end and its other codes."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('jurisdictions', '0015_drafts_under_their_program'),
    ]

    operations = [
        migrations.AddField(
            model_name='jurisdiction',
            name='validity_source',
            field=models.CharField(blank=True, default='', max_length=60, verbose_name='source of its dates'),
            preserve_default=False,
        ),
    ]
