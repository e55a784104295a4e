"""What tests about the clearance of quotes begin with."""

import datetime
from typing import Any

import pytest
from clearing import WORDS, ask, link_in
from django.test import Client
from django.utils import timezone
from post_office import PostOffice

from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory
from newsroom.base.models import User
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
