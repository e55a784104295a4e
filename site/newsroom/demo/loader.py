"""Loads the demonstration: plain Python on top of the factories, in the order in which it happened."""

import uuid
from datetime import timedelta
from functools import cache
from typing import Any

from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale
from wagtail.signal_handlers import disable_reference_index_auto_update

from campaigns.factories import CampaignHubPageFactory, hashtag
from campaigns.models import CampaignIndexPage
from news.factories import block, quote_block, text_block
from news.models import (
    NewsIndexPage,
    ReleaseBoilerplate,
    ReleaseContact,
    ReleaseOrganisation,
    ReleasePage,
    ReleaseParticipant,
)
from news.quotes.approvals import approve
from newsroom.base.factories import ImageFactory, publish
from newsroom.base.files.licences import Licence
from newsroom.base.models import NewsroomImage
from newsroom.demo import directory, drawing
from newsroom.demo.accounts import load_accounts
from newsroom.demo.calls import load_calls
from newsroom.demo.campaign_parts import load_hub_parts, pin_releases
from newsroom.demo.content import events, shapes
from newsroom.demo.content.campaigns import CAMPAIGNS
from newsroom.demo.content.house import HOUSE
from newsroom.demo.content.releases import RELEASES
from newsroom.demo.events import EventsOfDemonstration
from newsroom.demo.signatures import load_later_signatures, load_signatures, write_signatories
from newsroom.home.models import HomePage
from newsroom.home.roles import prepare_roles
from newsroom.home.tree import HouseTexts, prepare_tree
from newsroom.language.tables import PlainTable, stored_table
from newsroom.publication.choices import CorrectionKind, Manner
from newsroom.publication.corrections.service import Note, correct, languages_to_correct
from newsroom.publication.models import Life
from newsroom.publication.withdrawals.service import take_off

EMBARGO_AHEAD = timedelta(days=30)


@transaction.atomic
def load(hostname: str = "127.0.0.1", port: int = 8000) -> bool:
    """Load all of it into an empty newsroom; False, and nothing changed, where there is one already."""
    if HomePage.objects.exists():
        return False
    # What refers to what is worked out once at the end: after each of some 1,700 rows it would take half the time.
    with disable_reference_index_auto_update():
        prepare_tree({code: house_texts(code) for code in shapes.LANGUAGES}, hostname, port)
        prepare_roles()
        load_accounts()
        Demonstration().load()
    call_command("rebuild_references_index", verbosity=0)
    return True


def house_texts(code: str) -> HouseTexts:
    """The words of the house in a language."""
    return HouseTexts(
        institution=HOUSE.institution[code],
        name=HOUSE.name[code],
        surname=HOUSE.surname[code],
        about=HOUSE.about[code],
        releases=HOUSE.releases_title[code],
        releases_introduction=HOUSE.releases_introduction[code],
        campaigns=HOUSE.campaigns_title[code],
        campaigns_introduction=HOUSE.campaigns_introduction[code],
        events=events.TITLE[code],
        events_introduction=events.INTRODUCTION[code],
        calls=HOUSE.calls_title[code],
        calls_introduction=HOUSE.calls_introduction[code],
    )


def block_id(release: shapes.Release, number: int) -> uuid.UUID:
    """The id of a block, the same in every language and each time the content is loaded."""
    return directory.key_of("block", release.slug, str(number))


