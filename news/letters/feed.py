"""Those who signed a letter last, for whoever follows it."""

import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from news.feeds import LATEST, WritableAtom
from news.letters.views import public_letter
from news.models import Signatory
from newsroom.language.separators import side_by_side


class SignatoryFeed(Feed):
    """The newest signatures under a public letter as Atom."""

    feed_type = WritableAtom

    def get_object(self, request: HttpRequest, page_id: int) -> Any:
        """The letter. Raises Http404."""
        return public_letter(page_id)

    def title(self, letter: Any) -> str:
        """What is signed."""
        return _("Signatories: %(title)s") % {"title": letter.title}

    def link(self, letter: Any) -> str:
        """Where the letter is."""
        return str(letter.url)

    def feed_url(self, letter: Any) -> str:
        """Where the feed itself is."""
        return reverse("signatories_feed", args=[letter.pk])

    def items(self, letter: Any) -> Any:
        """The newest of those whom readers see."""
        rows = Signatory.objects.released().under(letter.translation_key).in_reading_order("latest")[:LATEST]
        return [(letter, row) for row in rows]

    def item_title(self, item: Any) -> str:
        return str(item[1].name)

    def item_description(self, item: Any) -> str:
        row = item[1]
        text = _("Signed version %(number)s of the text") % {"number": row.text_version}
        return side_by_side((row.role, row.place, row.country, text))

    def item_link(self, item: Any) -> str:
        return f"{item[0].url}#signatories"

    def item_guid(self, item: Any) -> str:
        return f"urn:uuid:{item[1].uid}"

    def item_updateddate(self, item: Any) -> datetime.datetime:
        """When somebody looked at the signature, from which instant readers see it."""
        seen: datetime.datetime | None = item[1].decided_at or item[1].confirmed_at
        return seen or self.item_pubdate(item)

    def item_pubdate(self, item: Any) -> datetime.datetime:
        return datetime.datetime.combine(item[1].signed_on, datetime.time(), datetime.UTC)
