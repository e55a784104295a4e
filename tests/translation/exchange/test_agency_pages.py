"""Who finds the way out to an agency and back, and where."""

import datetime
import re
from collections.abc import Callable
from typing import Any

import pytest
from agency import address, in_source, sent, stored, upload
from desk import an_officer
from django.contrib.auth.models import Permission
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from people import browser_of
from wagtail.models import GroupPagePermission
from wagtail_localize.models import Translation

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory
from organisations.factories import OrganisationFactory

Submit = Callable[..., Translation]


# Who may


def test_only_those_who_may_change_the_translation(
    marked_release: ReleasePage, submit: Submit, translator: Client
) -> None:
    french, arabic = submit(marked_release, "fr"), submit(marked_release, "ar")
    content = {each: in_source(sent(each), str.upper) for each in (french, arabic)}
    GroupPagePermission.objects.all().update(page=arabic.get_target_instance())
    form = translator.get(address("send", marked_release)).content.decode()
    assert "English → Arabic" in form and "English → French" not in form
    answer = translator.post(address("send", marked_release), {"format": "po", "languages": [french.pk]})
    assert "attachment" not in answer.get("Content-Disposition", "")
    assert "you may not change" in upload(translator, marked_release, content[french])
    assert "Accepted" in upload(translator, marked_release, content[arabic])
    assert stored(arabic) and not stored(french)


def test_those_without_rights_learn_nothing(marked_release: ReleasePage, submit: Submit, client: Client) -> None:
    submit(marked_release)
    assert "/admin/login/" in client.get(address("send", marked_release))["Location"]
    guest = UserFactory()
    guest.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(guest)
    for view in ("send", "bring_back"):
        answer = client.get(address(view, marked_release), follow=True)
        assert "you do not have permission" in answer.content.decode()
        assert "Shade &amp; light" not in answer.content.decode()


def test_a_locked_translation_is_not_changed(marked_release: ReleasePage, submit: Submit, translator: Client) -> None:
    translation = submit(marked_release)
    draft = translation.get_target_instance()
    draft.locked, draft.locked_at, draft.locked_by = True, timezone.now(), UserFactory()
    draft.save()
    answer = translator.get(address("bring_back", marked_release), follow=True)
    assert "you do not have permission" in answer.content.decode()


# Embargo


def test_what_is_under_embargo_is_kept_nowhere_and_named_nowhere(
    index: NewsIndexPage, submit: Submit, translator: Client
) -> None:
    later = timezone.now() + datetime.timedelta(days=3)
    secret = ReleasePageFactory(parent=index, slug="merger", title="The merger", live=False, embargoed_until=later)
    translation = submit(secret)
    answer = translator.post(address("send", secret), {"format": "xliff2", "languages": [translation.pk]})
    assert "no-store" in answer["Cache-Control"]
    assert "merger" not in answer["Content-Disposition"].casefold()
    assert re.search(r'filename="translation-[0-9a-f]{8}-en-fr\.xlf"', answer["Content-Disposition"])
    assert "no-store" in translator.get(address("bring_back", secret))["Cache-Control"]


# Where people find it, and operators


def test_the_ways_stand_on_the_page_and_its_list(
    marked_release: ReleasePage, submit: Submit, translator: Client, newsroom: Any
) -> None:
    draft = submit(marked_release).get_target_instance()
    officer = Client()
    officer.force_login(UserFactory(is_superuser=True))
    for page, browser in ((marked_release, officer), (draft, translator)):
        html = browser.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        assert address("send", page) in html and address("bring_back", page) in html
    html = officer.get(reverse("wagtailadmin_explore", args=[marked_release.get_parent().pk])).content.decode()
    assert address("send", marked_release) in html


def test_records_go_out_as_well(newsroom: Any, submit: Submit, translator: Client) -> None:
    translation = submit(OrganisationFactory(name="Joint Office", description="It cools streets."))
    record = translation.source.get_source_instance()
    address = reverse("exchange_send", args=["organisations", "organisation", record.pk])
    assert address in translator.get(reverse("wagtailsnippets_organisations_organisation:list")).content.decode()
    answer = translator.post(address, {"format": "po", "languages": [translation.pk]})
    assert b"It cools streets." in answer.content


@pytest.mark.parametrize("wrong", ["wagtailcore/page/999999", "wagtailcore/page/x", "base/user/1", "no/model/1"])
def test_addresses_of_nothing(translator: Client, wrong: str) -> None:
    for view in ("send", "bring-back"):
        assert translator.get(f"/admin/exchange/{wrong}/{view}/", follow=True).status_code == 404


def test_untranslated_page_says_what_to_do_to_those_who_can(marked_release: ReleasePage, translator: Client) -> None:
    officer = browser_of(an_officer())
    assert "has not been sent for translation" in officer.get(address("send", marked_release)).content.decode()
    answer = translator.get(address("send", marked_release), follow=True)
    assert "you do not have permission" in answer.content.decode()


def test_operators_do_it_with_commands(
    marked_release: ReleasePage, submit: Submit, tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    french, arabic = submit(marked_release, "fr"), submit(marked_release, "ar")
    call_command("export_translations", marked_release.pk, "--to", tmp_path, "--languages", "fr", "--format", "po")
    assert [path.name for path in tmp_path.iterdir()] == ["count-shade-en-fr.po"]
    call_command("export_translations", marked_release.pk, "--to", tmp_path)
    path = tmp_path / "count-shade-en-ar.xlf"
    path.write_bytes(in_source(path.read_bytes(), str.upper))
    call_command("import_translations", path)
    assert "Accepted: 8" in capsys.readouterr().out
    assert stored(arabic)["Mito Miwili"] == "MITO MIWILI" and not stored(french)
    path.write_bytes(path.read_bytes().replace(b"MITO MIWILI", b"x" * 101))
    with pytest.raises(CommandError, match="Not everything"):
        call_command("import_translations", path)
    assert "Too long 101 characters; 100 fit" in capsys.readouterr().out
    with pytest.raises(CommandError, match="no such page"):
        call_command("export_translations", 999999)
    with pytest.raises(CommandError, match="no such user"):
        call_command("import_translations", path, "--user", "nobody")
