"""Words that a speaker's office proposed, taken into the draft."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.strings import StringValue

from news.choices import ClearanceEventKind
from news.clearance.service import words_in
from news.models.clearance import QuoteClearance
from news.quotes.status import exact_words
from newsroom.base.localize.translated import save_draft_of
from newsroom.base.localize.translations import translation_of
from newsroom.base.models import User
from newsroom.base.pages.drafts import draft_of

if TYPE_CHECKING:
    from news.models.release import ReleasePage

TAKEN = "news.quote.take_words"


class TakingError(Exception):
    """The proposed words cannot be taken; says why, in words for the officer."""


def accept_words(clearance: QuoteClearance, user: User) -> None:
    """Save a new version of the draft that has the proposed words, and is otherwise the latest there is.

    Raises TakingError where the page is locked or somebody has changed the quote since it was sent.
    """
    with transaction.atomic():
        release = Page.objects.select_for_update().get(pk=clearance.release_id).specific
        lock = release.get_lock()
        if lock and lock.for_user(user):
            raise TakingError(_("The release is locked. Unlock it or cancel its schedule, then take the words."))
        draft = draft_of(release)
        if words_in(draft, clearance.quote_id) != clearance.words:
            raise TakingError(_("The words were changed after they were sent. Change them in the editor."))
        write_to_draft(draft, clearance, user)
        clearance.note(ClearanceEventKind.TAKEN, user)


def write_to_draft(draft: "ReleasePage", clearance: QuoteClearance, user: User) -> None:
    """Put the words where the draft is kept: in the translators' tool for a page that follows its original."""
    translation = translation_of(draft)
    if translation:
        translate(translation, clearance, user)
        return
    for block in draft.body:
        if block.id == str(clearance.quote_id):
            block.value["words"] = clearance.proposed_words
    draft.save_revision(user=user, log_action=TAKEN, clean=False)


def translate(translation: Translation, clearance: QuoteClearance, user: User) -> None:
    """Replace the translation of the words; without it the tool would put back what it knows."""
    segment = translation.source.stringsegment_set.filter(context__path=f"body.{clearance.quote_id}.words").first()
    if segment is None:
        raise TakingError(_("The original has changed. Sync the translation, then take the words."))
    StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        context=segment.context,
        locale=translation.target_locale,
        defaults={
            "data": StringValue.from_plaintext(exact_words(clearance.proposed_words)).data,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "last_translated_by": user,
            "has_error": False,
        },
    )
    if translation.get_target_instance().live:
        save_draft_of(translation, user, log_action=TAKEN)
    else:
        translation.save_target(user=user, publish=False)
