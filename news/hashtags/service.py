"""A hashtag under another word: what stands on it goes along, and its old addresses lead on.

What was published stays as it was published: documents and editions keep the word of their day.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from news.hashtags.following import FOLLOWERS
from news.models.former_hashtag import FormerHashtag
from news.models.hashtag import Hashtag
from newsroom.language.hashtags import hashtag_key, hashtag_word
from organisations.merging import objects_naming
from search.indexing import refresh_index

RENAMED = "news.rename_hashtag"


@transaction.atomic
def rename_hashtag(hashtag: Hashtag, word: str, user: Any = None) -> Hashtag:
    """Give a hashtag another word, and all that stands on it with it. Returns it as it is now.

    Its former address in lists leads to it. Raises ValidationError for what is no hashtag and for a word that another
    one has or had.
    """
    renamed: Hashtag = Hashtag.objects.select_for_update().get(pk=hashtag.pk)
    before, slug, key = renamed.name, renamed.slug, renamed.key
    if hashtag_word(word) == before:
        return renamed
    renamed.name = word
    renamed.clean()
    FormerHashtag.objects.forget(renamed.address_for(renamed.name), hashtag_key(renamed.name))
    if hashtag_key(renamed.name) != key:
        renamed.slug = renamed.free_address()
        FormerHashtag.objects.remember(slug, key, renamed.pk)
    renamed.save()
    for follower in FOLLOWERS:
        follower.renamed(renamed, before)
    find_carriers_again(renamed)
    log(instance=renamed, action=RENAMED, user=user, data={"before": before, "now": renamed.name})
    return renamed


def find_carriers_again(hashtag: Hashtag) -> None:
    """Let readers find whatever carries a hashtag under its present word and address."""
    keys: dict[type[Model], set[Any]] = defaultdict(set)
    for content_type, object_id in objects_naming([hashtag]):
        keys[content_type.model_class()].add(object_id)
    for model, wanted in keys.items():
        rows: Any = model._default_manager.filter(pk__in=wanted)
        refresh_index(rows.specific() if issubclass(model, Page) else rows)


def what_would_follow(hashtag: Hashtag, word: str) -> Iterator[str]:
    """What renaming a hashtag would do, in sentences for the officer who is about to."""
    if hashtag_key(word) != hashtag.key:
        yield _("Lists at its former address go on answering, and whoever types #%(word)s gets the new one.") % {
            "word": hashtag.name
        }
    for follower in FOLLOWERS:
        yield from follower.would_rename(hashtag, word)
    yield _("What was published keeps the word that it was published with in its earlier versions.")
