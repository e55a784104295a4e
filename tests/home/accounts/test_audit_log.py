"""Who got in, who did not, who took what out and who changed what stands in one log that nobody can edit."""

import csv
import datetime
import io
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone
from openpyxl import load_workbook
from people import browser_of
from wagtail.log_actions import log, registry
from wagtail.models import ModelLogEntry, PageLogEntry
from wagtail.snippets.models import get_snippet_models

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleaseAttachment
from newsroom.base.factories import DocumentFactory, ImageFactory, UserFactory
from newsroom.base.models import User
from newsroom.home.audit.access import EXPORTED, FAILED, LOCKED_OUT, LOGGED_IN, LOGGED_OUT
from newsroom.home.audit.retention import forget_old_access
from newsroom.home.models import HomePage
from newsroom.home.roles import OFFICERS
from newsroom.publication.files.downloads import DOWNLOADED
from newsroom.publication.lifting.scheduler import DAILY
from newsroom.publication.restrictions.service import set_restricted

pytestmark = pytest.mark.django_db
LOG_IN, LOG = "/admin/login/", "/admin/reports/site-history/"
RIGHT = "a quiet river 42"
FROM = {"REMOTE_ADDR": "203.0.113.9"}


@pytest.fixture
def officer(newsroom: HomePage) -> User:
    """Somebody with a password."""
    user: User = UserFactory(username="wairimu", roles=[OFFICERS])
    user.set_password(RIGHT)
    user.save()
    return user


@pytest.fixture
def auditor(newsroom: HomePage) -> Client:
    """Somebody who may read the log, and nothing else."""
    user = UserFactory(username="auditor")
    user.user_permissions.add(*Permission.objects.filter(codename__in=("access_admin", "see_audit_log")))
    return browser_of(user)


def entries(action: str) -> list[ModelLogEntry]:
    """What the log says of something, the first at the beginning."""
    return list(ModelLogEntry.objects.filter(action=action).order_by("pk"))


def try_to_log_in(name: str, password: str) -> Any:
    """A form that is sent from an address."""
    return Client().post(LOG_IN, {"username": name, "password": password}, **FROM)


def test_log_ins_log_outs_and_failures_are_written_down(officer: User) -> None:
    browser = Client()
    browser.post(LOG_IN, {"username": "wairimu", "password": RIGHT}, HTTP_USER_AGENT="Quill/1", **FROM)
    browser.post("/admin/logout/", **FROM)
    (entered,), (left,) = entries(LOGGED_IN), entries(LOGGED_OUT)
    assert entered.user == left.user == officer
    assert entered.data == {"address": "203.0.113.9", "browser": "Quill/1"}
    assert "203.0.113.9" in entered.message
    try_to_log_in("wairimu", "wrong")
    (failed,) = entries(FAILED)
    assert (failed.label, failed.object_id, failed.user) == ("wairimu", str(officer.pk), None)
    assert "wrong" not in str(failed.data)


def test_what_was_typed_for_a_name_is_not_kept_where_nobody_is_called_so(officer: User) -> None:
    try_to_log_in("my-secret-password", "wairimu")
    (failed,) = entries(FAILED)
    assert failed.label == "203.0.113.9" and "secret" not in f"{failed.label}{failed.data}"


def test_tries_that_are_not_heard_do_not_fill_the_log(officer: User) -> None:
    for _number in range(20):
        try_to_log_in("wairimu", "wrong")
    assert len(entries(FAILED)) + len(entries(LOCKED_OUT)) <= 6
    assert len(entries(LOCKED_OUT)) == 1


def test_private_downloads_are_written_down_and_public_ones_are_not(officer: User, index: NewsIndexPage) -> None:
    document, image = DocumentFactory(title="Annex"), ImageFactory(title="Drawing")
    address = f"/documents/{document.pk}/{document.filename}"
    browser = browser_of(officer)
    assert browser.get(address).status_code == 200
    assert browser.get(f"/media/{image.file.name}").status_code == 200
    assert [(entry.user, entry.label) for entry in entries(DOWNLOADED)] == [(officer, "Annex"), (officer, "Drawing")]
    assert Client().get(address).status_code == 404
    ReleasePageFactory(parent=index, attachments=[ReleaseAttachment(document=document)], image=image)
    assert Client().get(address).status_code == browser.get(address).status_code == 200
    assert len(entries(DOWNLOADED)) == 2


def test_what_is_taken_out_of_the_cms_is_written_down(officer: User) -> None:
    browser = browser_of(officer)
    assert browser.get(reverse("glossary_as_csv")).status_code == 200
    assert browser.get("/admin/reports/contacts/?export=csv").status_code == 200
    assert browser.get("/admin/reports/contacts/").status_code == 200
    assert [entry.label for entry in entries(EXPORTED)] == [
        reverse("glossary_as_csv"),
        "/admin/reports/contacts/?export=csv",
    ]
    assert entries(EXPORTED)[-1].user == officer


def test_the_log_is_read_with_its_permission_alone(officer: User, auditor: Client, index: NewsIndexPage) -> None:
    release = ReleasePageFactory(parent=index, title="Night buses")
    log(release, "wagtail.edit", user=officer)
    try_to_log_in("wairimu", "wrong")
    for address in (LOG, f"{LOG}results/", f"{LOG}?export=csv"):
        assert browser_of(officer).get(address).status_code == 302, address
        assert Client().get(address).status_code == 302, address
        assert auditor.get(address).status_code == 200, address
    html = auditor.get(LOG).content.decode()
    assert "Night buses" in html and "A log-in failed (203.0.113.9)" in html and "Audit log" in html
    assert LOG not in browser_of(officer).get("/admin/").content.decode()
    assert LOG in auditor.get("/admin/").content.decode()


