"""The steps by which a draft is shown outside: at the desk of the officer, and by whoever was given the link."""

import datetime
import re
from typing import Any

import time_machine
from django.test import Client
from django.utils import timezone

from newsroom.base.public_forms.shown import shown_now


def page_of_links(page: Any) -> str:
    """The officer's page."""
    return f"/admin/pages/{page.pk}/preview-links/"


def share(desk: Client, page: Any, **answers: Any) -> str:
    """The officer makes a link; the path that its reader opens."""
    answer = desk.post(page_of_links(page), {"days": "7", "recipient_name": "", **answers})
    assert answer.status_code == 200
    found = re.search(r'value="https?://[^/"]+(/[^"]+/drafts/[^"]+)"', answer.content.decode())
    assert found
    return found[1]


def comment(reader: Client, address: str, **answers: Any) -> Any:
    """Send a comment as a browser does that has shown the form for a while."""
    data = {"name": "Mariam Haddad", "about": "", "text": "The number is wrong.", "form-url": ""}
    return reader.post(address, {**data, "form-shown": shown_a_while_ago(), **answers})


def shown_a_while_ago() -> str:
    """What stands in a form that was shown a minute ago."""
    with time_machine.travel(timezone.now() - datetime.timedelta(minutes=1), tick=False):
        return shown_now()
