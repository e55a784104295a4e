"""What Wagtail, wagtail-localize and Django do and have promised nobody, held by name: an upgrade says here what broke.

Each promise is a function that says what is not kept; a test asks it today, and breaks it once.
"""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import pytest
import time_machine
from django.db.models.signals import pre_save
from django.middleware.csrf import CsrfViewMiddleware
from django.test import Client
from django.urls import reverse
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.models import Page, Revision
from wagtail_localize.models import String, TranslationContext
from wagtail_localize.strings import INLINE_TAGS, StringValue

from news.clearance.views import CsrfWithoutOrigin
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.pages.amendments import Amendment, changing
from newsroom.base.pages.drafts import OF_DRAFTS
from newsroom.publication.changing import NOT_CONTENT
from newsroom.publication.lifting import prepared
from newsroom.publication.lifting.lift import lift_due
from newsroom.translation.exchange.units import ident_of

NOW = datetime.datetime(2026, 7, 14, 9, 0, tzinfo=datetime.UTC)
LIFT = NOW + datetime.timedelta(days=1)
Patch = pytest.MonkeyPatch


@pytest.fixture
def release(index: NewsIndexPage) -> ReleasePage:
    """A release that is public, with a newer draft."""
    page: ReleasePage = ReleasePageFactory(parent=index, title="Night buses", slug="night-buses")
    page.title = "Day buses"
    page.save_revision()
    return page


def unkept_by_publishing(page: ReleasePage, monkeypatch: Patch) -> list[str]:
    """Publish the newest draft as Wagtail does; what of it is otherwise than the chain of a publication needs."""
    given: list[Any] = []
    written: list[Any] = []
    reads, saves = ReleasePage.with_content_json, ReleasePage.save

    def read(self: Any, content: Any) -> Any:
        given.append(reads(self, content))
        return given[-1]

    def save(self: Any, *args: Any, **kwargs: Any) -> None:
        if self.live and kwargs.get("update_fields") is None:
            written.append(self)
        saves(self, *args, **kwargs)

    with monkeypatch.context() as patch, changing(Amendment.MINOR):
        patch.setattr(ReleasePage, "with_content_json", read)
        patch.setattr(ReleasePage, "save", save)
        page.get_latest_revision().publish()
    unkept = []
    if not written:
        unkept.append("Publishing does not write the live page whole, with save() and without update_fields.")
    if not any(each is page for each in written for page in given):
        unkept.append("Publishing does not write what with_content_json gave.")
    return unkept


def test_publishing_writes_whole_what_a_version_was_read_into(release: ReleasePage, monkeypatch: Patch) -> None:
    """Without that no embargo, no sign-off and no quote: `Embargo.save` would not be what publishes."""
    assert unkept_by_publishing(release, monkeypatch) == []


def test_publishing_that_writes_a_few_columns_is_noticed(release: ReleasePage, monkeypatch: Patch) -> None:
    usual = PublishRevisionAction._publish_revision

    def publish(self: Any, revision: Any, page: Any, *args: Any, **kwargs: Any) -> None:
        page.save = partial(page.save, update_fields=["live", "title"])
        usual(self, revision, page, *args, **kwargs)

    monkeypatch.setattr(PublishRevisionAction, "_publish_revision", publish)
    assert len(unkept_by_publishing(release, monkeypatch)) == 2


def test_publishing_that_writes_another_page_is_noticed(release: ReleasePage, monkeypatch: Patch) -> None:
    usual = PublishRevisionAction._publish_revision

    def publish(self: Any, revision: Any, page: Any, *args: Any, **kwargs: Any) -> None:
        usual(self, revision, ReleasePage.objects.get(pk=page.pk), *args, **kwargs)

    monkeypatch.setattr(PublishRevisionAction, "_publish_revision", publish)
    (words,) = unkept_by_publishing(release, monkeypatch)
    assert "with_content_json" in words


@contextmanager
def hours_heard() -> Iterator[list[Revision]]:
    """The versions of which somebody hears, before it is written, that they are given their hour."""
    heard: list[Revision] = []

    def hear(instance: Revision, update_fields: Any = None, **kwargs: Any) -> None:
        if instance.approved_go_live_at and (update_fields is None or "approved_go_live_at" in update_fields):
            heard.append(instance)

    pre_save.connect(hear, sender=Revision)
    yield heard
    pre_save.disconnect(hear, sender=Revision)


