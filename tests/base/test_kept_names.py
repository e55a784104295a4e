"""A name that signed stays, as it was then, when its account is renamed or goes."""

import datetime
import uuid
from types import SimpleNamespace
from typing import Any

import pytest
from desk import again, an_officer, ask, translate
from django.apps import apps
from django.core.management import call_command
from django.db import connection, models
from django.urls import reverse
from django.utils import timezone
from people import browser_of
from wagtail.models import PageLogEntry

from news.choices import ClearanceEventKind
from news.factories import ReleasePageFactory, quote_block
from news.models import Correction, NewsIndexPage, QuoteClearance, ReleasePage
from news.quotes.approvals import approve
from newsroom.base.factories import UserFactory
from newsroom.base.kept_names import SignerField, keep_names
from newsroom.base.models import FormerAccount, User
from newsroom.base.models.former_account import name_of_former
from newsroom.publication.choices import CorrectionKind, Manner
from newsroom.publication.corrections.service import Note, correct
from newsroom.publication.embargoes.service import set_embargo
from newsroom.publication.models import LifeEvent, UnapprovedPublication, Withdrawal
from newsroom.publication.withdrawals.service import take_off
from newsroom.translation.models import RecordSignature
from newsroom.translation.signing.signoff import sign_off
from organisations.factories import PersonFactory

NAMES = [("Wairimu", "Tendeka"), ("أمينة", "بلحظري"), ("思远", "林"), ("Łucja", "Żółć")]
#: Accounts that sign nothing: who does something or asked for it, to whom letters go, whose picture it is.
SIGN_NOTHING = {
    ("savedview", "owner"),
    ("translationtask", "assignee"),
    ("translationtask", "created_by"),
    ("recordtask", "assignee"),
    ("recordtask", "created_by"),
    ("translationrequest", "asked_by"),
    ("quoteclearance", "sent_by"),
    ("newsroomimage", "uploaded_by_user"),
    ("newsroomdocument", "uploaded_by_user"),
    ("importedfile", "uploaded_by"),
    ("importedfile", "changed_by"),
    ("callofficer", "user"),
}
OURS = ("base", "publication", "translation", "organisations", "news", "campaigns", "importing", "search", "home")
WORDS = "We count every stop."


def signed_by(user: User, index: NewsIndexPage) -> list[tuple[Any, str]]:
    """Everything that somebody can sign, and which field keeps the name."""
    page = ReleasePageFactory(parent=index, title="Night buses", body=[quote_block(WORDS, PersonFactory())])
    (task,) = ask(page, "fr")
    translate(task)
    sign_off(task, user, reason="As it is.")
    quote_id = uuid.UUID(page.body[0].id)
    approval = approve(page, quote_id, WORDS, "The mayor's office", user)
    clearance = QuoteClearance.objects.create(
        quote_id=quote_id,
        release=page,
        locale=page.locale,
        words=WORDS,
        recipient_name="The mayor's office",
        recipient_email="mayor@confluent.example",
        sent_by=user,
        sender_name=user.get_full_name(),
        expires_at=timezone.now() + datetime.timedelta(days=1),
        digest="d" * 64,
    )
    clearance.note(ClearanceEventKind.SENT, user)
    draft = page.get_latest_revision_as_object()
    draft.title = "Day buses"
    draft.save_revision(user=user)
    correct([Note(ReleasePage.objects.get(pk=page.pk), "Night", "Day", "A slip.")], CorrectionKind.FACTUAL, user)
    (withdrawal, *_others) = take_off(ReleasePage.objects.get(pk=page.pk), Manner.WITHDRAWN, {"en": "Wrong."}, user)
    waiting = ReleasePageFactory(parent=index, live=False)
    hasty = UnapprovedPublication.objects.create(life=waiting.life, reason="Haste.", user=user, approved_by=user)
    set_embargo(waiting.life, timezone.now() + datetime.timedelta(days=1), "UTC", user)
    return [
        (again(task), "signed_by_name"),
        (approval, "user_name"),
        (clearance.events.get(), "user_name"),
        (Correction.objects.get(release=page), "corrected_by_name"),
        (Withdrawal.objects.get(pk=withdrawal.pk), "withdrawn_by_name"),
        (LifeEvent.objects.filter(life=page.life_id, user=user).first(), "user_name"),
        (waiting.life.events.get(), "user_name"),
        (hasty, "user_name"),
        (hasty, "approved_by_name"),
    ]


