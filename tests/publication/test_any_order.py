"""Whatever officers, translators and the clock do to a release in three languages, in whatever order, its rules hold.

No language is public while another that it waits for is not; nothing is public before its instant; nothing that was
public answers a bare 404; what was public once stays.
"""

import datetime
import tempfile
from pathlib import Path
from typing import Any

import pytest
import time_machine
from desk import ask, translate
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.configuration import set_hypothesis_home_dir
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from people import browser_of
from wagtail.models import Page

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory, locale_of
from newsroom.home.roles import OFFICERS
from newsroom.publication.choices import Manner, Requirement
from newsroom.publication.embargoes.service import call_off, move
from newsroom.publication.gates import RefusedError
from newsroom.publication.lifting.lift import lift_due, lift_now
from newsroom.publication.lifting.scheduler import Scheduler
from newsroom.publication.models import Life
from newsroom.publication.withdrawals.service import NothingToTakeOffError, take_off
from newsroom.translation.models import TranslationTask
from newsroom.translation.signing.signoff import NothingToSignError, sign_off
from newsroom.translation.tasks.transitions import NotOpenError

# What it keeps between runs belongs into no checkout.
set_hypothesis_home_dir(Path(tempfile.gettempdir()) / "newsroom-hypothesis")
BEGIN = datetime.datetime(2026, 7, 14, 9, 0, tzinfo=datetime.UTC)
REFUSALS = (RefusedError, NotOpenError, NothingToSignError, NothingToTakeOffError)
CODES = st.sampled_from(["en", "fr", "ar"])
HOURS = st.integers(min_value=1, max_value=48)


