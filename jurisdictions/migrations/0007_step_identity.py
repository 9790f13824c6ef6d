from django.db import migrations, models

import jurisdictions.models.base

STEPS = ("agreementstep", "optoutstep")


def name_steps(apps, schema_editor):
    """Every step keeps the name that its fact has borne so far: the part behind the thread."""
    for model in STEPS:
        versions = apps.get_model("jurisdictions", model).objects
        for pk, key in versions.values_list("pk", "fact__key"):
            versions.filter(pk=pk).update(step_id=key.rpartition(":")[2])


class Migration(migrations.Migration):
    """A step has a name of its own, which stays; its number in the thread may change."""

    dependencies = [
        ("jurisdictions", "0006_lives_of_places"),
    ]

    operations = [
        *(
            migrations.AddField(
                model,
                "step_id",
                models.CharField(default="", max_length=40, verbose_name="name of the step"),
                preserve_default=False,
            )
            for model in STEPS
        ),
        *(
            migrations.AlterField(
                model, "seq", jurisdictions.models.base.StepNumberField(verbose_name="step number")
            )
            for model in STEPS
        ),
        migrations.RunPython(name_steps, migrations.RunPython.noop),
    ]
