"""What tests about the clearance of quotes, and about what the CMS asks of the database, begin with."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from clearing import WORDS, ask, link_in
from corpora import for_the_file
from django.test import Client
from django.utils import timezone
from letter_steps import MORNING
from post_office import PostOffice

from news.choices import ReleaseKind
from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage, ReleasePage, ReleaseSignatory
from newsroom.base.factories import UserFactory, publish
from newsroom.base.models import User
from newsroom.demo.laden import Load, Records, laden_release
from newsroom.home.roles import OFFICERS
from organisations.factories import PersonFactory


@pytest.fixture
def draft(index: NewsIndexPage) -> ReleasePage:
    """An embargoed draft with one quote."""
    page = ReleasePageFactory(
        parent=index,
        title="Twenty-six cities will count shade",
        body=[
            text_block("<p>Each city will survey its <b>stops</b> &amp; squares.</p>"),
            quote_block(WORDS, PersonFactory(name="Wairimu Tendeka")),
        ],
        embargoed_until=timezone.now() + datetime.timedelta(days=60),
        live=False,
    )
    page.save_revision()
    return page


@pytest.fixture
def officer(newsroom: Any) -> User:
    """The officer who asks."""
    names = {"first_name": "Halima", "last_name": "Okoth", "email": "halima@confluent.example"}
    user: User = UserFactory(roles=[OFFICERS], **names)
    return user


@pytest.fixture
def desk(officer: User) -> Client:
    """The officer's browser."""
    client = Client()
    client.force_login(officer)
    return client


@pytest.fixture
def office() -> Client:
    """The browser of the speaker's office, which checks forms as a real one must."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def link(desk: Client, draft: ReleasePage, post_office: PostOffice) -> str:
    """A link that has been sent."""
    assert ask(desk, draft).status_code == 302
    return link_in(post_office)


@pytest.fixture
def clock() -> Any:
    """The clock, which stands in the morning on which the letter is published."""
    with time_machine.travel(MORNING, tick=False) as traveller:
        yield traveller


@pytest.fixture
def letter(index: NewsIndexPage, clock: Any) -> ReleasePage:
    """A public letter with two who signed first, open to the end of the year in Oslo."""
    page: ReleasePage = ReleasePageFactory(
        parent=index,
        title="Tell the river",
        kind=ReleaseKind.OPEN_LETTER,
        is_open_for_signature=True,
        signing_closes_on=datetime.date(2026, 12, 31),
        signing_zone="Europe/Oslo",
        live=False,
    )
    rows = [
        ReleaseSignatory(
            person=PersonFactory(name="Naima Belhadri"), role="Mayor", place="Tell Sirra", country="Sirrania"
        ),
        ReleaseSignatory(name="Shen Yulan", place="Qinghui", signed_on=datetime.date(2026, 11, 12)),
    ]
    for number, row in enumerate(rows):
        row.locale, row.sort_order = page.locale, number
    page.signatory_links = rows
    page.save()
    publish(page)
    return page


@pytest.fixture(scope="module")
def laden(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[int, ReleasePage]]:
    """Drafts with three and with thirty of everything."""
    with for_the_file(django_db_blocker):
        index, records = NewsIndexPage.objects.get(locale__language_code="en"), Records()
        yield {number: laden_release(index, records, Load.of_each(number)) for number in (3, 30)}


@pytest.fixture
def browser(db: None) -> Client:
    """An officer's browser."""
    client = Client()
    client.force_login(UserFactory(roles=[OFFICERS]))
    return client
