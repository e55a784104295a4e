"""One of everything that somebody may want to change, all of it in French, and the people who may want to."""

import datetime
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from people import browser_of
from wagtail.models import Collection, Locale, Page, Site, Task, Workflow
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from campaigns.calls.factories import CallPageFactory
from campaigns.factories import CampaignHubPageFactory, EventPageFactory
from campaigns.models import AnswerFile, CallAnswer, CallIndexPage, CampaignIndexPage, EventIndexPage
from news.choices import ReleaseKind, SignatureState
from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import FormerLeadership, NewsIndexPage, ReleaseAttachment, ReleaseBoilerplate, ReleasePage, Signatory
from newsroom.base.factories import DocumentFactory, ImageFactory, UserFactory, locale_of, publish
from newsroom.base.models import User
from newsroom.home.models import Banner
from newsroom.home.roles import ADMINISTRATORS, APPROVERS, OFFICERS, WRITERS, translators_of
from newsroom.publication.choices import CorrectionKind, Manner
from newsroom.publication.corrections.service import Note, correct
from newsroom.publication.restrictions.service import name_those_who_see
from newsroom.publication.withdrawals.service import take_off
from newsroom.translation.factories import GlossaryTermFactory
from newsroom.translation.models import TranslationTask
from newsroom.translation.tasks.requests import request_translation
from organisations.factories import (
    BoilerplateFactory,
    MediaContactFactory,
    OrganisationFactory,
    PersonFactory,
    RoleFactory,
)

QUOTE = "7b1f4c0e-1111-4222-8333-444455556666"
PEOPLE = (
    *("stranger", "translator of another language", "translator of this language"),
    *("writer", "officer", "approver", "administrator", "superuser"),
)
CALLS, EVENTS = ("draft call", "public call"), ("draft event", "public event")
PAGES = ("draft", "scheduled", "public", "corrected", "withdrawn", "hub", *CALLS, *EVENTS)
RECORDS = ("organisation", "person", "boilerplate", "contact")
FILES = ("image", "document")
#: An open letter under which a signature waits to be looked at.
LETTER = "letter"
#: What belongs to an embargo in a language that neither of the translators reads.
SECRET_PAGE = "secret page"
SECRETS = {"image": "secret image", "document": "secret document"}
#: A draft in French that is known to the approver alone, and to those who see all.
RESTRICTED_DRAFT = "restricted draft"
SUBJECTS = (*PAGES, *RECORDS, *FILES, "translation", LETTER, SECRET_PAGE, *SECRETS.values(), RESTRICTED_DRAFT)


@dataclass
class Corpus:
    """What there is: `things` by the names in the table, `browsers` by those of the people."""

    things: dict[str, Any]
    task: TranslationTask
    translation: Translation
    term: Any
    hashtag: Any
    user: Any
    banner: Any
    leadership: Any
    answer_file: Any
    browsers: dict[str, Client] = field(default_factory=dict)
    contents: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in FILES:
            with self.things[name].file.open("rb") as file:
                self.contents[name] = file.read()

    def restore(self) -> None:
        """Put back the files that went with what was taken back; no transaction does that."""
        for name, content in self.contents.items():
            file = self.things[name].file
            if not file.storage.exists(file.name):
                file.storage.save(file.name, ContentFile(content))

    @cached_property
    def numbers(self) -> dict[str, Any]:
        """What stands in addresses that name none of the things, by the names their parameters have."""
        segment = self.translation.source.stringsegment_set.first()
        overridable = self.translation.source.overridablesegment_set.first()
        return {
            "translation_id": self.translation.pk,
            "translation_source_id": self.translation.source_id,
            "string_segment_id": segment.pk,
            "segment_id": segment.pk,
            "overridable_segment_id": overridable.pk if overridable else 1,
            "quote_id": QUOTE,
            "collection_id": Collection.get_first_root_node().pk,
            # Wagtail brings one of each along, which a test that empties the database takes away.
            "workflow": (Workflow.objects.first() or Workflow.objects.create(name="Approval")).pk,
            "task_id": (Task.objects.first() or Task.objects.create(name="Approval")).pk,
            "group": Group.objects.order_by("pk").values_list("pk", flat=True)[0],
            "site": Site.objects.get().pk,
            "locale": locale_of("fr").pk,
        }

    @cached_property
    def elsewhere(self) -> dict[str, int]:
        """For each page the list of another language to which it could be moved."""
        return {name: elsewhere(self.page(name)).pk for name in (*PAGES, SECRET_PAGE, RESTRICTED_DRAFT)}

    def page(self, name: str) -> Page:
        """A page as it stands."""
        return Page.objects.get(pk=self.things[name].pk).specific


