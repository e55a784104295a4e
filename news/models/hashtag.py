from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.lookups import Exact, StartsWith
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager, _ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, NaturalKeyManager, TagBase
from wagtail.admin.panels import FieldPanel

from newsroom.base.caching.values import cached_until_change
from newsroom.base.fields import SortKeyField
from newsroom.base.querysets import manager_behind
from newsroom.language.hashtags import (
    LONGEST_HASHTAG,
    hashtag_key,
    hashtag_word,
    is_hashtag,
    language_of_hashtag,
    why_no_hashtag,
)


class HashtagManager(NaturalKeyManager):
    """Hashtags, found by what they are and not by how they are typed."""

    def typed(self, word: str) -> "Hashtag | None":
        """The hashtag that somebody means; None where there is none yet."""
        found: Hashtag | None = self.filter(key=hashtag_key(word)).first()
        return found

    def addresses_meant(self, asked: Iterable[str]) -> list[str]:
        """The addresses in lists that are meant by them, or by hashtags as people write them; others stay."""
        wanted = list(asked)
        keys = [hashtag_key(word) for word in wanted]
        found = self.filter(models.Q(slug__in=wanted) | models.Q(key__in=keys)).values_list("slug", "key")
        slugs, by_key = {slug for slug, _key in found}, {key: slug for slug, key in found}
        return [word if word in slugs else by_key.get(key, word) for word, key in zip(wanted, keys, strict=True)]


class WordOfHashtagField(models.CharField):
    """The word of a hashtag; "as typed, in whatever case" is asked of its key, which every database compares alike."""

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", list(args), kwargs


class AskedOfTheKey:
    """For a lookup of words."""

    def __init__(self, lhs: Any, rhs: Any) -> None:
        key = lhs.target.model._meta.get_field("key")
        super().__init__(key.get_col(lhs.alias), hashtag_key(rhs))  # type: ignore[call-arg]  # a lookup comes after it


@WordOfHashtagField.register_lookup
class BeginsAsTyped(AskedOfTheKey, StartsWith):
    """What Wagtail asks for while somebody types a hashtag."""

    lookup_name = "istartswith"


@WordOfHashtagField.register_lookup
class IsAsTyped(AskedOfTheKey, Exact):
    """What asks for a hashtag in whatever case."""

    lookup_name = "iexact"


class AddressOfHashtagField(models.SlugField):
    """The address of a hashtag: letters of any script with the marks on them, which Django's own rule leaves out."""

    default_validators: list[Any] = []

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.SlugField", list(args), kwargs


class Hashtag(TagBase):
    """A campaign word of any script: stored without "#", compared without case and never translated.

    `key` is what two ways to write it have in common (`language.hashtags`), the same on every database.
    """

    name = WordOfHashtagField(pgettext_lazy("A tag name", "name"), max_length=LONGEST_HASHTAG, unique=True)
    slug = AddressOfHashtagField(_("address"), max_length=LONGEST_HASHTAG, unique=True, allow_unicode=True)
    key = models.CharField(max_length=400, unique=True, editable=False)
    sort_key = SortKeyField(of="name", language="")

    objects = HashtagManager()

    free_tagging = True
    panels = [FieldPanel("name", help_text=_("Without “#”. Its address in lists stays as it was when you change it."))]

    class Meta:
        verbose_name = _("hashtag")
        verbose_name_plural = _("hashtags")
        ordering = ["sort_key"]

    def clean(self) -> None:
        """Refuses what is no hashtag, and a word that is there already, however it is written."""
        super().clean()
        if not self.name:
            return  # the field itself has said what is wrong with what was typed
        self.name = word_of(self)
        if not is_hashtag(self.name):
            raise ValidationError({"name": why_no_hashtag(self.name)})
        other = Hashtag.objects.typed(self.name)
        if other and other.pk != self.pk:
            raise ValidationError({"name": _("“%(word)s” is a hashtag already.") % {"word": other.name}})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Drops the "#" somebody may have typed, and keeps the key. Raises ValidationError for what is no hashtag."""
        self.name = word_of(self)
        if not is_hashtag(self.name):
            raise ValidationError(why_no_hashtag(self.name))
        self.key = hashtag_key(self.name)
        super().save(*args, **kwargs)

    def slugify(self, tag: str, i: int | None = None) -> str:
        """The address in lists of a new hashtag: its key, with a number where another has that."""
        ending = "" if i is None else f"_{i}"
        return hashtag_key(tag)[: LONGEST_HASHTAG - len(ending)] + ending

    @property
    def language(self) -> str:
        """A language of its script: it is set in that one's direction."""
        return language_of_hashtag(self.name)

    def obstacle_to_merging(self, duplicate: "Hashtag") -> str:
        """Two campaign hubs cannot be told into one: somebody has to decide which stays."""
        hubs: Any = manager_behind(Hashtag, "hubs")
        if hubs.filter(hashtag=self).exists() and hubs.filter(hashtag=duplicate).exists():
            return gettext(
                "Both hashtags have a campaign hub. Delete one of the hubs or give it another hashtag first."
            )
        return ""


def word_of(hashtag: Any) -> str:
    """The word of a hashtag as it is stored."""
    return hashtag_word(hashtag.name)


class ReleaseHashtag(ItemBase):
    """A hashtag on a release; the same in every language."""

    tag = models.ForeignKey(Hashtag, on_delete=models.CASCADE, related_name="release_links")
    listed_once = ("content_object", "tag")

    content_object = ParentalKey("news.ReleasePage", on_delete=models.CASCADE, related_name="hashtag_links")


class HashtagsOfRelease(_ClusterTaggableManager):
    """The hashtags of a release; words become hashtags by their key."""

    def _to_tag_model_instances(self, tags: Iterable[Any], tag_kwargs: dict[str, Any]) -> list[Any]:
        known = (tag if isinstance(tag, Hashtag) else Hashtag.objects.typed(tag) or new_hashtag(tag) for tag in tags)
        return list(dict.fromkeys(known))


def new_hashtag(word: str) -> Hashtag:
    """Make a hashtag; the one that somebody else has made meanwhile is taken. Raises ValidationError for none."""
    return Hashtag.objects.get_or_create(key=hashtag_key(word), defaults={"name": word})[0]


class HashtagsField(ClusterTaggableManager):
    """The hashtags that a page carries."""

    def __get__(self, instance: Any, model: Any) -> HashtagsOfRelease:
        return HashtagsOfRelease(through=self.through, model=model, instance=instance, prefetch_cache_name=self.name)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _path, args, kwargs = super().deconstruct()
        return name, "modelcluster.contrib.taggit.ClusterTaggableManager", list(args), kwargs


def with_hubs(hashtags: Sequence[Hashtag]) -> list[Hashtag]:
    """Hashtags, each with `hub`, its public campaign hub for this reader or None."""
    hubs = hubs_by_hashtag() if hashtags else {}
    for hashtag in hashtags:
        hashtag.hub = hubs.get(hashtag.pk)
    return list(hashtags)


@cached_until_change
def hubs_by_hashtag() -> dict[int, Any]:
    """The public campaign hubs for this reader, by the number of their hashtag."""
    hub_model: Any = Hashtag._meta.get_field("hubs").related_model
    return {hub.hashtag_id: hub for hub in hub_model.objects.for_reader().select_related("locale").defer_streamfields()}
