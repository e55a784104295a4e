"""An archive of invented releases in six languages, large enough to measure the search on."""

import datetime
import itertools
import random
import uuid
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page

from news.choices import QuoteStatus, ReleaseKind
from news.editions.composing import record_name
from news.editions.document import FORM, CampaignWord, DocumentQuote, IssuingOrganisation, PlaceAndDay, ReleaseDocument
from news.editions.rich_text import parts_of_rich_text
from news.factories import quote_block, text_block
from news.models import Edition, Hashtag, NewsIndexPage, Quote, ReleaseHashtag, ReleaseOrganisation, ReleasePage
from newsroom.publication.choices import EditionKind, LifeState
from newsroom.publication.editions.serialisation import digest_of
from newsroom.publication.models import Life
from organisations.factories import OrganisationFactory, PersonFactory
from organisations.models import Organisation, Person

SYLLABLES = {
    "en": "ba ke li mo tu ran sel vin dor pat cli gre shu wen fol",
    "fr": "bou ché lan mou tre rai sel vin dou pas cli gré cha von fol",
    "es": "ba que li mon tor ran sol vin dor paz cla gue cho ven fol",
    "ar": "با كي لي مو تو ران سل فين دور بات كل غر شو ون فل",
    "ru": "ба ке ли мо ту ран сел вин дор пат кли гре шу вен фол",
    "zh-hans": "城 市 水 火 山 石 田 土 木 林 森 河 江 湖 海 天 地 人 大 小 中 上 下 左 右",
}
#: A word that half of the releases of each language hold.
COMMON = {"en": "harbour", "fr": "rivière", "es": "puente", "ar": "مدينة", "ru": "город", "zh-hans": "渡轮"}
WORDS = 30_000
LENGTH = 180
ORGANISATIONS = SPEAKERS = 60
PLACES = ("Mito Miwili", "Karsund", "Lindmouth", "Tell Sirra", "Qinghui")


class Language:
    """Invented words of a language, some of them much more frequent than others, as in any."""

    def __init__(self, code: str, dice: random.Random) -> None:
        syllables = SYLLABLES[code].split()
        self.code, self.dice = code, dice
        self.words = ["".join(dice.choices(syllables, k=dice.randint(2, 4))) for _number in range(WORDS)]
        self.weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(WORDS)))
        self.joint = "" if code == "zh-hans" else " "

    def text(self, length: int) -> str:
        """So many words."""
        return self.joint.join(self.dice.choices(self.words, cum_weights=self.weights, k=length))


