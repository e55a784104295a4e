"""The steps of a translation as people take them in wagtail-localize."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from corpora import for_the_file
from django.test import Client
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory, locale_of
from newsroom.base.localize.translated import save_draft_of
from newsroom.base.models import Signable
from newsroom.base.pages.amendments import Amendment, changing
from newsroom.home.roles import translators_of
from newsroom.translation.signing.records import sign_record
from organisations.factories import PersonFactory

Submit = Callable[..., Translation]
Write = Callable[..., None]
PutOut = Callable[[Translation], Any]


@pytest.fixture
def submit(django_capture_on_commit_callbacks: Any) -> Submit:
    """Send a page or record for translation, as the officer's button does."""

    def press(record: Any, code: str = "fr") -> Translation:
        record = type(record)._default_manager.get(pk=record.pk)
        with django_capture_on_commit_callbacks(execute=True):
            translate_object(record, [locale_of(code)])
        source = TranslationSource.objects.get_for_instance(record)
        return source.translations.get(target_locale__language_code=code)

    return press


@pytest.fixture
def write() -> Write:
    """Translate every string of a page or record: the same words after a mark."""

    def translate(translation: Translation, mark: str = "FR") -> None:
        for segment in translation.source.stringsegment_set.select_related("string", "context"):
            StringTranslation.objects.get_or_create(
                translation_of=segment.string,
                context=segment.context,
                locale=translation.target_locale,
                defaults={"data": f"{mark} {segment.string.data}"},
            )

    return translate


@pytest.fixture
def put_out(django_capture_on_commit_callbacks: Any) -> PutOut:
    """Publish a translation as the desk's button does, one that is public as a minor change.

    Gives the translated page or record, which is signed.
    """

    def press(translation: Translation) -> Any:
        target = translation.get_target_instance()
        if isinstance(target, Signable):
            with django_capture_on_commit_callbacks(execute=True):
                sign_record(translation, UserFactory(), reason="As it is.")
            return translation.get_target_instance()
        with django_capture_on_commit_callbacks(execute=True):
            if target.live and getattr(target, "is_amended_openly", False):
                with changing(Amendment.MINOR):
                    save_draft_of(translation).publish()
            else:
                translation.save_target(publish=True)
        return translation.get_target_instance()

    return press


@pytest.fixture(scope="module")
def marked(django_db_setup: None, django_db_blocker: Any) -> Iterator[int]:
    """The number of a public release with every inline mark, a quote, and characters that XML minds."""
    with for_the_file(django_db_blocker):
        body = [
            text_block(
                '<p>Each <b>city <i>will</i></b> survey its <a href="https://a.example/">stops</a> and '
                '<a href="https://b.example/">markets</a>.</p><p>It begins<br/>in May.</p><p>It ends in June.</p>'
            ),
            quote_block("We light a street.", PersonFactory(name="Wairimu Tendeka"), role="Mayor of Mito Miwili"),
        ]
        index = NewsIndexPage.objects.get(locale__language_code="en")
        page = ReleasePageFactory(parent=index, title="Shade & light: 26 cities <count>", slug="count-shade", body=body)
        yield page.pk


@pytest.fixture
def marked_release(marked: int, db: None) -> ReleasePage:
    """That release, as it stands in the database."""
    page: ReleasePage = ReleasePage.objects.get(pk=marked)
    return page


@pytest.fixture
def translator(newsroom: Any) -> Client:
    """A translator's browser."""
    user = UserFactory(username="amina", roles=map(translators_of, ("fr", "es", "ar", "ru", "zh-hans")))
    browser = Client()
    browser.force_login(user)
    return browser
