"""What a careful reader would notice in a release before it is published.

First what is lacking for that, by the conditions of `news.releases.conditions`; the rest keeps nobody from it.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.choices import ReleaseKind
from news.proofreading.passages import Passage, passages_of
from news.releases.completeness import lacks_of
from news.releases.contacts import unreachable
from newsroom.base.dates import full_date
from newsroom.base.languages import language_in_words, localised
from newsroom.base.localize.translations import translation_of
from newsroom.base.pages.drafts import draft_of
from newsroom.language.calendar.dates import dates_in, wrong_dates_in
from newsroom.language.numerals.figures import Figures, differences, figures_in
from newsroom.language.placeholders import leftovers_in
from newsroom.language.script.cutting import cut_text
from newsroom.language.script.letters import is_in_other_script, is_more_than_a_name
from newsroom.language.separators import as_list
from newsroom.language.spellings import other_spellings

if TYPE_CHECKING:
    from news.models.release import ReleasePage

WORDS_OF = {"numbers": gettext_lazy("Numbers"), "dates": gettext_lazy("Dates"), "addresses": gettext_lazy("Addresses")}


@dataclass(frozen=True)
class Finding:
    """Something to look at: in which language of a release, where in it, and what."""

    code: str
    place: str
    message: str
    #: Whether it keeps the release from being published.
    is_lack: bool = False


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
    translation = translation_of(page)
    draft: ReleasePage = (
        translation.source.get_ephemeral_translated_instance(page.locale, fallback=True)
        if translation
        else (opened if opened and opened.pk == page.pk else draft_of(page))
    )
    draft.locale = page.locale
    #: What translators are still at cannot be published: they and their signature see to what is left to translate.
    draft.is_in_translation = bool(translation) and not page.live
    prefetch_related_objects(list(draft.participant_links.all()), "person")
    prefetch_related_objects(list(draft.contact_links.all()), "contact")
    return draft


#: What rooms above this one look for, given a page and its passages.
registered_checks: "list[Callable[[ReleasePage, Iterable[Passage]], Iterator[Remark]]]" = []


def findings(release: "ReleasePage", opened: "ReleasePage | None" = None) -> list[Finding]:
    """Everything to look at in all languages of a release, the original first; `opened` is a draft read just now."""
    pages = languages_as_written(release, opened)
    found = [finding for page in pages for finding in findings_in(page)]
    return [*found, *findings_between(pages)]


def findings_in(page: "ReleasePage") -> Iterator[Finding]:
    """What is to be looked at in one language by itself."""
    code = page.locale.language_code
    passages = [passage for passage in passages_of(page) if passage.text]
    for place, message in lacks(page):
        yield Finding(code, place, message, is_lack=True)
    for check in (leftovers, other_scripts, check_dates, past_events, *registered_checks):
        for place, message in check(page, passages):
            yield Finding(code, place, message)
    for check_whole in (check_names, expired_contacts, words_kept_with_images):
        for place, message in check_whole(page):
            yield Finding(code, place, message)


Remark = tuple[str, str]


def leftovers(page: "ReleasePage", passages: Iterable[Passage]) -> Iterator[Remark]:
    """Placeholders."""
    for place, text in passages:
        for words in leftovers_in(text):
            yield place, _("“%(words)s” looks like a placeholder.") % {"words": words}


def other_scripts(page: "ReleasePage", passages: Iterable[Passage]) -> Iterator[Remark]:
    """Paragraphs that are written in another script than the page's language."""
    code = page.locale.language_code
    for place, text in () if page.is_in_translation else passages:
        if place not in names_of_things() and is_in_other_script(text, code):
            words = {"language": language_in_words(code), "words": cut_text(text, 80, "…")}
            yield place, _("This does not look like %(language)s: “%(words)s”") % words


def names_of_things() -> set[str]:
    """The places that show names of people and files, which may be in any language."""
    return {_("Image"), _("Participants"), _("Attachments")}


def check_dates(page: "ReleasePage", passages: Iterable[Passage]) -> Iterator[Remark]:
    """Dates beside a weekday that is not theirs, and dates that do not exist."""
    for place, text in passages:
        for words, day in wrong_dates_in(text, page.locale.language_code, day_of(page)):
            if day is None:
                yield place, _("There is no such day as “%(words)s”.") % {"words": words}
            else:
                weekday = date_format(day, "l")
                yield place, _("“%(words)s”: that day is a %(weekday)s.") % {"words": words, "weekday": weekday}


def day_of(page: "ReleasePage") -> datetime.date:
    """The day from which a date without a year is understood."""
    return (page.embargoed_until or page.released_at or timezone.now()).date()


