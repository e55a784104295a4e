"""Loads what stands on campaign hubs, in every language they are written in, and what is pinned there."""

from typing import Any

from campaigns.models import (
    CampaignHubPage,
    CampaignPartner,
    KeyFigure,
    KeyMessage,
    PinnedItem,
    SharePicture,
    ShareText,
)
from news.models import ReleasePage
from newsroom.demo import directory
from newsroom.demo.content import shapes


def load_hub_parts(page: Any, campaign: shapes.Campaign, code: str, loaded: Any) -> None:
    """What stands on a hub in one language; a translation has the rows of its original to begin with.

    `loaded` holds the organisations and draws the images.
    """
    rows_of(page, "key_figures", KeyFigure, [figure_values(figure, code) for figure in campaign.figures])
    rows_of(page, "key_messages", KeyMessage, [{"text": directory.either(text, code)} for text in campaign.messages])
    partners = [
        {"organisation": loaded.organisations[slug]["en"], "part": directory.either(part, code)}
        for slug, part in campaign.partners
    ]
    rows_of(page, "partner_links", CampaignPartner, partners)
    texts = [{"network": each.network, "text": directory.either(each.text, code)} for each in campaign.share_texts]
    rows_of(page, "share_texts", ShareText, texts)
    if not page.share_pictures.exists():
        page.share_pictures = [
            SharePicture(image=loaded.image(key, "en"), sort_order=number)
            for number, key in enumerate(campaign.pictures)
        ]
    page.save()


def figure_values(figure: shapes.KeyFigure, code: str) -> dict[str, Any]:
    """What a figure says in a language."""
    return {
        "value": directory.either(figure.value, code),
        "label": directory.either(figure.label, code),
        "source": directory.either(figure.source, code),
        "source_link": figure.source_link,
        "as_of": figure.as_of,
    }


def rows_of(page: Any, relation: str, model: Any, values: list[dict[str, Any]]) -> None:
    """Give a list of a page these values: new rows in an original, those it has in a translation."""
    rows = list(getattr(page, relation).all())
    rows = rows or [model(locale=page.locale, sort_order=number) for number in range(len(values))]
    for row, said in zip(rows, values, strict=True):
        for name, value in said.items():
            setattr(row, name, value)
    setattr(page, relation, rows)


def pin_releases(campaign: shapes.Campaign) -> None:
    """Put first on a hub what the demonstration pins there."""
    hub = CampaignHubPage.objects.filter(slug=campaign.slug).first()
    for place, slug in enumerate(campaign.pinned if hub else ()):
        release = ReleasePage.objects.filter(slug=slug).order_by("locale_id").first()
        if hub and release:
            PinnedItem.objects.create(hub=hub.translation_key, page_id=release.pk, place=place)
