from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase
from wagtail.admin.panels import FieldPanel

from newsroom.base.querysets import manager_behind


class Hashtag(TagBase):
    """A campaign word: stored without "#", compared without case, never translated."""

    free_tagging = True
    panels = [FieldPanel("name", help_text=_("Without “#”. Its address in lists stays as it was when you change it."))]

    class Meta:
        verbose_name = _("hashtag")
        verbose_name_plural = _("hashtags")
        ordering = ["name"]

    def clean(self) -> None:
        """Refuses a word that is there already, in whatever case."""
        super().clean()
        self.name = without_sign(self)
        if other := Hashtag.objects.filter(name__iexact=self.name).exclude(pk=self.pk).first():
            raise ValidationError({"name": _("“%(word)s” is a hashtag already.") % {"word": other.name}})

    def save(self, *args: object, **kwargs: object) -> None:
        """Drops the "#" somebody may have typed."""
        self.name = without_sign(self)
        super().save(*args, **kwargs)

    def obstacle_to_merging(self, duplicate: "Hashtag") -> str:
        """Two campaign hubs cannot be told into one: somebody has to decide which stays."""
        hubs: Any = manager_behind(Hashtag, "hubs")
        if hubs.filter(hashtag=self).exists() and hubs.filter(hashtag=duplicate).exists():
            return gettext(
                "Both hashtags have a campaign hub. Delete one of the hubs or give it another hashtag first."
            )
        return ""


def without_sign(hashtag: Any) -> str:
    """The word of a hashtag as it is stored."""
    return str(hashtag.name).lstrip("#＃").strip()


class ReleaseHashtag(ItemBase):
    """A hashtag on a release; the same in every language."""

    tag = models.ForeignKey(Hashtag, on_delete=models.CASCADE, related_name="release_links")
    listed_once = ("content_object", "tag")

    content_object = ParentalKey("news.ReleasePage", on_delete=models.CASCADE, related_name="hashtag_links")
