"""A hub follows its hashtag: to another word, or into the hub of another hashtag."""

import json
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Revision
from wagtail_localize.models import TranslationSource

from campaigns.models import CampaignHubPage, PinnedItem
from news.hashtags.following import HashtagFollower
from newsroom.base.pages.addresses import address_rows, reason_against
from newsroom.language.hashtags import hashtag_key
from newsroom.publication.choices import Manner
from newsroom.publication.withdrawals.service import take_off
from organisations.addresses import address_from


def rename_hubs(hashtag: Any, before: str) -> None:
    """Give the hub of a hashtag the address of its present word, and the word where it is its name.

    In all languages and drafts; its earlier address leads on.
    """
    for hub in hubs_to_move(hashtag):
        rename_hub(hub, before, hashtag.name)


def hubs_to_move(hashtag: Any) -> Iterator[CampaignHubPage]:
    """The hubs of a hashtag, one for all languages of each: the original."""
    hubs = CampaignHubPage.objects.filter(hashtag=hashtag).select_related("locale")
    seen: dict[Any, CampaignHubPage] = {}
    for hub in sorted(hubs, key=lambda each: not each.is_original):
        seen.setdefault(hub.translation_key, hub)
    yield from seen.values()


def rename_hub(hub: CampaignHubPage, before: str, word: str) -> None:
    """Write the new name and address of one hub, whatever its drafts and its translations say besides."""
    slug = new_slug(hub, word)
    rows = CampaignHubPage.objects.filter(translation_key=hub.translation_key)
    names = {title: named_anew(title, before, word) for row in rows for title in (row.title, row.draft_title)}
    old_slug = hub.slug
    for row in rows:
        renamed = {"title": names[row.title], "draft_title": names[row.draft_title]}
        rows.filter(pk=row.pk).update(**renamed)
        for revision in Revision.page_revisions.filter(object_id=str(row.pk)):
            content = said_anew(revision.content, before, word, old_slug, slug)
            Revision.objects.filter(pk=revision.pk).update(content=content)
    for source in TranslationSource.objects.filter(object_id=hub.translation_key):
        content = said_anew(json.loads(source.content_json), before, word, old_slug, slug)
        TranslationSource.objects.filter(pk=source.pk).update(content_json=json.dumps(content))
    if slug != old_slug:
        moved = CampaignHubPage.objects.get(pk=hub.pk)
        moved.slug = slug
        moved.save(update_fields=["slug", "url_path"])


def said_anew(content: dict[str, Any], before: str, word: str, old_slug: str, slug: str) -> dict[str, Any]:
    """A version of a hub with the new name and address where it has the old ones."""
    changed = {**content}
    for name in ("title", "draft_title"):
        if name in content:
            changed[name] = named_anew(content[name], before, word)
    if content.get("slug") == old_slug:
        changed["slug"] = slug
    return changed


def named_anew(title: str, before: str, word: str) -> str:
    """The name of a hub where that is its hashtag, with or without its sign; any other stays."""
    if hashtag_key(title) != hashtag_key(before):
        return title
    return f"#{word}" if title.startswith("#") else word


def new_slug(hub: CampaignHubPage, word: str) -> str:
    """The address of a hub that its hashtag makes: its own where another page of the list has or had that."""
    slug = address_from(word)
    is_free = slug == hub.slug or not reason_against(hub, slug, address_rows(hub.translation_key))
    return slug if slug and is_free else hub.slug


def merge_hubs(kept: Any, duplicate: Any, user: Any) -> None:
    """Send readers of the duplicate's hub to that of the hashtag that stays, and pin there what was pinned on it.

    Where the hashtag that stays has none that is public, the duplicate's hub stays and follows.
    """
    target = public_hub(kept)
    for hub in hubs_to_move(duplicate) if target else ():
        move_pins(hub, target)
        if public := CampaignHubPage.objects.live().filter(translation_key=hub.translation_key).first():
            take_off(public, Manner.MOVED, {}, user=user, replacement=target)


def public_hub(hashtag: Any) -> CampaignHubPage | None:
    """The public hub of a hashtag, in the language it was written in where that is public."""
    hubs = CampaignHubPage.objects.released().filter(hashtag=hashtag).select_related("locale")
    found: CampaignHubPage | None = next(iter(sorted(hubs, key=lambda hub: not hub.is_original)), None)
    return found


def move_pins(hub: CampaignHubPage, target: CampaignHubPage | None) -> None:
    """Pin on another hub, behind what is pinned there, what was pinned on one."""
    if target is None:
        return
    there = PinnedItem.objects.on_hub(target.translation_key)
    place = len(there)
    for number, item in enumerate(PinnedItem.objects.on_hub(hub.translation_key).select_related("page")):
        if there.of_thing(item.page.translation_key).exists():
            item.delete()
        else:
            PinnedItem.objects.filter(pk=item.pk).update(hub=target.translation_key, place=place + number)


def hubs_that_rename(hashtag: Any, word: str) -> Iterator[str]:
    """What renaming a hashtag does to its hubs, in sentences."""
    for hub in hubs_to_move(hashtag):
        names = {"hub": hub.title, "now": named_anew(hub.title, hashtag.name, word), "slug": new_slug(hub, word)}
        yield _("The campaign hub “%(hub)s” becomes “%(now)s” at “%(slug)s”; its earlier address leads there.") % names


def hubs_that_merge(kept: Any, duplicate: Any) -> Iterator[str]:
    """What merging two hashtags does to their hubs, in sentences."""
    target = public_hub(kept)
    for hub in hubs_to_move(duplicate):
        if target and hub.live:
            names = {"hub": hub.title, "target": target.title}
            yield _("Readers of the hub “%(hub)s” are sent to “%(target)s”, with what is pinned there.") % names
        else:
            yield _("The hub “%(hub)s” gathers what carries #%(word)s.") % {"hub": hub.title, "word": kept.name}


HUBS_FOLLOW = HashtagFollower(rename_hubs, merge_hubs, hubs_that_rename, hubs_that_merge)