@pytest.mark.parametrize(("first", "last"), NAMES)
def test_name_stays_as_it_was_signed(index: NewsIndexPage, first: str, last: str) -> None:
    user = an_officer(first_name=first, last_name=last)
    rows = signed_by(user, index)
    user.last_name = "Renamed"
    user.save()
    number = user.pk
    for gone in (False, True):
        if gone:
            User.objects.filter(pk=number).delete()
        for row, field in rows:
            row.refresh_from_db()
            assert getattr(row, field) == f"{first} {last}", (row, gone)
    assert not User.objects.filter(pk=number).exists()


def test_who_signs_again_is_named_as_they_are_called_then(index: NewsIndexPage) -> None:
    user, other = an_officer(first_name="Łucja", last_name="Nowak"), an_officer(username="amina")
    (task,) = ask(ReleasePageFactory(parent=index), "fr")
    for signer, name in ((user, "Łucja Nowak"), (other, "amina"), (None, "")):
        task.signed_by = signer
        task.save()
        assert again(task).signed_by_name == name
    user.last_name = "Kowalska"
    task.signed_by = user
    task.save()
    assert again(task).signed_by_name == "Łucja Kowalska"


def test_signature_of_a_record_takes_the_name_of_the_next_signer(index: NewsIndexPage) -> None:
    """`update_or_create` writes the fields it is told of; the name goes with the account."""
    (task,) = ask(ReleasePageFactory(parent=index), "fr")
    translation = task.translation
    for name in ("first", "second"):
        RecordSignature.objects.update_or_create(
            translation=translation, defaults={"signed_by": an_officer(username=name)}
        )
        assert RecordSignature.objects.get().signed_by_name == name


def test_pages_of_the_cms_show_it_once_the_account_is_gone(index: NewsIndexPage) -> None:
    user = an_officer(first_name="أمينة", last_name="بلحظري")
    rows = signed_by(user, index)
    task, waiting = rows[0][0], rows[-1][0].life
    user.delete()
    browser = browser_of(UserFactory(is_superuser=True))
    page = ReleasePage.objects.get(life=waiting)
    for address in (
        reverse("translation_task", args=[task.pk]),
        reverse("publication_embargo", args=[page.pk]),
        reverse("wagtailadmin_pages:history", args=[task.page_id]),
        reverse("wagtailadmin_reports:site_history"),
    ):
        assert "أمينة بلحظري" in browser.get(address).content.decode(), address


def test_history_names_who_went_before_names_were_kept_by_their_number(index: NewsIndexPage) -> None:
    user = an_officer()
    page = ReleasePageFactory(parent=index)
    PageLogEntry.objects.log_action(page, "wagtail.edit", user=user)
    user.delete()
    FormerAccount.objects.all().delete()
    entry = PageLogEntry.objects.select_related("user").get(page=page.pk, action="wagtail.edit")
    assert str(entry.user_display_name) == name_of_former(entry.user_id) == f"user {entry.user_id} (deleted)"


def test_former_names_are_asked_for_one_by_one_only_where_they_are_shown(
    index: NewsIndexPage, count_queries: Any
) -> None:
    from wagtail.models import audit_log

    shown: Any = audit_log
    assert count_queries(lambda: shown.get_deleted_user_display_name(12)) == 0


def test_rows_of_before_get_the_name_of_today(index: NewsIndexPage, capsys: pytest.CaptureFixture[str]) -> None:
    user, nameless = an_officer(first_name="思远", last_name="林"), an_officer(username="nobody-in-particular")
    life = ReleasePageFactory(parent=index).life
    LifeEvent.objects.all().delete()
    for signer in (user, nameless, None):
        life.note("set", signer)
    LifeEvent.objects.update(user_name="")
    keep_names(apps, SimpleNamespace(connection=connection), "publication", lifeevent=("user", "user_name"))
    assert set(LifeEvent.objects.values_list("user_name", flat=True)) == {"思远 林", "nobody-in-particular", ""}
    assert "publication.lifeevent: 2 names" in capsys.readouterr().out


def test_whatever_is_signed_keeps_its_name() -> None:
    """A foreign key to an account is one that keeps the name, or is said above to sign nothing."""
    keys = {
        (model._meta.model_name, field.name): field
        for label in OURS
        for model in apps.get_app_config(label).get_models(include_auto_created=False)
        for field in model._meta.local_fields
        if isinstance(field, models.ForeignKey) and field.related_model is User
    }
    forgetful = {key for key, field in keys.items() if not isinstance(field, SignerField)}
    assert forgetful == SIGN_NOTHING
    for (_model, name), field in keys.items():
        if isinstance(field, SignerField):
            kept = field.model._meta.get_field(field.name_field)
            assert kept.name == f"{name}_name" and kept.creation_counter < field.creation_counter


def test_migrations_know_plain_fields_alone(db: None) -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
