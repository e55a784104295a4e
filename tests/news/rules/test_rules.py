"""Each rule that is asked before a release is published, by itself."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.images.forms import get_image_form
from wagtail.models import Comment

from news.choices import ClearanceAnswer
from news.factories import ReleasePageFactory, block, quote_block, text_block
from news.models import NewsIndexPage, QuoteClearance, ReleasePage
from news.rules.contents import contents_of
from newsroom.base.factories import ImageFactory, UserFactory, png
from newsroom.base.models import NewsroomImage, RuleSettings
from newsroom.base.rules.registry import Finding, rule_registry

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
    said_of_it = "This quotation mark has no other half: They call it “the long wait."
    assert said(draft("They call it “the long wait."), "quotation_marks") == [said_of_it]
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
    words["licence"] = "free"
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
        ({"credit": ""}, "image_credit", "Say whose picture “Stop” is."),
        ({"licence": ""}, "image_licence", "Say what others may do with “Stop”."),
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
    image = picture(description="", caption="", credit="", licence="")
    said_here = {"alt": "A stop.", "caption": "Noon.", "credit": "Confluent Cities", "licence": "press"}
    rules = {f"image_{name}" for name in said_here}
    assert rules <= set(found(draft(image=image))) & set(found(draft(blocks=(shown(image),))))
    assert not rules & set(found(draft(image=image, **{f"image_{name}": text for name, text in said_here.items()})))
    assert not rules & set(found(draft(blocks=(block("image", {"image": image.pk, **said_here}),))))


def test_terms_in_words_will_do(draft: MakeRelease) -> None:
    assert said(draft(image=picture(licence="", licence_note="For reports until 2030.")), "image_licence") == []


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