class Demonstration:
    """The records that releases choose from, loaded once, and the releases built on them."""

    def __init__(self) -> None:
        self.organisations = directory.load_organisations()
        self.boilerplates = directory.load_boilerplates(self.organisations)
        self.people = directory.load_people(self.organisations)
        self.contacts = directory.load_contacts(self.organisations)
        self.images: dict[tuple[str, str], NewsroomImage] = {}
        self.draw = cache(drawing.draw)

    def load(self) -> None:
        """Campaigns, then releases from the oldest to the newest, so that references count upwards."""
        for campaign in CAMPAIGNS:
            self.load_campaign(campaign)
        for release in sorted(RELEASES, key=lambda each: each.released_at or timezone.now()):
            self.load_release(release)
        EventsOfDemonstration(self.organisations, self.people, self.contacts).load()
        load_calls(self.organisations, self.people, hashtag("ShadeIsPublic"))
        for campaign in CAMPAIGNS:
            pin_releases(campaign)

    def image(self, key: str, code: str) -> NewsroomImage:
        """A drawing with its texts in a language; drawn once, kept once a language since captions differ."""
        text = drawing.IMAGES[key]
        code = code if code in text.caption else "en"
        if (key, code) not in self.images:
            self.images[key, code] = ImageFactory(
                title=text.title.get(code, text.title["en"]),
                description=text.description.get(code, text.description["en"]),
                caption=text.caption[code],
                credit=text.credit.get(code, text.credit["en"]),
                licence=Licence.FREE,
                language=code,
                is_drawing=True,
                content=self.draw(key),
            )
        return self.images[key, code]

    def load_campaign(self, campaign: shapes.Campaign) -> None:
        """A hub and its key figures in every language it is written in."""
        index = CampaignIndexPage.objects.get(locale__language_code="en")
        hub = CampaignHubPageFactory(
            parent=index,
            word=campaign.hashtag,
            title=f"#{campaign.hashtag}",
            slug=campaign.slug,
            introduction=campaign.introduction["en"],
            live=False,
        )
        for code in campaign.introduction:
            page = hub if code == "en" else hub.copy_for_translation(Locale.objects.get(language_code=code))
            page.introduction = campaign.introduction[code]
            load_hub_parts(page, campaign, code, self)
            publish(page)

    def load_release(self, release: shapes.Release) -> None:
        """A release in its original language, then its translations under the same block ids."""
        codes = [release.original, *(code for code in release.texts if code != release.original)]
        original: Any = None
        for code in codes:
            locale = Locale.objects.get(language_code=code)
            if original is None:
                page = original = self.begin(release, locale)
            else:
                page = original.copy_for_translation(locale)
            self.write(page, release, code)
            self.approve(page, release, code)
            self.settle(page, release)
        load_signatures(original, release)
        if release.correction:
            correct_release(original, release.correction)
            load_later_signatures(original, release)
        if release.withdrawal:
            gone = release.withdrawal
            take_off(original, Manner.WITHDRAWN, gone.reason, withdrawn_at=gone.withdrawn_at)

    def begin(self, release: shapes.Release, locale: Locale) -> ReleasePage:
        """The page of the original with everything that is the same in all languages."""
        page: Any = ReleasePage(
            title=release.texts[release.original].headline,
            slug=release.slug,
            kind=release.kind,
            locale=locale,
            original_language=release.original,
            live=False,
        )
        page.hold_until(self.embargo(release))
        NewsIndexPage.objects.get(locale=locale).add_child(instance=page)
        bodies = [(slug, True) for slug in release.lead_organisations]
        bodies += [(slug, False) for slug in release.supporting_organisations]
        page.organisation_links = [
            ReleaseOrganisation(organisation=self.organisations[slug]["en"], is_lead=is_lead, sort_order=number)
            for number, (slug, is_lead) in enumerate(bodies)
        ]
        page.boilerplate_links = [
            ReleaseBoilerplate(boilerplate=self.boilerplates[slug]["en"], sort_order=number)
            for number, slug in enumerate(release.boilerplates)
        ]
        page.contact_links = [
            ReleaseContact(contact=self.contacts[key]["en"], sort_order=number)
            for number, key in enumerate(release.contacts)
        ]
        page.hashtags.add(*(hashtag(word) for word in release.hashtags))
        return page

    def embargo(self, release: shapes.Release) -> Any:
        """The end of the embargo, always some way ahead so that the demonstration keeps one."""
        until = release.embargoed_until
        return max(until, timezone.now() + EMBARGO_AHEAD) if until else None

    def write(self, page: Any, release: shapes.Release, code: str) -> None:
        """The words of one language."""
        text = release.texts[code]
        page.title, page.subheadline, page.summary = text.headline, text.subheadline, text.summary
        page.dateline_place = directory.either(release.place, code)
        page.notes_to_editors = text.notes
        page.image = self.image(release.image, code) if release.image else None
        page.body = [self.body_block(release, code, number, written) for number, written in enumerate(text.body)]
        if not page.participant_links.exists():
            page.participant_links = [
                ReleaseParticipant(person=self.people[each.person]["en"], sort_order=number, locale=page.locale)
                for number, each in enumerate(release.participants)
            ]
        rows = list(page.participant_links.all())
        for row, participant in zip(rows, release.participants, strict=True):
            row.role = directory.either(participant.role, code)
        page.participant_links = rows
        write_signatories(page, release, code, self.people)

    def approve(self, page: Any, release: shapes.Release, code: str) -> None:
        """Official translations, with who stands for them, on the day of release."""
        for number, (kind, value) in enumerate(release.texts[code].body):
            approver = release.quotes[str(value)].approvers.get(code) if kind == "quote" else None
            if approver:
                approval = approve(page, block_id(release, number), release.quotes[str(value)].words[code], approver)
                approval.approved_at = release.released_at or approval.approved_at
                approval.save(update_fields=["approved_at"])

    def body_block(self, release: shapes.Release, code: str, number: int, written: shapes.Block) -> Any:
        """One block of a body; its id is the same in every language."""
        kind, value = written
        written_id = str(block_id(release, number))
        if kind == "quote":
            quote = release.quotes[str(value)]
            words, role = quote.words[code], directory.either(quote.role, code)
            speaker = self.people[quote.speaker]["en"]
            held = speaker.roles_on((release.released_at or timezone.now()).date())
            stated = [each for each in held if each.title == directory.either(quote.role, "en")] or held
            body, status = stated[0].organisation if stated else None, "machine" if code in quote.machine else ""
            return quote_block(words, speaker, role, quote.original, written_id, body, status)
        if kind == "heading":
            return block("heading", value, written_id)
        if kind == "image":
            return block("image", {"image": self.image(str(value), code).pk, "caption": ""}, written_id)
        if isinstance(value, PlainTable):
            return block("table", stored_table(value), written_id)
        if kind == "list":
            return text_block(f"<ul>{''.join(f'<li>{item}</li>' for item in value)}</ul>", written_id)
        return text_block(f"<p>{value}</p>", written_id)

    def settle(self, page: Any, release: shapes.Release) -> None:
        """Publish at the instant it was released, schedule what is under embargo, leave the draft a draft."""
        if release.released_at is None:
            page.save()
            page.save_revision()
            return
        page.save()
        if not release.embargoed_until:
            Life.objects.filter(pk=page.life_id, released_at=None).update(released_at=release.released_at)
        if release.correction:
            replace_words(page, release.correction.mended, release.correction.mistake)
        publish(page)


def replace_words(page: Any, before: str, after: str) -> None:
    """Put one piece of text for another in the summary and the body of a release."""
    page.summary = page.summary.replace(before, after)
    body = [dict(each) for each in page.body.raw_data]
    for each in body:
        if each["type"] == "text":
            each["value"] = each["value"].replace(before, after)
    page.body = body


def correct_release(original: Any, correction: shapes.Correction) -> None:
    """Publish the text as it is now over the one with the mistake, in every language at once."""
    notes = []
    for page in languages_to_correct(original):
        code = page.locale.language_code
        replace_words(page, correction.mistake, correction.mended)
        page.save_revision()
        notes.append(Note(page, correction.said[code], correction.says[code], correction.reason[code]))
    correct(notes, CorrectionKind(correction.kind), user=None, corrected_at=correction.corrected_at)
