"""Everything that the rules find in a release and its languages, in words for those who write it."""

from typing import TYPE_CHECKING, Any

from django.db.models import prefetch_related_objects
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from news.rules.contents import contents_of
from news.rules.languages import Languages
from newsroom.base.localize.translations import translation_of
from newsroom.base.models import RuleSettings
from newsroom.base.pages.drafts import draft_of
from newsroom.base.rules.registry import Fault, Finding, rule_registry

if TYPE_CHECKING:
    from news.models.release import ReleasePage


def languages_as_written(release: "ReleasePage", opened: "ReleasePage | None" = None) -> "list[ReleasePage]":
    """Each language of a release as it stands in the CMS now, published or not; the original first.

    `opened` is the newest draft of one of them where somebody has read it just now.
    """
    pages = type(release).objects.filter(translation_key=release.translation_key, alias_of=None)
    found = pages.select_related("locale", "latest_revision").order_by("locale_id")
    drafts = [newest_draft(page, opened) for page in found]
    return sorted(drafts, key=lambda page: page.locale.language_code != page.original_language)


def newest_draft(page: "ReleasePage", opened: "ReleasePage | None" = None) -> "ReleasePage":
    """The newest words of a page: those of its draft, or those that its translator has written so far."""
    is_opened = opened is not None and opened.pk == page.pk
    translation = translation_of(opened if is_opened else page)
    draft: ReleasePage = (
        translation.source.get_ephemeral_translated_instance(page.locale, fallback=True)
        if translation
        else (opened if opened and is_opened else draft_of(page))
    )
    draft.locale = page.locale
    #: What translators are still at cannot be published: they and their signature see to what is left to translate.
    draft.is_in_translation = bool(translation) and not page.live
    prefetch_related_objects(list(draft.participant_links.all()), "person")
    prefetch_related_objects(list(draft.contact_links.all()), "contact")
    return draft


def findings(
    release: "ReleasePage", opened: "ReleasePage | None" = None, house: RuleSettings | None = None
) -> list[Finding]:
    """Everything to look at in all languages of a release, the original first; `opened` is a draft read just now."""
    house = house or RuleSettings.current()
    pages = [contents_of(page, page.live) for page in languages_as_written(release, opened)]
    found = [finding for page in pages for finding in rule_registry.findings(page, house)]
    if len(pages) > 1:
        found += rule_registry.findings(Languages(pages[0], pages[1:]), house)
    return found


def place_in_words(fault: Fault, page: "type[ReleasePage] | ReleasePage") -> str:
    """Where a fault sends people, as the editor calls it."""
    return fault.place or (field_label(fault.field, page) if fault.field else "")


def field_label(name: str, page: "type[ReleasePage] | ReleasePage") -> str:
    """A field or list as the editor of a page calls it."""
    panels = {panel.relation_name: panel.heading for panel in page.content_panels if hasattr(panel, "relation_name")}
    if name in panels:
        return str(panels[name])
    if name == "comments":
        return _("Comments")
    if name == "is_confidential":
        return _("Confidential")
    field: Any = page._meta.get_field(name)
    return _("Headline") if name == "title" else str(capfirst(field.verbose_name))
