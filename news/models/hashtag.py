from collections.abc import Iterable, Sequence
from itertools import chain, count
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

from news.hashtags.following import FOLLOWERS
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
        """The hashtag that somebody means, also by a word that it had before; None where there is none yet."""
        key = hashtag_key(word)
        found: Hashtag | None = self.filter(key=key).first() or self.filter(former_words__key=key).first()
        return found

    def all_typed(self, words: Iterable[str]) -> "dict[str, Hashtag | None]":
        """The hashtag that each word means, as `typed` finds it; two queries at most."""
        keys = {word: hashtag_key(word) for word in words}
        found = {tag.key: tag for tag in self.filter(key__in=keys.values())}
        if other := {key for key in keys.values() if key not in found}:
            former = self.filter(former_words__key__in=other).annotate(former_key=models.F("former_words__key"))
            found |= {tag.former_key: tag for tag in former}
        return {word: found.get(key) for word, key in keys.items()}

    def addresses_meant(self, asked: Iterable[str]) -> list[str]:
        """The addresses in lists that are meant by them, by hashtags as people write them, or by former ones; others
        stay."""
        wanted = list(asked)
        keys = [hashtag_key(word) for word in wanted]
        own = models.Q(slug__in=wanted) | models.Q(key__in=keys)
        former = models.Q(former_words__slug__in=wanted) | models.Q(former_words__key__in=keys)
        rows = self.filter(own | former).values_list("slug", "key", "former_words__slug", "former_words__key")
        slugs = {slug for slug, *_others in rows}
        by_word: dict[str, str] = {}
        for slug, _key, *former_words in rows:
            by_word |= {word: slug for word in former_words if word}
        by_word |= {key: slug for slug, key, *_others in rows}
        return [
            word if word in slugs else by_word.get(key) or by_word.get(word, word)
            for word, key in zip(wanted, keys, strict=True)
        ]


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
    panels = [
        FieldPanel("name", help_text=_("Without “#”. Its hub and its address in lists go along when you change it."))
    ]

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
            raise ValidationError({"name": why_taken(self, other)})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Drops the "#" somebody may have typed, and keeps the key. Raises ValidationError for what is no hashtag."""
        self.name = word_of(self)
        if not is_hashtag(self.name):
            raise ValidationError(why_no_hashtag(self.name))
        self.key = hashtag_key(self.name)
        super().save(*args, **kwargs)

    def slugify(self, tag: str, i: int | None = None) -> str:
        """The address in lists of a new hashtag: its key, with a number where another has that."""
        return self.address_for(tag, "" if i is None else f"_{i}")

    @staticmethod
    def address_for(word: str, ending: str = "") -> str:
        """The address in lists that a word makes."""
        return hashtag_key(word)[: LONGEST_HASHTAG - len(ending)] + ending

    def free_address(self) -> str:
        """The address in lists of its present word: the first that no other hashtag has."""
        taken = set(Hashtag.objects.exclude(pk=self.pk).values_list("slug", flat=True))
        endings = chain([""], (f"_{number}" for number in count(1)))
        made = (self.address_for(self.name, ending) for ending in endings)
        return next(address for address in made if address not in taken)

    @property
    def language(self) -> str:
        """A language of its script: it is set in that one's direction."""
        return language_of_hashtag(self.name)

    def before_merging(self, duplicate: "Hashtag", user: Any) -> None:
        """What stands on the duplicate follows, and its word and address lead here."""
        for follower in FOLLOWERS:
            follower.merged(self, duplicate, user)
        former: Any = manager_behind(Hashtag, "former_words")
        former.remember(duplicate.slug, duplicate.key, self.pk)

    def follows_from_merging(self, duplicate: "Hashtag") -> list[str]:
        """What becomes of what stands on the duplicate, in sentences."""
        return [sentence for follower in FOLLOWERS for sentence in follower.would_merge(self, duplicate)]


def why_taken(hashtag: Hashtag, other: Hashtag) -> str:
    """Why a word that is or was another hashtag's cannot be this one's."""
    words = {"word": other.name, "typed": hashtag.name}
    if hashtag_key(hashtag.name) == other.key:
        return gettext("“%(word)s” is a hashtag already.") % words
    return gettext("“%(typed)s” was “%(word)s” before and still leads to it.") % words


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
        tags = list(tags)
        words = [tag for tag in tags if not isinstance(tag, Hashtag)]
        known = Hashtag.objects.all_typed(words) if words else {}
        return list(dict.fromkeys(tag if isinstance(tag, Hashtag) else known[tag] or new_hashtag(tag) for tag in tags))


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
