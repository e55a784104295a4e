"""The steps by which a quote is cleared, at the desk of the officer and in the office of the speaker."""

import re
from typing import Any

from django.test import Client
from post_office import PostOffice

from news.models import ReleasePage

WORDS = "We light a street."
OTHER = "We shade a street."


def ask(desk: Client, page: ReleasePage, **more: str) -> Any:
    """The officer sends the link."""
    address = f"/admin/releases/{page.pk}/quotes/{page.body[1].id}/clearance/"
    words = page.body[1].value["words"]
    answers = {"name": "Amina Said", "email": "office@mito.example", "days": "7", "message": "", "seen": words}
    return desk.post(address, answers | more)


def link_in(post_office: PostOffice) -> str:
    """The address in the letter that came last."""
    found = re.search(r"http://testserver(/\S+/clearance/\S+)", post_office.text_of_last())
    assert found
    return found[1]


def press(office: Client, link: str, **answers: str) -> Any:
    """Press a button of the page as a browser does: with its hidden field, its cookie, and no word of where it is."""
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', office.get(link).content.decode())
    data = answers | ({"csrfmiddlewaretoken": token[1]} if token else {})
    return office.post(link, data, HTTP_ORIGIN="null", follow=True)


def edit(page: ReleasePage, words: str) -> None:
    """Somebody changes the words in the draft."""
    latest = page.get_latest_revision_as_object()
    latest.body[1].value["words"] = words
    latest.save_revision()
    page.refresh_from_db()


def screen(desk: Client, page: ReleasePage) -> str:
    """What the officer's page of the quotes says, on one line."""
    html = desk.get(f"/admin/releases/{page.pk}/quotes/").content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", html.split("<main")[1]).split())
