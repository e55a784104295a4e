"""Which links stand where, what is found at them, and how the worker goes through them at night."""

import datetime
from collections.abc import Callable, Iterable
from typing import Any

import pytest
import time_machine
from desk import ask, signed
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from news.factories import ReleasePageFactory, text_block
from news.models import NewsIndexPage, ReleasePage
from news.rules.contents import contents_of
from newsroom.base.factories import UserFactory
from newsroom.base.models import RuleSettings
from newsroom.base.pages.amendments import Amendment, changing
from newsroom.base.rules.registry import rule_registry
from newsroom.home.roles import OFFICERS
from newsroom.links import duties, service
from newsroom.links.asking import Answer
from newsroom.links.choices import LinkReason, LinkState
from newsroom.links.inside import answers_inside
from newsroom.links.mending import NotMendedError, mend
from newsroom.links.models import CheckedLink, LinkUse
from newsroom.publication.lifting.scheduler import DAILY

Answers = dict[str, Answer]


class Told:
    """Answers from a list in the place of the web; whatever it does not know is there."""

    def __init__(self) -> None:
        self.known: Answers = {}
        self.asked: list[str] = []

    def answers(self, addresses: Iterable[str]) -> Answers:
        found = list(addresses)
        self.asked += found
        return {address: self.known.get(address, Answer(LinkState.FINE, "", 200)) for address in found}


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Told:
    """The web as it answers, with the checks switched on."""
    told = Told()
    monkeypatch.setattr(settings, "NEWSROOM_CHECK_LINKS", True)
    monkeypatch.setattr(service, "asker", lambda: told)
    return told


def linked(address: str, words: str = "the figures") -> str:
    """A paragraph with a link."""
    return f'<p>See <a href="{address}">{words}</a> of June.</p>'


def release_with(index: NewsIndexPage, *links: str, live: bool = True, **facts: Any) -> ReleasePage:
    """A release whose text has these paragraphs."""
    page: ReleasePage = ReleasePageFactory(
        parent=index, live=live, body=[text_block("".join(links), "10000000-0000-4000-8000-000000000000")], **facts
    )
    return page


def night() -> None:
    """What the worker does in a night, one stretch after the other."""
    pages = [0]
    while pages:
        read = list(Page.objects.filter(pk__gt=pages.pop(), depth__gt=1).order_by("pk")[: duties.PAGES])
        service.note_links_of(Page.objects.filter(pk__in=[page.pk for page in read]).select_related("latest_revision"))
        pages += [read[-1].pk] if len(read) == duties.PAGES else []
    duties.check_links_due.call(1)


def state_of(address: str) -> Any:
    """What is known of an address."""
    return CheckedLink.objects.get(address=address)


def test_links_are_found_in_text_fields_and_rows_with_their_place(index: NewsIndexPage) -> None:
    page = release_with(
        index,
        linked("https://figures.example/june#table", "June"),
        '<p><a linktype="page" id="3">here</a> <a href="mailto:a@b.example">write</a> <a href="#top">up</a></p>',
        notes_to_editors=linked("http://notes.example/"),
    )
    service.note_links_of([page])
    uses = {use.link.address: use for use in LinkUse.objects.select_related("link").filter(page=page)}
    assert set(uses) == {"https://figures.example/june", "page:3", "http://notes.example/"}
    assert uses["https://figures.example/june"].words == "June"
    assert uses["https://figures.example/june"].block == "10000000-0000-4000-8000-000000000000"
    assert uses["http://notes.example/"].field == "notes_to_editors"
    assert all(use.is_public and use.is_in_draft for use in uses.values())


def test_draft_and_public_text_are_told_apart(index: NewsIndexPage) -> None:
    page = release_with(index, linked("https://old.example/"))
    draft: Any = page.get_latest_revision_as_object()
    draft.body = [("text", linked("https://new.example/"))]
    draft.save_revision()
    service.note_links_of([Page.objects.get(pk=page.pk)])
    uses = {use.link.address: (use.is_public, use.is_in_draft) for use in LinkUse.objects.select_related("link")}
    assert uses == {"https://old.example/": (True, False), "https://new.example/": (False, True)}


