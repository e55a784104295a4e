"""What officers write on a campaign hub, as its page shows it: figures, messages, partners, the share kit."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import prefetch_related_objects

from campaigns.models.share_kit import ShareText
from news.releases.presentation import logos
from newsroom.base.caching.values import cached_until_change
from newsroom.base.languages import active_code, localised, own_names
from newsroom.base.models import NewsroomImage

if TYPE_CHECKING:
    from campaigns.models.hub import CampaignHubPage

SHOT = "max-800x800"


@dataclass(frozen=True)
class ShownPartner:
    """A partner: its record in the reader's language, what it does in the campaign, and its logo if it has one.

    `link` is the row that says so, whose words may stand as in the original.
    """

    organisation: Any
    link: Any
    logo: Any


@dataclass(frozen=True)
class ShownShot:
    """A picture to share, in the size of a page."""

    image: NewsroomImage
    file: Any


@dataclass(frozen=True)
class HubParts:
    """What officers write on a hub."""

    figures: Sequence[Any]
    messages: Sequence[Any]
    partners: Sequence[ShownPartner]
    own_texts: Sequence[ShareText]
    other_texts: Sequence[ShareText]
    shots: Sequence[ShownShot]

    @property
    def texts(self) -> list[ShareText]:
        """The texts to share in all languages, the reader's first."""
        return [*self.own_texts, *self.other_texts]

    @property
    def languages(self) -> int:
        """In how many languages there are texts to share."""
        return len({text.locale_id for text in self.texts})


@cached_until_change
def kept_parts(hub: "CampaignHubPage") -> HubParts:
    """What stands on a public hub."""
    return written_parts(hub)


def written_parts(hub: "CampaignHubPage") -> HubParts:
    """What stands on a hub as it is at hand: a draft in a preview, too."""
    texts = texts_to_share(hub)
    return HubParts(
        figures=list(hub.key_figures.all()),
        messages=list(hub.key_messages.all()),
        partners=partners_shown(hub),
        own_texts=[text for text in texts if text.locale.language_code == active_code()],
        other_texts=[text for text in texts if text.locale.language_code != active_code()],
        shots=shots_shown(hub),
    )


def partners_shown(hub: "CampaignHubPage") -> list[ShownPartner]:
    """The partners of a hub that a stranger may know of, in its order and the reader's language."""
    links = list(hub.partner_links.all())
    prefetch_related_objects(links, "organisation")
    bodies = [link.organisation for link in links]
    if not bodies:
        return []
    released = type(bodies[0]).objects.released().filter(pk__in=[body.pk for body in bodies])
    known = {body.pk for body in bodies} if not hub.live else set(released.values_list("pk", flat=True))
    found = localised(body for body in bodies if body.pk in known)
    marks = logos(found.values())
    return [
        ShownPartner(body, link, marks.get(body.logo_id))
        for link in links
        if (body := found.get(link.organisation.translation_key))
    ]


def texts_to_share(hub: "CampaignHubPage") -> list[ShareText]:
    """The texts of a hub in all its languages that a stranger may read, its own first."""
    own = list(hub.share_texts.all())
    others = type(hub).objects.released().filter(translation_key=hub.translation_key).exclude(pk=hub.pk)
    rows = ShareText.objects.filter(page__in=others).select_related("locale").order_by("sort_order")
    codes = {code: number for number, code in enumerate(own_names())}
    return [*own, *sorted(rows, key=lambda row: codes.get(row.locale.language_code, len(codes)))]


def shots_shown(hub: "CampaignHubPage") -> list[ShownShot]:
    """The pictures to share, without those whose file cannot be shown; two queries for all."""
    numbers = [picture.image_id for picture in hub.share_pictures.all()]
    images = {image.pk: image for image in NewsroomImage.objects.filter(pk__in=numbers).prefetch_renditions(SHOT)}
    shown = [
        ShownShot(images[number], images[number].rendition_or_none(SHOT)) for number in numbers if number in images
    ]
    return [shot for shot in shown if shot.file]
