"""Each rule that is asked before a release is published, by itself; and who asks them."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from people import at_work
from release_form import release_form
from wagtail.images.forms import get_image_form
from wagtail.models import Comment
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from news.choices import ClearanceAnswer
from news.factories import ReleasePageFactory, block, quote_block, text_block
from news.models import NewsIndexPage, QuoteClearance, ReleasePage
from news.releases.completeness import lacks_of
from news.rules.contents import contents_of
from news.rules.findings import findings
from newsroom.base.factories import ImageFactory, UserFactory, locale_of, png, publish
from newsroom.base.models import NewsroomImage, RuleSettings
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


def test_nothing_is_found_in_a_careful_release(draft: MakeRelease) -> None:
    page = draft(
        "It opens on Tuesday, 5 May 2026 with 26 cities.", title="26 cities", blocks=(quote_block("We wait."),)
    )
    assert found(page) == {}


# Words


@pytest.mark.parametrize(
    ("field", "most", "rule"),
    [("title", 100, "headline_length"), ("subheadline", 200, "subheadline_length"), ("summary", 280, "summary_length")],
)
def test_lengths_are_those_the_house_has_settled(draft: MakeRelease, field: str, most: int, rule: str) -> None:
    assert said(draft(**{field: "a" * most}), rule) == []
    assert said(draft(**{field: "a" * (most + 1)}), rule) == [f"1 character too many: at most {most}."]
    house = RuleSettings(headline_limit=20, subheadline_limit=20, summary_limit=20)
    assert said(draft(**{field: "a" * 22}), rule, house) == ["2 characters too many: at most 20."]


def test_chinese_says_as_much_in_half_the_characters(releases: Callable[[str], NewsIndexPage]) -> None:
    page = ReleasePageFactory(parent=releases("zh-hans"), title="夜" * 51, live=False)
    assert said(page, "headline_length") == ["1 character too many: at most 50."]


def test_subheadline_and_summary_are_wanted(draft: MakeRelease) -> None:
    assert said(draft(subheadline=""), "subheadline") == ["Write a subheadline."]
    assert said(draft(subheadline=""), "summary") == ["Write a summary: lists, search and mail show it."]
    assert said(draft(subheadline="It waits."), "summary") == []


@pytest.mark.parametrize(
    ("headline", "text", "missing"),
    [
        ("Eight minutes in the sun", "A few minutes.", ["Eight"]),
        ("Eight minutes in the sun", "At most 8 minutes.", []),
        ("26 cities", "In 62 cities.", ["26"]),
        ("26 cities on 5 May", "On 5 May twenty-six cities open.", []),
    ],
)
def test_numbers_of_the_headline(draft: MakeRelease, headline: str, text: str, missing: list[str]) -> None:
    expected = [f"“{words}” stands in the headline and not in the text." for words in missing]
    assert said(draft(text, title=headline), "headline_numbers") == expected


def test_a_name_in_two_spellings(draft: MakeRelease) -> None:
    page = draft("Kwabena Asiedu spoke.", "Then Kwabena Asiedo left.")
    assert said(page, "names") == ["“Kwabena Asiedu” and “Kwabena Asiedo”: is this one name?"]
    assert said(draft("Kwabena Asiedu spoke. Kwabena Asiedu’s bus left."), "names") == []


def test_a_quotation_mark_without_its_other_half(draft: MakeRelease) -> None:
    assert (
        said(draft("They call it “the long wait."), "quotation_marks")
        == ["This quotation mark has no other half: …call it “the long wait."]
        or "the long wait" in said(draft("They call it “the long wait."), "quotation_marks")[0]
    )
    assert said(draft("They call it “the long wait”."), "quotation_marks") == []


# People


def test_clearance_is_asked_where_a_house_wants_it(draft: MakeRelease) -> None:
    quote = quote_block("Rivers do not read.")
    page = draft(blocks=(quote,))
    wanted = RuleSettings(chosen_levels={"clearance": "blocking"})
    assert "clearance" not in found(page)
    assert said(page, "clearance", wanted) == ["Ask for clearance, these words have none: “Rivers do not read.”"]
    QuoteClearance.objects.create(
        quote_id=quote["id"],
        release=page,
        locale=page.locale,
        words="Rivers do not read.",
        recipient_name="Office",
        recipient_email="office@confluent.example",
        expires_at=NOW,
        digest="0",
        answer=ClearanceAnswer.APPROVED,
    )
    assert said(page, "clearance", wanted) == []
    page.body[1].value["words"] = "Rivers read."
    assert len(said(page, "clearance", wanted)) == 1


def test_open_comments(draft: MakeRelease) -> None:
    page = draft()
    page.wagtail_admin_comments.add(Comment(user=UserFactory(), text="Is this so?", contentpath="title"))
    assert said(page, "comments") == ["1 comment is open."]
    page.wagtail_admin_comments = [Comment(user=UserFactory(), text="Yes.", contentpath="title", resolved_at=NOW)]
    assert said(page, "comments") == []


# Pictures


def picture(**fields: Any) -> NewsroomImage:
    """An image with all its words, unless they are given."""
    words = {"title": "Stop", "description": "A stop.", "caption": "The stop at noon.", "credit": "Confluent Cities"}
    image: NewsroomImage = ImageFactory(**{**words, **fields})
    return image


def shown(image: NewsroomImage, alt: str = "", caption: str = "") -> dict[str, Any]:
    """An image in the text."""
    return block("image", {"image": image.pk, "alt": alt, "caption": caption})


@pytest.mark.parametrize("where", ["lead", "body"])
@pytest.mark.parametrize(
    ("fields", "rule", "message"),
    [
        ({"description": ""}, "image_alt", "Say what “Stop” shows, for those who cannot see it."),
        ({"caption": ""}, "image_caption", "Give “Stop” a caption."),
        ({"credit": ""}, "image_credit", "Give “Stop” a credit in the library of images."),
        (
            {"content": png(1199, 800)},
            "image_size",
            "“Stop” is too small. It needs 1200 × 600 pixels, upright or lying; it has 1199 × 800.",
        ),
        (
            {"content": png(1200, 599)},
            "image_size",
            "“Stop” is too small. It needs 1200 × 600 pixels, upright or lying; it has 1200 × 599.",
        ),
    ],
)
def test_pictures(draft: MakeRelease, where: str, fields: dict[str, Any], rule: str, message: str) -> None:
    def release_with(image: NewsroomImage) -> ReleasePage:
        return draft(image=image) if where == "lead" else draft(blocks=(shown(image),))

    assert said(release_with(picture(**fields)), rule) == [message]
    assert said(release_with(picture()), rule) == []


def test_words_that_the_release_gives_a_picture_will_do(draft: MakeRelease) -> None:
    image = picture(description="", caption="")
    assert not {"image_alt", "image_caption"} & set(
        found(draft(image=image, image_alt="A stop.", image_caption="Noon."))
    )
    assert not {"image_alt", "image_caption"} & set(found(draft(blocks=(shown(image, "A stop.", "Noon."),))))


@pytest.mark.parametrize(("size", "is_taken"), [((99, 300), False), ((300, 99), False), ((100, 100), True)])
def test_an_upload_that_is_too_small_is_refused_with_the_size_it_needs(
    newsroom: Any, size: tuple[int, int], is_taken: bool
) -> None:
    file = SimpleUploadedFile("stop.png", png(*size), "image/png")
    form = get_image_form(NewsroomImage)({"title": "Stop", "language": "en", "collection": 1}, {"file": file})
    form.is_valid()
    errors = form.errors.get("file", [])
    assert bool(errors) is not is_taken
    if errors:
        width, height = size
        needed = f"It needs 100 × 100 pixels, upright or lying; it has {width} × {height}."
        assert errors == [f"This picture is too small. {needed}"]


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
    with pytest.raises(ValueError, match="goats"):
        registry.register(NoGoats)
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
    assert "XX" not in guest.post(address, release_form(page), follow=True).content.decode()
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
