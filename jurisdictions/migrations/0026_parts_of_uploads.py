# A file may be sent in parts, each to those who review its rows: what was sent whole becomes a part.

from django.db import migrations, models
from django.db.models import deletion


def keep_what_was_sent(apps, schema_editor):
    """Make the one proposal of each upload its only part, and the upload finished."""
    upload, part = (apps.get_model("jurisdictions", name) for name in ("Upload", "UploadPart"))
    for sent in upload.objects.exclude(proposal=None).select_related("proposal"):
        part.objects.create(
            upload=sent,
            proposal=sent.proposal,
            sheet=sent.shape.get("sheet", ""),
            rows=sorted(set(sent.proposal.wishes.exclude(row=0).values_list("row", flat=True))),
        )
        sent.finished_at = sent.proposal.made_at
        sent.save(update_fields=["finished_at"])


def keep_the_first_part(apps, schema_editor):
    """One proposal is all that an upload could have: the first of its parts."""
    for part in apps.get_model("jurisdictions", "UploadPart").objects.order_by("-pk"):
        part.upload.proposal = part.proposal
        part.upload.save(update_fields=["proposal"])


class Migration(migrations.Migration):

    dependencies = [
        ("jurisdictions", "0025_claims_on_proposals"),
    ]

    operations = [
        migrations.AddField(
            model_name="upload",
            name="finished_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="finished at"),
        ),
        migrations.CreateModel(
            name="UploadPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sheet", models.CharField(blank=True, max_length=100, verbose_name="sheet")),
                ("rows", models.JSONField(default=list, verbose_name="rows")),
                (
                    "proposal",
                    models.OneToOneField(
                        on_delete=deletion.PROTECT,
                        related_name="part",
                        to="jurisdictions.proposal",
                    ),
                ),
                (
                    "upload",
                    models.ForeignKey(
                        on_delete=deletion.CASCADE,
                        related_name="parts",
                        to="jurisdictions.upload",
                    ),
                ),
            ],
            options={
                "verbose_name": "sent part of an upload",
                "verbose_name_plural": "sent parts of uploads",
                "ordering": ["id"],
            },
        ),
        migrations.RunPython(keep_what_was_sent, keep_the_first_part),
    ]