class Release(RuleBasedStateMachine):
    """One release, its doors, and the clock."""

    def __init__(self) -> None:
        super().__init__()
        self.mark = transaction.atomic()
        self.mark.__enter__()
        self.now = BEGIN
        self.clock = time_machine.travel(self.now, tick=False)
        self.clock.start()
        self.seen: set[str] = set()
        cache.clear()

    def teardown(self) -> None:
        self.clock.stop()
        transaction.set_rollback(True)
        self.mark.__exit__(None, None, None)

    @initialize(
        hours=st.one_of(st.none(), HOURS),
        french=st.sampled_from([*Requirement, "copy"]),
        arabic=st.sampled_from(list(Requirement)),
    )
    def begin(self, hours: int | None, french: str, arabic: str) -> None:
        """An officer writes it and asks for its languages, or copies one by hand."""
        self.officer = UserFactory(roles=[OFFICERS])
        self.browser = browser_of(self.officer)
        index = NewsIndexPage.objects.get(locale__language_code="en")
        until = BEGIN + datetime.timedelta(hours=hours) if hours else None
        self.original = ReleasePageFactory(parent=index, embargoed_until=until, live=False)
        self.original.save_revision()
        self.key = self.original.translation_key
        wishes = {"ar": {"requirement": arabic}}
        if french == "copy":
            self.original.copy_for_translation(locale_of("fr"))
            ask(self.original, "ar", wishes=wishes)
        else:
            ask(self.original, "fr", "ar", wishes=wishes | {"fr": {"requirement": french}})

    @property
    def life(self) -> Life:
        """As it stands in the database."""
        return Life.objects.get(translation_key=self.key)

    def page(self, code: str) -> Any:
        """A language's page, if it is there."""
        return ReleasePage.objects.filter(translation_key=self.key, locale__language_code=code).first()

    def attempt(self, act: Any) -> None:
        """Do something that may be refused; what is refused leaves nothing behind."""
        try:
            with transaction.atomic():
                act()
        except REFUSALS:
            pass

    @rule(hours=HOURS)
    def time_passes(self, hours: int) -> None:
        self.clock.stop()
        self.now += datetime.timedelta(hours=hours)
        self.clock = time_machine.travel(self.now, tick=False)
        self.clock.start()
        lift_due()

    @rule()
    def the_scheduler_starts_again(self) -> None:
        Scheduler().turn()

    @rule(code=CODES)
    def plain_code_publishes(self, code: str) -> None:
        if page := self.page(code):
            self.attempt(lambda: page.save_revision().publish())

    @rule(code=CODES, action=st.sampled_from(["publish", "unpublish", "delete", "create_alias"]))
    def the_api_is_asked(self, code: str, action: str) -> None:
        if page := self.page(code):
            address = reverse("wagtailadmin_api:pages:action", args=[page.pk, action])
            self.attempt(lambda: self.browser.post(address, {}, headers={"accept": "application/json"}))

    @rule(codes=st.sets(CODES, min_size=1), action=st.sampled_from(["publish", "delete", "unpublish"]))
    def several_are_chosen_in_a_list(self, codes: set[str], action: str) -> None:
        ids = "&".join(f"id={page.pk}" for code in sorted(codes) if (page := self.page(code)))
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
        self.attempt(lambda: self.browser.post(f"{address}?next=/admin/&{ids}", {"include_descendants": ""}))

    @rule(code=CODES)
    def somebody_deletes(self, code: str) -> None:
        if page := self.page(code):
            self.attempt(lambda: Page.objects.get(pk=page.pk).delete())

    @rule(code=CODES)
    def wagtails_button_unschedules(self, code: str) -> None:
        page = self.page(code)
        if page and page.scheduled_revision:
            address = reverse("wagtailadmin_pages:revisions_unschedule", args=[page.pk, page.scheduled_revision.pk])
            self.attempt(lambda: self.browser.post(address))

    @rule(hours=HOURS)
    def the_embargo_is_moved(self, hours: int) -> None:
        until = self.now + datetime.timedelta(hours=hours)
        self.attempt(lambda: move(self.life, until, user=self.officer))

    @rule(act=st.sampled_from([call_off, lift_now]))
    def it_is_called_off_or_lifted_now(self, act: Any) -> None:
        self.attempt(lambda: act(self.life, self.officer))

    @rule(code=CODES)
    def a_translator_signs(self, code: str) -> None:
        task = TranslationTask.objects.filter(translation_key=self.key, target_locale__language_code=code).first()
        if task and task.target:
            translate(task)
            self.attempt(lambda: sign_off(task, self.officer, "as it is meant"))

    @rule(words=st.sampled_from(["The bus waits.", "The boat waits.", ""]))
    def the_original_is_saved_otherwise(self, words: str) -> None:
        if (page := self.page("en")) and not page.scheduled_revision:
            page.subheadline = words
            page.save_revision()

    @rule(code=CODES, manner=st.sampled_from([Manner.WITHDRAWN, Manner.GONE]))
    def it_is_taken_off(self, code: str, manner: Manner) -> None:
        if page := self.page(code):
            self.attempt(lambda: take_off(page, manner, {code: "It was wrong."}, self.officer))

    @invariant()
    def nothing_is_public_before_its_instant(self) -> None:
        released = set(ReleasePage.objects.released().filter(translation_key=self.key).values_list("pk", flat=True))
        live = set(Page.objects.live().filter(translation_key=self.key).values_list("pk", flat=True))
        assert released == live
        if live:
            life = self.life
            assert life.was_public and life.released_at <= self.now
            assert life.embargoed_until is None or life.embargoed_until <= self.now

    @invariant()
    def no_language_is_public_without_one_it_waits_for(self) -> None:
        live = set(Page.objects.live().filter(translation_key=self.key).values_list("locale_id", flat=True))
        if not live:
            return
        # What was taken off may come back without a language that was public with it.
        ever = set(
            Page.objects.filter(translation_key=self.key, first_published_at__isnull=False).values_list("locale_id")
        )
        required = self.life.languages.filter(requirement=Requirement.REQUIRED)
        assert set(required.values_list("locale_id")) <= ever
        assert self.page("en").live

    @invariant()
    def what_was_public_never_answers_a_bare_404(self) -> None:
        stranger = Client()
        for page in ReleasePage.objects.filter(translation_key=self.key).select_related("locale"):
            status = stranger.get(page.url).status_code
            if status == 200 and page.live:
                self.seen.add(page.url)
            assert (page.url in self.seen) == (status in (200, 410)), (page.url, status)
        pages = {page.url for page in ReleasePage.objects.filter(translation_key=self.key)}
        assert self.seen <= pages


@pytest.mark.usefixtures("newsroom")
def test_rules_hold_in_any_order() -> None:
    run_state_machine_as_test(
        Release,
        settings=settings(
            max_examples=8,
            stateful_step_count=12,
            phases=[Phase.generate],
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