def test_it_leaves_out_restricted_drafts_for_whoever_may_not_know_of_them(
    officer: User, auditor: Client, index: NewsIndexPage
) -> None:
    draft = ReleasePageFactory(parent=index, title="Night buses", live=False)
    open_draft = ReleasePageFactory(parent=index, title="Day trams", live=False)
    for page in (draft, open_draft):
        log(page, "wagtail.edit", user=officer)
    set_restricted(draft.life, True)
    all_known = browser_of(UserFactory(is_superuser=True))
    for address in (LOG, f"{LOG}?export=csv"):
        told, told_all = (text_of(browser.get(address)) for browser in (auditor, all_known))
        assert "Day trams" in told and "Night buses" not in told and "Night buses" in told_all


def text_of(answer: Any) -> str:
    """A page, or a table to save."""
    return b"".join(answer.streaming_content if answer.streaming else [answer.content]).decode()


def test_it_is_filtered_by_who_what_when_and_kind(officer: User, auditor: Client, index: NewsIndexPage) -> None:
    release = ReleasePageFactory(parent=index, title="Night buses")
    log(release, "wagtail.edit", user=officer)
    log(release, "wagtail.edit", user=officer, timestamp=timezone.now() - datetime.timedelta(days=400))
    try_to_log_in("wairimu", "wrong")
    today = timezone.now().date().isoformat()

    def rows(query: str) -> list[dict[str, str]]:
        answer = auditor.get(f"{LOG}?export=csv&{query}")
        text = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
        return list(csv.DictReader(io.StringIO(text)))

    assert {row["Action type"] for row in rows("kind=changes&label=Night")} == {"Create", "Edit", "Publish"}
    assert {row["Action type"] for row in rows("kind=log_ins")} == {"Failed log-in", "Log in"}
    assert all("export" in row["Name"] for row in rows("kind=taken_out")) and rows("kind=taken_out")
    assert len(rows(f"user={officer.pk}&action=wagtail.edit")) == 2
    assert len(rows(f"user={officer.pk}&action=wagtail.edit&timestamp_from={today}")) == 1
    assert len(rows("action=wagtail.edit&label=nothing")) == 0
    (failed,) = rows(f"action={FAILED}")
    assert (failed["Address"], failed["User"], failed["Name"]) == ("203.0.113.9", "system", "wairimu")


def test_no_spreadsheet_runs_what_stands_in_it(officer: User, auditor: Client, index: NewsIndexPage) -> None:
    log(ReleasePageFactory(parent=index, title="=HYPERLINK(1)"), "wagtail.edit", user=officer)
    csv_file = b"".join(auditor.get(f"{LOG}?export=csv").streaming_content).decode()  # type: ignore[attr-defined]
    assert "'=HYPERLINK(1)" in csv_file and ",=HYPERLINK" not in csv_file
    xlsx = b"".join(auditor.get(f"{LOG}?export=xlsx").streaming_content)  # type: ignore[attr-defined]
    cells = [cell for row in load_workbook(io.BytesIO(xlsx)).active.iter_rows() for cell in row]  # type: ignore[union-attr]
    assert "'=HYPERLINK(1)" in [cell.value for cell in cells] and not [c for c in cells if c.data_type == "f"]


def test_nobody_can_change_it_in_the_cms(auditor: Client) -> None:
    models = registry.get_log_entry_models() | {apps.get_model("home.AuditLog")}
    assert not models & set(get_snippet_models())
    assert not Permission.objects.filter(
        content_type__app_label="home", content_type__model="auditlog", codename__startswith=("delete")
    )
    chief = browser_of(UserFactory(is_superuser=True))
    before = ModelLogEntry.objects.count(), PageLogEntry.objects.count()
    for method in ("post", "put", "delete", "patch"):
        assert getattr(chief, method)(LOG).status_code == 405
    assert (ModelLogEntry.objects.count(), PageLogEntry.objects.count()) == before
    assert "logentry" not in " ".join(str(key).lower() for key in get_resolver().reverse_dict)


def test_what_tells_of_people_goes_after_its_time_and_the_record_stays(
    officer: User, index: NewsIndexPage, settings: Any
) -> None:
    settings.NEWSROOM_ACCESS_LOG_DAYS = 365
    release, document = ReleasePageFactory(parent=index), DocumentFactory()
    now = timezone.now()
    for days in (364, 366):
        at = now - datetime.timedelta(days=days)
        for subject, action in (
            *((officer, LOGGED_IN), (officer, LOGGED_OUT), (officer, FAILED), (officer, LOCKED_OUT)),
            *((officer, EXPORTED), (document, DOWNLOADED), (release, "wagtail.edit"), (officer, "wagtail.edit")),
        ):
            log(subject, action, timestamp=at)
    with time_machine.travel(now, tick=False):
        assert forget_old_access() == 6
        settings.NEWSROOM_ACCESS_LOG_DAYS = 0
        assert forget_old_access() == 0
    assert ModelLogEntry.objects.filter(action="wagtail.edit", timestamp__lt=now).count() == 2
    assert PageLogEntry.objects.filter(action="wagtail.edit", timestamp__lt=now).count() == 2
    assert "newsroom.home.audit.retention.audit_duties_of_the_day" in DAILY


def test_a_report_asks_no_more_for_thirty_entries_than_for_three(
    officer: User, auditor: Client, django_assert_max_num_queries: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    PageLogEntry.objects.all().delete()  # those of pages ask whether each may be edited
    asked = []
    for number in (3, 27):
        for _each in range(number):
            log(officer, LOGGED_IN, user=officer)
        auditor.get(LOG)
        with CaptureQueriesContext(connection) as captured:
            auditor.get(LOG)
        asked.append(len(captured))
    assert asked[0] == asked[1]
