from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase


class Hashtag(TagBase):
    """A campaign word: stored without "#", compared without case, never translated (domain.md)."""

    free_tagging = True

    class Meta:
        verbose_name = _("hashtag")
        verbose_name_plural = _("hashtags")
        ordering = ["name"]

    def save(self, *args: object, **kwargs: object) -> None:
        """Drops the "#" somebody may have typed."""
        self.name = self.name.lstrip("#＃").strip()  # type: ignore[has-type]  # taggit has no types
        super().save(*args, **kwargs)


class ReleaseHashtag(ItemBase):
    """A hashtag on a release; the same in every language."""

    tag = models.ForeignKey(Hashtag, on_delete=models.CASCADE, related_name="release_links")
    content_object = ParentalKey("news.ReleasePage", on_delete=models.CASCADE, related_name="hashtag_links")