def past_events(page: "ReleasePage", passages: Iterable[Passage]) -> Iterator[Remark]:
    """Days that have passed in an invitation that is not public yet; other texts may speak of the past."""
    if page.kind != ReleaseKind.MEDIA_ADVISORY or page.released_at:
        return
    for place, text in passages:
        for date in dates_in(text, page.locale.language_code):
            day = date.on_calendar(day_of(page))
            if day and day < timezone.now().date():
                yield place, _("%(day)s has passed.") % {"day": full_date(day)}


def check_names(page: "ReleasePage") -> Iterator[Remark]:
    """A speaker or participant whose name the text spells otherwise than the directory."""
    speakers = [block.value["speaker"] for block in page.body if block.block_type == "quote"]
    people = [*(link.person for link in page.participant_links.all()), *filter(None, speakers)]
    names = {person.name for person in localised(people, page.locale.language_code).values()}
    text = "\n".join([page.title, page.subheadline, page.summary, page.body_text])
    for word, name in other_spellings(sorted(names), text, page.locale.language_code):
        yield _("Text"), _("“%(word)s” or “%(name)s”? The directory has the latter.") % {"word": word, "name": name}


def lacks(page: "ReleasePage") -> Iterator[Remark]:
    """What keeps it from being published."""
    for lack in lacks_of(page, page.live):
        yield field_label(lack.field, page), lack.message


def field_label(name: str, page: "ReleasePage") -> str:
    """A field or list as the editor of a page calls it."""
    panels = {panel.relation_name: panel.heading for panel in page.content_panels if hasattr(panel, "relation_name")}
    if name in panels:
        return str(panels[name])
    field: Any = page._meta.get_field(name)
    return _("Headline") if name == "title" else str(capfirst(field.verbose_name))


def expired_contacts(page: "ReleasePage") -> Iterator[Remark]:
    """Contacts that are not shown any more on the day of release, as far as that does not keep it from being public."""
    day = max(day_of(page), timezone.now().date())
    contacts = [link.contact for link in page.contact_links.all()]
    expired = [contact for contact in contacts if not contact.is_valid_on(day)]
    said = unreachable(contacts, day, page.locale.language_code) if expired and not page.live else {}
    for contact in expired:
        if contact.translation_key not in said:
            until = full_date(contact.valid_until)
            yield _("Media contacts"), _("%(name)s was valid until %(day)s.") % {"name": contact.name, "day": until}


def words_kept_with_images(page: "ReleasePage") -> Iterator[Remark]:
    """Captions in one language only: what is kept with an image is no part of the text that translators get."""
    if page.locale.language_code != page.original_language:
        return
    pictures = [(page.image, page.image_caption)] if page.image else []
    pictures += [(block.value["image"], block.value["caption"]) for block in page.body if block.block_type == "image"]
    for image, caption in pictures:
        if image and image.caption and not caption:
            yield (
                _("Image"),
                _("Nobody can translate a caption kept with the image: write it here. “%(words)s”")
                % {"words": cut_text(image.caption, 80, "…")},
            )


def findings_between(pages: "list[ReleasePage]") -> Iterator[Finding]:
    """Numbers, dates and addresses in which a language differs from the original."""
    if not pages:
        return
    original, *others = pages
    expected = figures_of(original, original)
    for page in others:
        yield from left_in_original(page, original)
        for difference in differences(expected, figures_of(page, original)):
            place = str(WORDS_OF[difference.kind])
            if difference.missing:
                message = _("Only in the original: %(figures)s") % {"figures": as_list(difference.missing)}
                yield Finding(page.locale.language_code, place, message)
            if difference.surplus:
                message = _("Not in the original: %(figures)s") % {"figures": as_list(difference.surplus)}
                yield Finding(page.locale.language_code, place, message)


def left_in_original(page: "ReleasePage", original: "ReleasePage") -> Iterator[Finding]:
    """Paragraphs that stand in a translation as in the original, where their script does not tell already."""
    code, said = page.locale.language_code, set(passages_of(original))
    for place, text in () if page.is_in_translation else passages_of(page):
        is_left = (place, text) in said and place not in names_of_things() and is_more_than_a_name(text)
        if is_left and not is_in_other_script(text, code):
            yield Finding(code, place, _("As in the original: “%(words)s”") % {"words": cut_text(text, 80, "…")})


def figures_of(page: "ReleasePage", original: "ReleasePage") -> Figures:
    """The figures of one language; what is not translated yet is read in the language of the original."""
    untranslated = {passage.text for passage in passages_of(original)}
    texts = [passage.text for passage in passages_of(page)]
    own = figures_in((text for text in texts if text not in untranslated), page.locale.language_code)
    others = figures_in((text for text in texts if text in untranslated), original.locale.language_code)
    return own | others
