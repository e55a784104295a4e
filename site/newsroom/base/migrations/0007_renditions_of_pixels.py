from django.db import migrations


def forget_files(apps, schema_editor):
    """Remove the files of renditions that were made with all that a camera wrote; each is made anew when it is asked for.

    One whose original is lost stays, since it could not be made again.
    """
    made = apps.get_model("base", "NewsroomRendition").objects.select_related("image")
    forgotten = kept = 0
    for rendition in made.iterator():
        if not rendition.image.file.storage.exists(rendition.image.file.name):
            kept += 1
        elif rendition.file.storage.exists(rendition.file.name):
            rendition.file.storage.delete(rendition.file.name)
            forgotten += 1
    if forgotten or kept:
        print(f"\n    renditions to be made anew without metadata: {forgotten}; kept, their original being lost: {kept}")


class Migration(migrations.Migration):

    dependencies = [
        ('base', '0006_former_files'),
    ]

    operations = [
        migrations.RunPython(forget_files, migrations.RunPython.noop),
    ]