@time_machine.travel(NOW, tick=False)
def test_version_is_given_its_hour_by_saving_it(index: NewsIndexPage, monkeypatch: Patch) -> None:
    """Else a refusal would be heard at the hour alone."""
    with hours_heard() as heard:
        ReleasePageFactory(parent=index, embargoed_until=LIFT)
    assert len(heard) == 1
    usual = Revision.save

    def save(self: Any, *args: Any, **kwargs: Any) -> None:
        if kwargs.get("update_fields") == ["approved_go_live_at"]:
            Revision.objects.filter(pk=self.pk).update(approved_go_live_at=self.approved_go_live_at)
        else:
            usual(self, *args, **kwargs)

    monkeypatch.setattr(Revision, "save", save)
    with hours_heard() as heard:
        ReleasePageFactory(parent=index, embargoed_until=LIFT, slug="another")
    assert heard == []


def columns_written_at_the_hour(page: ReleasePage) -> set[str]:
    """Lift a page as Wagtail publishes, with all of it; the columns of the page that this changed."""
    ReleasePage.objects.filter(pk=page.pk).update(prepared_revision_id=None)
    before = Page.objects.filter(pk=page.pk).values().get()
    with time_machine.travel(LIFT, tick=False):
        assert lift_due() == 1
    after = Page.objects.filter(pk=page.pk).values().get()
    return {name.removesuffix("_id") for name in after if after[name] != before[name]}


def test_lift_sets_every_column_that_wagtail_sets(index: NewsIndexPage, monkeypatch: Patch) -> None:
    """The lift of a prepared version writes by itself what Wagtail would."""
    with time_machine.travel(NOW, tick=False):
        page = ReleasePageFactory(parent=index, embargoed_until=LIFT)
        assert ReleasePage.objects.get(pk=page.pk).prepared_revision_id == page.latest_revision_id
    changed = columns_written_at_the_hour(page)
    assert {"live", "last_published_at", "live_revision"} <= changed <= set(prepared.FIELDS)
    monkeypatch.setattr(prepared, "FIELDS", [name for name in prepared.FIELDS if name != "live_revision"])
    assert not changed <= set(prepared.FIELDS)


def test_columns_that_are_told_apart_by_name_are_there() -> None:
    """The search and the record of changes leave out what Wagtail writes for itself."""
    names = {field.name for field in Page._meta.get_fields()} | {"pk", "life"}
    assert names >= OF_DRAFTS and names >= NOT_CONTENT


def test_units_at_agencies_keep_their_names() -> None:
    """Files that are out are told by these names; with other digests all of them would come back as unknown."""
    assert TranslationContext._get_path_id("body.a1.quote").hex == "4d3af3d2b1bd5b98a9eaba7d920397e3"
    assert String._get_data_hash("Night buses").hex == "629d6d579a9150c192c6ece18bd76011"
    assert ident_of("body.a1.quote", "Night buses") == "u4d3af3d2b1bd5b98-629d6d579a9150c1"


def test_other_digests_change_the_names_of_units(monkeypatch: Patch) -> None:
    monkeypatch.setattr(String, "_get_data_hash", TranslationContext._get_path_id)
    assert ident_of("body.a1.quote", "Night buses") != "u4d3af3d2b1bd5b98-629d6d579a9150c1"


def test_marks_in_strings_are_those_that_agencies_get() -> None:
    assert set(INLINE_TAGS) == {"a", "abbr", "acronym", "b", "code", "em", "i", "strong", "br"}
    assert StringValue.from_plaintext("5 < 6").data == "5 &lt; 6"


def test_form_that_tells_no_origin_is_taken_in_a_clearance_alone(rf: Any, monkeypatch: Patch) -> None:
    """Browsers send "Origin: null" there; the name of Django's question about it is private."""

    def refused(guard: type[CsrfViewMiddleware]) -> bool:
        token = "a" * 32
        request = rf.post("/", {"csrfmiddlewaretoken": token}, HTTP_ORIGIN="null")
        request.COOKIES["csrftoken"], request._dont_enforce_csrf_checks = token, False
        middleware = guard(lambda request: None)  # type: ignore[arg-type, return-value]
        middleware.process_request(request)
        return middleware.process_view(request, lambda request: None, (), {}) is not None

    assert (refused(CsrfViewMiddleware), refused(CsrfWithoutOrigin)) == (True, False)
    monkeypatch.delattr(CsrfWithoutOrigin, "_origin_verified")
    assert refused(CsrfWithoutOrigin)


def test_editor_has_the_marks_that_ours_looks_for(release: ReleasePage, admin_client: Client) -> None:
    """The version it was opened with, and the choosers that propose a role."""
    editor = admin_client.get(reverse("wagtailadmin_pages:edit", args=[release.pk])).content.decode()
    for mark in ('name="loaded_revision_id"', 'name="loaded_revision_created_at"', "-chooser", "action-publish"):
        assert mark in editor
