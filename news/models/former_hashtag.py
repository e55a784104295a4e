from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.language.hashtags import LONGEST_HASHTAG


class FormerHashtagQuerySet(models.QuerySet):
    """Words that hashtags had before."""

    def remember(self, slug: str, key: str, hashtag: int) -> None:
        """From now on an address in lists, and the word, lead to a hashtag."""
        self.update_or_create(slug=slug, defaults={"key": key, "hashtag_id": hashtag})

    def forget(self, slug: str, key: str) -> None:
        """An address and a word are those of a hashtag again."""
        self.filter(models.Q(slug=slug) | models.Q(key=key)).delete()

    def with_words(self, keys: list[str]) -> Self:
        """Those of words, given by their keys."""
        return self.filter(key__in=keys).select_related("hashtag")


class FormerHashtag(models.Model):
    """A word that a hashtag had before it was renamed or merged: it leads to the hashtag for good.

    However often that happens there is one step.
    """

    slug = models.CharField(_("address"), max_length=LONGEST_HASHTAG, unique=True)
    key = models.CharField(max_length=400, db_index=True)
    hashtag = models.ForeignKey("news.Hashtag", on_delete=models.CASCADE, related_name="former_words")

    objects = FormerHashtagQuerySet.as_manager()

    class Meta:
        verbose_name = _("former word of a hashtag")
        verbose_name_plural = _("former words of hashtags")

    def __str__(self) -> str:
        return self.slug
