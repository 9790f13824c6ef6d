"""A span's status and dimensions become one standing, kept once; its own days become data."""

from django.db import migrations, models

DIMENSIONS = ("position", "agreement", "activation", "objection", "local_limits")
DAYS = (("activated_edtf", "activated_on"), ("sharing_edtf", "sharing_since"))


def fill(apps, schema_editor):
    """Give every span of every edition its standing and its days, in the database itself."""
    standing = apps.get_model("jurisdictions", "SpanStanding")
    span = apps.get_model("jurisdictions", "Span")
    columns = ("program_id", "status", *DIMENSIONS)
    found = span.objects.order_by().values_list(*columns).distinct()
    standing.objects.bulk_create(
        standing(program_id=program, status=status, dimensions=as_json(DIMENSIONS, words))
        for program, status, *words in sorted(found)
    )
    quote = schema_editor.connection.ops.quote_name
    spans, standings = quote(span._meta.db_table), quote(standing._meta.db_table)
    members = " || ',' || ".join(f"'\"{name}\":\"' || {quote(name)} || '\"'" for name in DIMENSIONS)
    told = " || ".join(
        f"CASE WHEN {quote(old)} = '' THEN '' ELSE ',\"{new}\":\"' || {quote(old)} || '\"' END"
        for old, new in DAYS
    )
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {spans} SET standing_id = (SELECT s.id FROM {standings} AS s"
            f" WHERE s.program_id = {spans}.program_id AND s.status = {spans}.status"
            f" AND s.dimensions = '{{' || {members} || '}}')"
        )
        cursor.execute(f"UPDATE {spans} SET days_edtf = {told}")
        cursor.execute(
            f"UPDATE {spans} SET days_edtf = '{{' || substr(days_edtf, 2) || '}}'"
            " WHERE days_edtf <> ''"
        )


def as_json(names, words):
    """As the database puts it together: nothing in it needs escaping."""
    told = ",".join(f'"{name}":"{word}"' for name, word in zip(names, words, strict=True))
    return f"{{{told}}}"


class Migration(migrations.Migration):

    dependencies = [
        ('jurisdictions', '0012_intervals_of_dates'),
    ]

    operations = [
        migrations.CreateModel(
            name='SpanStanding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=40)),
                ('dimensions', models.TextField()),
                ('program', models.ForeignKey(on_delete=models.PROTECT, related_name='+', to='jurisdictions.program')),
            ],
            options={
                'verbose_name': 'standing',
                'verbose_name_plural': 'standings',
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('program', 'status', 'dimensions'), name='standing_kept_once')],
            },
        ),
        migrations.AddField(
            model_name='span',
            name='standing',
            field=models.ForeignKey(null=True, db_index=False, on_delete=models.PROTECT, related_name='+', to='jurisdictions.spanstanding'),
        ),
        migrations.AddField(
            model_name='span',
            name='days_edtf',
            field=models.TextField(default=''),
        ),
        migrations.RunPython(fill, elidable=False),
    ]
