import json
import sys
from collections import defaultdict

from django.db import migrations

from newsroom.language.hashtags import hashtag_key, hashtag_word, is_hashtag, nearest_hashtag


def report(words):
    sys.stdout.write(f"\n    {words}")


def give_keys(apps, schema_editor):
    """Each hashtag gets its key; those that are one by it become one, and nothing that carried either loses it."""
    Hashtag = apps.get_model("news", "Hashtag")
    hubs = apps.get_model("campaigns", "CampaignHubPage").objects
    with_hub = set(hubs.values_list("hashtag", flat=True))
    same = defaultdict(list)
    for hashtag in Hashtag.objects.order_by("pk"):
        name = stored_name(hashtag)
        if name != hashtag.name:
            report(f"Hashtag {hashtag.pk}: {hashtag.name!r} is written {name!r} from now on.")
        same[hashtag_key(name)].append((hashtag, name))
    for key, found in same.items():
        found.sort(key=lambda each: (each[0].pk not in with_hub, each[0].pk))
        (kept, name), *others = found
        for other, _name in others:
            report(f"Hashtag {other.pk} (#{other.name}) is {kept.pk} (#{kept.name}): they are one from now on.")
            move(apps, other.pk, kept.pk)
            other.delete()
        kept.name, kept.key, kept.slug = name, key, kept.slug or free_address(Hashtag, key)
        kept.save()
    if any(len(found) > 1 for found in same.values()):
        report("The search learns of this with: manage.py rebuild_search_index")


def stored_name(hashtag):
    """Its name as it can be stored; another one where nothing of it can be a hashtag."""
    word = hashtag_word(hashtag.name)
    return word if is_hashtag(word) else nearest_hashtag(word) or f"hashtag{hashtag.pk}"


def free_address(Hashtag, key):
    """The key as an address, with a number where another has that."""
    taken = set(Hashtag.objects.values_list("slug", flat=True))
    endings = ("" if number == 0 else f"_{number}" for number in range(len(taken) + 1))
    return next(address for ending in endings if (address := key[: 100 - len(ending)] + ending) not in taken)


def move(apps, gone, kept):
    """Whatever names one hashtag names the other: links, hubs, drafts, earlier versions, notes of use."""
    Link = apps.get_model("news", "ReleaseHashtag")
    doubled = Link.objects.filter(tag=kept).values("content_object")
    Link.objects.filter(tag=gone, content_object__in=doubled).delete()
    Link.objects.filter(tag=gone).update(tag=kept)
    apps.get_model("campaigns", "CampaignHubPage").objects.filter(hashtag=gone).update(hashtag=kept)
    kinds = apps.get_model("contenttypes", "ContentType").objects.filter(model__in=("releasepage", "campaignhubpage"))
    keys = [kind.pk for kind in kinds]
    Revision = apps.get_model("wagtailcore", "Revision")
    for pk, content in Revision.objects.filter(content_type__in=keys).values_list("pk", "content").iterator():
        if changed := renamed(content, gone, kept):
            Revision.objects.filter(pk=pk).update(content=changed)
    Correction = apps.get_model("news", "Correction")
    for pk, content in Correction.objects.values_list("pk", "content").iterator():
        if changed := renamed(content, gone, kept):
            Correction.objects.filter(pk=pk).update(content=changed)
    Source = apps.get_model("wagtail_localize", "TranslationSource")
    sources = Source.objects.filter(specific_content_type__in=keys)
    for pk, content in sources.values_list("pk", "content_json").iterator():
        if changed := renamed(json.loads(content), gone, kept):
            Source.objects.filter(pk=pk).update(content_json=json.dumps(changed))
    uses = apps.get_model("organisations", "RecordUse").objects.filter(kind="hashtag")
    known = set(uses.filter(number=kept).values_list("page", "part", "version"))
    for use in uses.filter(number=gone):
        if (use.page_id, use.part, use.version) in known:
            use.delete()
        else:
            uses.filter(pk=use.pk).update(number=kept)


def renamed(content, gone, kept):
    """Stored content with one hashtag for the other, listed once; None where it names neither."""
    links = content.get("hashtag_links") or []
    if content.get("hashtag") != gone and not any(link.get("tag") == gone for link in links):
        return None
    changed = dict(content)
    if content.get("hashtag") == gone:
        changed["hashtag"] = kept
    if links:
        once = {}
        for link in links:
            tag = kept if link.get("tag") == gone else link.get("tag")
            once.setdefault(tag, link | {"tag": tag})
        changed["hashtag_links"] = list(once.values())
    return changed


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0010_hashtag_key'),
        ('campaigns', '0003_image_in_words'),
        ('organisations', '0003_unsigned_translations'),
        ('wagtail_localize', '0016_rename_page_revision_translationlog_revision'),
        ('wagtailcore', '0098_apitoken'),
        ('contenttypes', '0002_remove_content_type_name'),
    ]

    operations = [
        migrations.RunPython(give_keys, migrations.RunPython.noop),
    ]
