"""Who asks the rules before a release is published: gate, form, Check, panel; and who settles what they do."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.urls import reverse
from people import at_work
from release_form import release_form
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage, ReleasePage
from news.releases.completeness import lacks_of
from news.rules.contents import contents_of
from news.rules.findings import findings
from newsroom.base.factories import locale_of, publish
from newsroom.base.models import RuleSettings
from newsroom.base.rules.registry import Finding, Level, PlainText, Rule, RuleRegistry, rule_registry
from newsroom.home.roles import OFFICERS
from newsroom.publication.gates import RefusedError

NOW = datetime.datetime(2026, 5, 1, 9, 0, tzinfo=datetime.UTC)
MakeRelease = Callable[..., ReleasePage]


@pytest.fixture(autouse=True)
def today() -> Any:
    """The first of May."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def draft(index: NewsIndexPage) -> MakeRelease:
    """A draft of these paragraphs and blocks."""

    def make(*paragraphs: str, blocks: tuple = (), **fields: Any) -> ReleasePage:
        text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs or ("It opens.",))
        fields = {"live": False, "title": "Night buses", **fields}
        return ReleasePageFactory(parent=index, body=[text_block(text), *blocks], **fields)

    return make


def found(page: ReleasePage, house: RuleSettings | None = None) -> dict[str, list[Finding]]:
    """What is found in a release, by the names of the rules."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in rule_registry.findings(contents_of(page), house or RuleSettings()):
        by_rule.setdefault(finding.rule.name, []).append(finding)
    return by_rule


def said(page: ReleasePage, rule: str, house: RuleSettings | None = None) -> list[str]:
    """What one rule says of it."""
    return [finding.message for finding in found(page, house).get(rule, [])]


# Who asks


def test_what_holds_back_is_refused_at_the_gate_in_the_form_and_in_check(draft: MakeRelease) -> None:
    page = draft("In XX cities.")
    page.save_revision()
    message = "“XX” looks like a placeholder."
    with pytest.raises(RefusedError, match="looks like a placeholder"):
        publish(page)
    assert message in [finding.message for finding in findings(page) if finding.is_blocking]
    form = release_form(page, text="<p>In XX cities.</p>", **{"action-publish": "1"})
    answer = at_work(OFFICERS).post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)
    assert "looks like a placeholder" in answer.content.decode()
    assert not ReleasePage.objects.get(pk=page.pk).live


def test_a_house_says_what_holds_back(draft: MakeRelease) -> None:
    page = draft("In XX cities on Monday, 5 May.")
    assert [lack.message for lack in lacks_of(page)] == ["“XX” looks like a placeholder."]
    RuleSettings.objects.create(chosen_levels={"placeholders": "off", "dates": "blocking"})
    assert [lack.message for lack in lacks_of(page)] == ["“Monday, 5 May”: that day is a Tuesday."]
    assert not any("XX" in finding.message for finding in findings(page))


def test_no_house_does_without_a_condition(draft: MakeRelease) -> None:
    page = draft(dateline_place="")
    RuleSettings.objects.create(chosen_levels={rule.name: "off" for rule in rule_registry.rules})
    assert [lack.message for lack in lacks_of(page)] == ["A press release states the place it is issued from."]


def test_what_is_public_can_be_changed_whatever_a_house_has_settled_since(draft: MakeRelease) -> None:
    page = draft()
    publish(page)
    page.body = [text_block("<p>In XX cities.</p>")]
    publish(page)
    assert "XX" in str(ReleasePage.objects.get(pk=page.pk).body)
    assert not any(finding.is_blocking for finding in findings(page))


def test_a_translation_is_asked_in_its_language(draft: MakeRelease) -> None:
    page = draft()
    page.save_revision()
    french = page.copy_for_translation(locale_of("fr"))
    french.body = [text_block("<p>Le lundi 5 mai 2026, « les villes ouvrent.</p>")]
    assert {"dates", "quotation_marks"} <= set(found(french))


# The registry


class NoGoats(Rule):
    """As in the docs."""

    name, title = "goats", "No goats"

    def look(self, subject: Any, house: Any) -> Any:
        return iter(())


def test_a_name_is_one_rules_own() -> None:
    registry = RuleRegistry()
    registry.register(NoGoats)
    registry.register(NoGoats)
    with pytest.raises(ValueError, match="goats"):
        registry.register(type("Others", (NoGoats,), {}))
    assert [rule.name for rule in registry.asked_of(PlainText("en", NOW.date(), []))] == ["goats"]


def test_every_rule_has_words_for_those_who_settle_it() -> None:
    names = [rule.name for rule in rule_registry.rules]
    assert len(set(names)) == len(names)
    assert all(str(rule.title).strip() and rule.level in Level for rule in rule_registry.rules)


# The setting in the CMS


def setting() -> str:
    """Its address."""
    return reverse("wagtailsettings:edit", args=["base", "rulesettings"])


def test_an_administrator_settles_what_holds_back(admin_client: Any) -> None:
    page = admin_client.get(setting(), follow=True)
    assert "Always holds back" in page.content.decode() and "No placeholders are left" in page.content.decode()
    where = page.redirect_chain[-1][0]
    form = page.context["form"]
    data = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    data |= {"level_placeholders": "advisory", "headline_limit": "80"}
    admin_client.post(where, data)
    house = RuleSettings.current()
    assert (house.chosen_levels, house.headline_limit) == ({"placeholders": "advisory"}, 80)
    assert not any(name.endswith("dateline") for name in form.fields)


@pytest.mark.parametrize("role", [OFFICERS])
def test_others_settle_nothing(newsroom: Any, role: str) -> None:
    browser = at_work(role)
    where = browser.get(setting())["Location"]
    browser.post(where, {"level_placeholders": "off", "headline_limit": "80"})
    assert RuleSettings.current().chosen_levels == {} and RuleSettings.current().headline_limit == 100


# The panel


def panel(page: ReleasePage, role: str = OFFICERS, **changes: Any) -> Any:
    """What the panel answers to what somebody has typed."""
    address = reverse("before_publishing", args=[page.pk])
    return at_work(role).post(address, release_form(page, **changes))


def test_the_panel_reads_what_is_typed_and_stores_nothing(draft: MakeRelease) -> None:
    page = draft()
    page.save_revision()
    before = page.revisions.count()
    html = panel(page, title="", text="<p>In XX cities.</p>").content.decode()
    assert "Write a headline." in html and "“XX” looks like a placeholder." in html
    assert 'data-field="title"' in html and 'data-field="body"' in html and "2 things hold it back" in html
    page.refresh_from_db()
    assert (page.title, page.revisions.count()) == ("Night buses", before)


def test_the_panel_says_what_cannot_be_stored(draft: MakeRelease) -> None:
    page = draft()
    html = panel(page, dateline_zone="Nowhere/Land").content.decode()
    assert "There is no time zone of this name" in html and 'data-field="dateline_zone"' in html


def test_the_panel_of_a_release_that_nobody_has_saved(index: NewsIndexPage, draft: MakeRelease) -> None:
    typed = release_form(draft(), title="In XX cities")
    typed |= {"organisation_links-INITIAL_FORMS": "0", "contact_links-INITIAL_FORMS": "0"}
    typed |= {"organisation_links-0-id": "", "contact_links-0-id": ""}
    number = ReleasePage.objects.count()
    answer = at_work(OFFICERS).post(reverse("before_publishing_new", args=[index.pk]), typed)
    assert "“XX” looks like a placeholder." in answer.content.decode()
    assert ReleasePage.objects.count() == number


def test_the_panel_is_for_those_who_may_edit_and_takes_what_is_sent_alone(draft: MakeRelease, client: Any) -> None:
    page = draft("In XX cities.")
    address = reverse("before_publishing", args=[page.pk])
    assert "/admin/login/" in client.post(address)["Location"]
    assert at_work(OFFICERS).get(address).status_code == 405
    guest = at_work()
    assert "looks like a placeholder" not in guest.post(address, release_form(page), follow=True).content.decode()
    other = reverse("before_publishing", args=[page.get_parent().pk])
    assert at_work(OFFICERS).post(other, release_form(page)).status_code != 200


def test_the_editor_shows_panel_and_limits(draft: MakeRelease, index: NewsIndexPage) -> None:
    page, browser = draft(), at_work(OFFICERS)
    for address in (
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        reverse("wagtailadmin_pages:add", args=["news", "releasepage", index.pk]),
    ):
        html = browser.get(address).content.decode()
        assert 'data-side-panel="before-publishing"' in html
        assert "&quot;title&quot;: 100" in html and "before_publishing" in html


def test_queries_of_the_panel_do_not_grow(
    draft: MakeRelease, count_queries: Callable[[Callable[[], Any]], int]
) -> None:

    browser = at_work(OFFICERS)

    def asked(number: int) -> int:
        page = draft()
        quotes = [quote_block() for _number in range(number)]
        form = release_form(page)
        form = {name: value for name, value in form.items() if not name.startswith("body-")}
        blocks = [("quote", {**each["value"], "organisation": ""}) for each in quotes]
        form |= nested_form_data({"body": streamfield([("text", rich_text("<p>x</p>")), *blocks])})
        address = reverse("before_publishing", args=[page.pk])
        return count_queries(lambda: browser.post(address, form))

    assert asked(30) == asked(3)
