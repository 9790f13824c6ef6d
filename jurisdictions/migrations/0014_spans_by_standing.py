"""The columns that standings replace go; apart from the step before, for PostgreSQL's sake."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('jurisdictions', '0013_standings'),
    ]

    operations = [
        *(
            migrations.RemoveField(model_name='span', name=name)
            for name in (
                'status', 'position', 'agreement', 'activation', 'objection', 'local_limits',
                'activated_edtf', 'sharing_edtf',
            )
        ),
        migrations.AlterField(
            model_name='span',
            name='standing',
            field=models.ForeignKey(db_index=False, on_delete=models.PROTECT, related_name='+', to='jurisdictions.spanstanding'),
        ),
        *(
            migrations.AlterField(
                model_name='span',
                name=name,
                field=models.CharField(default='', max_length=21),
            )
            for name in ('start_edtf', 'end_edtf', 'since_edtf')
        ),
    ]
