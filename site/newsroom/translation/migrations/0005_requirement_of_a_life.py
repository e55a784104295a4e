from django.db import migrations


def carry_over(apps, schema_editor):
    """What a language is to its release is a fact of the release's life."""
    Task, Life = apps.get_model("translation", "TranslationTask"), apps.get_model("publication", "Life")
    LifeLanguage = apps.get_model("publication", "LifeLanguage")
    lives = dict(Life.objects.values_list("translation_key", "pk"))
    for key, locale_id, requirement in Task.objects.values_list("translation_key", "target_locale_id", "requirement"):
        if key in lives:
            LifeLanguage.objects.create(life_id=lives[key], locale_id=locale_id, requirement=requirement)


class Migration(migrations.Migration):
    """Destructive: the requirement leaves the task for the life."""

    dependencies = [("translation", "0004_record_tasks"), ("news", "0008_life")]

    operations = [
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        migrations.RemoveField("translationtask", "requirement"),
        migrations.RemoveField("translationtask", "held_back_told_at"),
    ]