def test_night_checks_each_address_once_and_forgets_what_nobody_links_to(index: NewsIndexPage, web: Told) -> None:
    page = release_with(index, linked("https://figures.example/"))
    release_with(index, linked("https://figures.example/"))
    web.known["https://figures.example/"] = Answer(LinkState.BROKEN, LinkReason.NOT_FOUND, 404)
    night()
    night()
    assert web.asked == ["https://figures.example/"], "once, and not again in the same night"
    assert state_of("https://figures.example/").is_broken
    with time_machine.travel(timezone.now() + datetime.timedelta(days=1), tick=False):
        night()
        assert len(web.asked) == 2
    ReleasePage.objects.filter(pk=page.pk).update(body=[])
    LinkUse.objects.all().delete()
    service.forget_unused()
    assert not CheckedLink.objects.exists()
    assert "newsroom.links.duties.link_duties_of_the_day" in DAILY


def test_night_goes_on_in_stretches(index: NewsIndexPage, web: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is a task of its own behind mail: a stretch ends by asking for the next one."""
    release_with(index, *(linked(f"https://m{number}.example/") for number in range(5)))
    monkeypatch.setattr(duties, "LINKS", 2)
    going: list[Any] = []
    monkeypatch.setattr(type(duties.check_links_due), "enqueue", lambda task, *args: going.append((task, args)))
    duties.link_duties_of_the_day.call()
    while going:
        task, args = going.pop(0)
        assert task.priority < 0
        task.call(*args)
    assert len(web.asked) == 5


def test_silence_counts_the_second_time(index: NewsIndexPage, web: Told) -> None:
    release_with(index, linked("https://slow.example/"))
    web.known["https://slow.example/"] = Answer(LinkState.SILENT, LinkReason.NO_ANSWER)
    night()
    assert not state_of("https://slow.example/").is_broken
    since = state_of("https://slow.example/").broken_since
    with time_machine.travel(timezone.now() + datetime.timedelta(days=1), tick=False):
        night()
    assert state_of("https://slow.example/").is_broken and state_of("https://slow.example/").broken_since == since
    assert CheckedLink.objects.broken().count() == 1


def test_nothing_is_written_down_where_nobody_at_all_answers(index: NewsIndexPage, web: Told) -> None:
    """Then it is our own line that is cut, and no link is worse than yesterday."""
    release_with(index, *(linked(f"https://m{number}.example/") for number in range(6)))
    web.known = {
        f"https://m{number}.example/": Answer(LinkState.SILENT, LinkReason.NO_SUCH_HOST) for number in range(6)
    }
    night()
    assert set(CheckedLink.objects.values_list("state", flat=True)) == {LinkState.UNASKED}
    web.known["https://m0.example/"] = Answer(LinkState.FINE, "", 200)
    night()
    assert CheckedLink.objects.filter(state=LinkState.SILENT).count() == 5


def test_nobody_is_asked_where_the_installation_says_so(
    index: NewsIndexPage, web: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "NEWSROOM_CHECK_LINKS", False)
    release_with(
        index, linked("https://figures.example/"), linked("page:0"), '<p><a linktype="page" id="99999">x</a></p>'
    )
    night()
    assert web.asked == [] and state_of("page:99999").is_broken
    assert state_of("https://figures.example/").state == LinkState.UNASKED


def test_wrong_links_to_ourselves_are_found_without_the_network(index: NewsIndexPage, web: Told) -> None:
    public, draft = ReleasePageFactory(parent=index, slug="here"), ReleasePageFactory(parent=index, live=False)
    moved: Any = ReleasePageFactory(parent=index, slug="before")
    moved.slug = "after"
    with changing(Amendment.MINOR):
        moved.save_revision().publish()
    base = settings.WAGTAILADMIN_BASE_URL
    wanted = {
        f"page:{public.pk}": LinkState.FINE,
        f"page:{draft.pk}": LinkState.BROKEN,
        "page:99999": LinkState.BROKEN,
        "document:99999": LinkState.BROKEN,
        f"{base}/en/news/here/": LinkState.FINE,
        "/en/news/here": LinkState.FINE,
        "/en/news/": LinkState.FINE,
        f"{base}/en/news/nothing-of-the-kind/": LinkState.BROKEN,
        "/en/people/nobody-00000000/": LinkState.BROKEN,
        f"{base}/en/news/before/": LinkState.MOVED,
    }
    found = answers_inside(wanted)
    assert {address: answer.state for address, answer in found.items()} == wanted
    assert found[f"{base}/en/news/before/"].target == f"{base}/en/news/after/"
    assert found[f"page:{draft.pk}"].reason == LinkReason.NOT_PUBLIC
    assert Redirect.objects.exists() and web.asked == []


def test_known_broken_link_is_said_before_publishing_where_it_stands(index: NewsIndexPage, web: Told) -> None:
    page = release_with(index, linked("https://gone.example/a#b", "the study"), linked("https://well.example/"))
    web.known["https://gone.example/a"] = Answer(LinkState.BROKEN, LinkReason.GONE, 410)

    def said() -> list[Any]:
        found = rule_registry.findings(contents_of(page), RuleSettings())
        return [finding for finding in found if finding.rule.name == "links"]

    assert said() == []
    night()
    [finding] = said()
    assert "the study" in finding.message and "410" in finding.message and not finding.is_blocking
    assert finding.fault.block == "10000000-0000-4000-8000-000000000000" and finding.fault.field == "body"


def test_rule_asks_the_database_once_whatever_the_number_of_links(
    index: NewsIndexPage, django_assert_num_queries: Callable[..., Any]
) -> None:
    [rule] = [rule for rule in rule_registry.rules if rule.name == "links"]
    for number, queries in ((0, 0), (3, 1), (30, 1)):
        page = release_with(index, "<p>It opens.</p>", *(linked(f"https://m{each}.example/") for each in range(number)))
        contents = contents_of(page, is_public=True)
        with django_assert_num_queries(queries):
            assert list(rule.look(contents, RuleSettings())) == []


def test_new_address_is_written_into_the_draft_alone(index: NewsIndexPage, web: Told) -> None:
    page = release_with(index, linked("https://old.example/a#part"), linked("https://old.example/ab"))
    web.known["https://old.example/a"] = Answer(LinkState.MOVED, "", 200, "https://new.example/a?x=1&y=2")
    night()
    officer = UserFactory(roles=[OFFICERS])
    mend(Page.objects.get(pk=page.pk), state_of("https://old.example/a"), officer)
    draft: Any = ReleasePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert "https://new.example/a?x=1&amp;y=2#part" in str(draft.body.raw_data[0]["value"])
    assert "https://old.example/ab" in str(draft.body.raw_data[0]["value"])
    assert "https://old.example/a#part" in str(ReleasePage.objects.get(pk=page.pk).body.raw_data[0]["value"])
    assert draft.latest_revision.user == officer
    uses = {use.link.address: (use.is_public, use.is_in_draft) for use in LinkUse.objects.select_related("link")}
    assert uses["https://new.example/a?x=1&y=2"] == (False, True) and uses["https://old.example/a"] == (True, False)
    assert state_of("https://new.example/a?x=1&y=2").state == LinkState.FINE


def test_nobody_mends_what_they_may_not_change(index: NewsIndexPage, web: Told) -> None:
    page: Any = release_with(index, linked("https://old.example/"), live=False)
    web.known["https://old.example/"] = Answer(LinkState.MOVED, "", 200, "https://new.example/")
    night()
    link = state_of("https://old.example/")
    with pytest.raises(NotMendedError, match="may not change"):
        mend(page, link, UserFactory())
    page.embargoed_until = timezone.now() + datetime.timedelta(hours=3)
    page.save_revision().publish()
    with pytest.raises(NotMendedError, match="may not change"):
        mend(Page.objects.get(pk=page.pk), link, UserFactory(roles=[OFFICERS]))


def test_translation_is_mended_where_it_is_translated(index: NewsIndexPage, web: Told) -> None:
    page = release_with(index, linked("https://old.example/"))
    signed(ask(page, "fr")[0])
    french = Page.objects.get(translation_key=page.translation_key, locale__language_code="fr")
    service.note_links_of([french])
    CheckedLink.objects.update(state=LinkState.MOVED, target="https://new.example/")
    with pytest.raises(NotMendedError, match="original"):
        mend(french, state_of("https://old.example/"), UserFactory(roles=[OFFICERS]))


def test_noting_asks_no_more_for_more_links(index: NewsIndexPage) -> None:
    counts = []
    for number in (3, 30):
        page = release_with(index, *(linked(f"https://n{number}m{each}.example/") for each in range(number)))
        read = Page.objects.select_related("latest_revision").get(pk=page.pk)
        with CaptureQueriesContext(connection) as queries:
            service.note_links_of([read])
        counts.append(len(queries))
    assert counts[0] == counts[1]
