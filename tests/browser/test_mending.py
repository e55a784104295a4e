"""A translator is led from a problem to its segment, whose words stand upright in a script that knows no slant."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from press_officer import Officer
from wagtail_localize.models import StringTranslation, TranslationSource
from wagtail_localize.operations import translate_object

from news.factories import ReleasePageFactory, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory, locale_of
from newsroom.home.roles import translators_of
from newsroom.translation.models import TranslationTask
from newsroom.translation.tasks.requests import request_translation

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ARABIC = "تنتظر الحافلة العبارة في المساء."
SENTENCE = "Bus number 77 waits."


@pytest.fixture
def task(officer: Officer) -> TranslationTask:
    """An Arabic translation that has lost its numbers, those of two equal sentences too, one of them far down."""
    paragraphs = "".join(f"<p>Bus number {number} waits.</p>" for number in range(12))
    page: ReleasePage = ReleasePageFactory(
        parent=NewsIndexPage.objects.get(locale__language_code="en"),
        title="Night buses meet the ferry",
        subheadline=SENTENCE,
        body=[text_block(f"{paragraphs}<p>{SENTENCE}</p>")],
    )
    translate_object(page, [locale_of("ar")])
    source = TranslationSource.objects.get_for_instance(page)
    for segment in source.stringsegment_set.select_related("string", "context"):
        StringTranslation.objects.create(
            translation_of=segment.string,
            context=segment.context,
            locale=locale_of("ar"),
            data=ARABIC,
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        )
    return request_translation(page, [locale_of("ar")])[0]


def test_mend_it_leads_to_the_segment(officer: Officer, browse: Callable[..., Page], task: TranslationTask) -> None:
    UserFactory(username="samir", roles=[translators_of("ar")])
    samir = Officer(browse(), officer.address)
    samir.log_in("samir")
    page = samir.page
    address = reverse("translation_task", args=[task.pk])
    page.goto(f"{officer.address}{address}")
    lost = page.locator(".newsroom-problems li").filter(has_text=SENTENCE)
    expect(lost).to_have_count(2)
    lost.last.get_by_role("link", name="Mend it").click()
    equal = page.locator(".js-translation-editor li.complete").filter(has_text=SENTENCE)
    expect(equal.last).to_have_class("complete newsroom-sought")
    expect(equal.last).to_be_in_viewport()
    expect(equal.last.get_by_role("button", name="Edit")).to_be_focused()
    expect(page.locator(".newsroom-sought")).to_have_count(1)
    saved = page.locator(".js-translation-editor li.complete > div > p").first
    expect(saved).to_have_text(ARABIC)
    expect(saved).to_have_css("font-style", "normal")
    expect(saved).to_have_css("font-weight", "400")