def build() -> Corpus:
    """Make all of it."""
    releases = NewsIndexPage.objects.get(locale__language_code="fr")
    campaigns = CampaignIndexPage.objects.get(locale__language_code="fr")
    records = {
        "organisation": OrganisationFactory(name="Ville de Lindmouth", slug="lindmouth", language="fr"),
        "person": PersonFactory(name="Ansa Vexmoor", slug="ansa-vexmoor", language="fr"),
        "contact": MediaContactFactory(name="Service de presse", language="fr"),
    }
    RoleFactory(person=records["person"], title="Maire de Lindmouth", language="fr")
    records["boilerplate"] = BoilerplateFactory(organisation=records["organisation"], language="fr")
    files = {"image": ImageFactory(title="Dessin"), "document": DocumentFactory(title="Annexe")}
    for file in files.values():
        replace(file)
    named = {"parent": releases, "organisation": records["organisation"], "contact": records["contact"]}
    pages: dict[str, Any] = {
        "draft": ReleasePageFactory(live=False, slug="brouillon", **named),
        "scheduled": ReleasePageFactory(
            live=False, slug="embargo", embargoed_until=timezone.now() + datetime.timedelta(days=3), **named
        ),
        "public": public(records, files, named),
        "corrected": corrected(ReleasePageFactory(slug="corrige", **named)),
        "withdrawn": ReleasePageFactory(slug="retire", **named),
        "hub": CampaignHubPageFactory(parent=campaigns),
        **calls_and_events(records["organisation"]),
    }
    for name in ("draft", CALLS[0], EVENTS[0]):
        pages[name].save_revision()
        pages[name].refresh_from_db()
    publish(pages["scheduled"])
    take_off(pages["withdrawn"], Manner.WITHDRAWN, {"fr": "Les chiffres étaient faux."})
    original = ReleasePageFactory(parent=NewsIndexPage.objects.get(locale__language_code="en"), live=False)
    translate_object(original, [locale_of("fr")])
    (task,) = request_translation(original, [locale_of("fr")])
    things = {**pages, **records, **files, "translation": task.target, LETTER: letter(named), **secrets(named)}
    user = UserFactory(username="colleague")
    banner = Banner.objects.create(words={"en": "The quay is closed."})
    leadership = FormerLeadership.objects.create(words={"en": "Ada Brook"}, last_day=datetime.date(2001, 1, 1))
    found = (GlossaryTermFactory(), pages["hub"].hashtag, user, banner, leadership, answered(pages[CALLS[1]]))
    people = accounts()
    things[RESTRICTED_DRAFT] = restricted(people["approver"], named)
    return Corpus(things, task, task.translation, *found, browsers=browsers(people))


def public(records: dict[str, Any], files: dict[str, Any], named: dict[str, Any]) -> ReleasePage:
    """A public release that names every record and shows every file."""
    body = [text_block("<p>Une rue sans voitures.</p>"), quote_block(speaker=records["person"], block_id=QUOTE)]
    page: ReleasePage = ReleasePageFactory(live=False, slug="public", body=body, image=files["image"], **named)
    page.boilerplate_links.add(ReleaseBoilerplate(boilerplate=records["boilerplate"]))
    page.attachments.add(ReleaseAttachment(document=files["document"]))
    page.save()
    publish(page)
    return page