def fill_archive(size: int, seed: int = 2026) -> None:
    """Write that many public releases, each with a quote, straight into the tables and not into any index; called again
    it writes as many more."""
    dice = random.Random(seed)  # noqa: S311  (nothing secret)
    if not Organisation.objects.exists():
        for number in range(ORGANISATIONS):
            OrganisationFactory(name=f"Office {number}")
        for number in range(SPEAKERS):
            PersonFactory(name=f"Speaker {number}")
        for number in range(12):
            Hashtag.objects.create(name=f"Campaign{number}")
    organisations, speakers = (
        list(Organisation.objects.select_related("locale").order_by("pk")),
        list(Person.objects.select_related("locale").order_by("pk")),
    )
    tags = list(Hashtag.objects.order_by("pk"))
    for code, _name in settings.LANGUAGES:
        with transaction.atomic():
            releases = list(written(code, size // len(settings.LANGUAGES), speakers, dice))
            tie(releases, organisations, speakers, tags, dice)


def written(code: str, number: int, speakers: list[Person], dice: random.Random) -> Iterator[ReleasePage]:
    """Releases of one language, rows below its list."""
    index = NewsIndexPage.objects.get(locale__language_code=code)
    locale, language = Locale.objects.get(language_code=code), Language(code, dice)
    content_type = ReleasePage().content_type
    first = Page.objects.child_of(index).count()
    for place in range(first, first + number):
        at = timezone.now() - datetime.timedelta(days=dice.randint(0, 4000), minutes=place)
        body = body_of(language, dice.choice(speakers), COMMON[code] if place % 2 else "")
        key = uuid.uuid4()
        path = index.path + Page._int2str(place + 1).rjust(Page.steplen, "0")
        release = ReleasePage(
            title=language.text(8).capitalize(),
            slug=f"synthetic-{code}-{place}",
            path=path,
            depth=index.depth + 1,
            url_path=f"{index.url_path}synthetic-{code}-{place}/",
            locale=locale,
            translation_key=key,
            content_type=content_type,
            original_language=code,
            kind=dice.choice(ReleaseKind.values),
            summary=language.text(20),
            dateline_place=dice.choice(PLACES),
            body=body,
            life=Life.objects.create(translation_key=key, state=LifeState.PUBLIC, released_at=at),
            live=True,
        )
        page = Page(**{field.attname: getattr(release, field.attname) for field in Page._meta.concrete_fields})
        page.save_base(raw=True, force_insert=True)
        release.page_ptr_id = release.pk = page.pk
        release.save_base(raw=True, force_insert=True)
        yield release
    Page.objects.filter(pk=index.pk).update(numchild=first + number)


def body_of(language: Language, speaker: Person, last: str = "") -> list[Any]:
    """A text that ends with the words in `last`, and a quote."""
    text = f"{language.text(LENGTH)} {last}".strip()
    return [text_block(f"<p>{text}</p>"), quote_block(language.text(20), speaker)]


def tie(
    releases: list[ReleasePage],
    organisations: list[Organisation],
    speakers: list[Person],
    tags: list[Hashtag],
    dice: random.Random,
) -> None:
    """What hangs on releases: who issues them, their hashtags, their quotes, their editions."""
    links: list[Any] = [ReleaseOrganisation(page=each, organisation=dice.choice(organisations)) for each in releases]
    ReleaseOrganisation.objects.bulk_create(links, batch_size=500)
    hashtags = [ReleaseHashtag(content_object=each, tag=dice.choice(tags)) for each in releases]
    ReleaseHashtag.objects.bulk_create(hashtags, batch_size=500)
    quotes = [
        Quote(
            quote_id=block["id"],
            release=each,
            locale=each.locale,
            sort_order=1,
            words=block["value"]["words"],
            speaker_id=block["value"]["speaker"],
            language=each.locale.language_code,
        )
        for each in releases
        for block in each.body.raw_data
        if block["type"] == "quote"
    ]
    Quote.objects.bulk_create(quotes, batch_size=500)
    issue(releases, links, hashtags, speakers)


def issue(releases: list[ReleasePage], links: list[Any], hashtags: list[Any], speakers: list[Person]) -> None:
    """The first edition of each release, which one organisation issues and one hashtag ties to a campaign."""
    people = {speaker.pk: record_name(speaker) for speaker in speakers}
    editions = []
    for release, link, hashtag in zip(releases, links, hashtags, strict=True):
        document = document_of(release, link.organisation, hashtag.tag, people)
        editions.append(
            Edition(
                release=release,
                number=1,
                kind=EditionKind.FIRST,
                document=document,
                digest=digest_of(document),
                issued_at=document.released_at,
            )
        )
    Edition.objects.bulk_create(editions, batch_size=500)


def document_of(release: ReleasePage, issuer: Organisation, tag: Hashtag, people: dict[int, Any]) -> ReleaseDocument:
    """The document of an invented release."""
    code, at = release.locale.language_code, release.life.released_at
    text, quote = release.body.raw_data
    said = quote["value"]
    return ReleaseDocument(
        form=FORM,
        reference="",
        translation_key=release.translation_key,
        language=code,
        original_language=code,
        kind=release.kind,
        headline=release.title,
        subheadline="",
        summary=release.summary,
        dateline=PlaceAndDay(release.dateline_place, at.date(), "UTC"),
        released_at=at,
        entered_at=None,
        picture=None,
        body=(
            *parts_of_rich_text(text["value"]),
            DocumentQuote(
                id=uuid.UUID(quote["id"]),
                words=said["words"],
                speaker=people[said["speaker"]],
                role=said["role"],
                organisation=None,
                language=code,
                status=QuoteStatus.ORIGINAL.value,
                approver="",
                approved_at=None,
            ),
        ),
        notes=(),
        participants=(),
        organisations=(IssuingOrganisation(record_name(issuer), is_lead=True),),
        boilerplates=(),
        hashtags=(CampaignWord(tag.name, tag.slug, tag.language),),
        attachments=(),
    )