def calls_and_events(organisation: Any) -> dict[str, Any]:
    """What people are called to answer and to attend: of each a draft and a public one."""
    calls = CallIndexPage.objects.get(locale__language_code="fr")
    events = EventIndexPage.objects.get(locale__language_code="fr")
    return {
        CALLS[0]: CallPageFactory(parent=calls, live=False, slug="appel-en-brouillon"),
        CALLS[1]: CallPageFactory(parent=calls, slug="appel"),
        EVENTS[0]: EventPageFactory(parent=events, live=False, slug="brouillon", organiser=organisation),
        EVENTS[1]: EventPageFactory(parent=events, slug="reunion", organiser=organisation),
    }


def answered(call: Any) -> AnswerFile:
    """A file of an answer to a call."""
    answer = CallAnswer.objects.create(
        page=call.page_ptr, call_key=call.translation_key, number=1, language="fr", form_data={"city": "Lindmouth"}
    )
    file = ContentFile(b"oui", "oui.txt")
    return AnswerFile.objects.create(answer=answer, question="paper", name="oui.txt", size=3, file=file)


def letter(named: dict[str, Any]) -> ReleasePage:
    """A public open letter with a signature that was confirmed."""
    page: ReleasePage = ReleasePageFactory(slug="lettre", kind=ReleaseKind.OPEN_LETTER, **named)
    edition = page.editions.get()
    facts = {"edition": edition, "text_version": 1, "text_since": edition.issued_at, "signed_on": edition.issued_at}
    names = {"name": "Ada Brook", "language": "fr", "state": SignatureState.WAITING}
    Signatory.objects.create(letter_key=page.translation_key, **facts, **names)
    return page


def secrets(named: dict[str, Any]) -> dict[str, Any]:
    """A release in English alone that waits for its hour, and the files that it will show."""
    image, paper = ImageFactory(title="Nobody knows this picture"), DocumentFactory(title="Nobody knows this paper")
    home = {**named, "parent": NewsIndexPage.objects.get(locale__language_code="en")}
    hour = timezone.now() + datetime.timedelta(days=3)
    page = ReleasePageFactory(live=False, slug="secret", embargoed_until=hour, image=image, **home)
    page.attachments.add(ReleaseAttachment(document=paper))
    page.save()
    publish(page)
    page.refresh_from_db()
    return {SECRET_PAGE: page, SECRETS["image"]: image, SECRETS["document"]: paper}


def replace(file: Any) -> None:
    """Give an image or a document the same again in another place, so that it has a former file."""
    with file.file.open("rb") as before:
        file.file = ContentFile(before.read(), file.file.name.rpartition("/")[2])
    file.save()


def corrected(page: ReleasePage) -> ReleasePage:
    """A release with a correction on record."""
    draft = page.get_latest_revision_as_object()
    draft.title = "Treize arrêts"
    draft.save_revision()
    page.refresh_from_db()
    correct([Note(page, "Douze", "Treize", "Un arrêt manquait.")], CorrectionKind.FACTUAL, None)
    return page


def restricted(person: User, named: dict[str, Any]) -> ReleasePage:
    """A draft that one person is named for."""
    page: ReleasePage = ReleasePageFactory(live=False, slug="entre-nous", **named)
    page.save_revision()
    page.refresh_from_db()
    name_those_who_see(page.life, [person], [], None)
    return page


def accounts() -> dict[str, User]:
    """An account for each of the people who have one."""
    roles = {
        "translator of another language": [translators_of("es")],
        "translator of this language": [translators_of("fr")],
        "writer": [WRITERS],
        "officer": [OFFICERS],
        "approver": [APPROVERS],
        "administrator": [ADMINISTRATORS],
    }
    found = {name: UserFactory(roles=groups) for name, groups in roles.items()}
    return found | {"superuser": UserFactory(is_superuser=True)}


def browsers(people: dict[str, User]) -> dict[str, Client]:
    """A browser for each of the people."""
    found = {"stranger": Client(), **{name: browser_of(user) for name, user in people.items()}}
    for browser in found.values():
        browser.raise_request_exception = False
    return found


def elsewhere(page: Page) -> Page:
    """The list of another language to which a page could be moved."""
    locale: Locale = locale_of("es")
    return type(page.get_parent().specific).objects.get(locale=locale)
