"""What no page of the CMS sends is answered with 400 or 404, never with an error of ours."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from people import at_work
from release_form import release_form
from wagtail.models import Page

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from newsroom.base.factories import UserFactory
from newsroom.base.models import NewsroomImage
from newsroom.home.models import HomePage
from newsroom.home.roles import OFFICERS
from organisations.factories import PersonFactory
from organisations.models import Person

WRONG = {"int": ("0", str(2**63), "99999999"), "str": ("None", "0", str(2**63), "99999999")}
#: What stands where an address names a kind of thing rather than one of them.
KINDS = [("organisations", "person"), ("news", "releasepage"), ("wagtailcore", "page"), ("nothing", "nowhere")]


def patterns(resolver: Any, before: str = "") -> Iterator[str]:
    """Every address there is, as it is written in urls.py."""
    for each in resolver.url_patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from patterns(each, route)
        elif isinstance(each, URLPattern):
            yield route


def wrong_addresses() -> Iterator[str]:
    """Every address of the CMS that takes something, with what names nothing in each place."""
    for route in patterns(get_resolver()):
        if route.startswith("admin/") and re.search(r"<|\(\?P", route):
            yield from filled_in(route)


def filled_in(route: str) -> Iterator[str]:
    """An address with wrong numbers in it, for each kind of thing that it can be of."""
    plain = re.sub(r"\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)", r"<str:\1>", route).replace("\\.", ".").replace("$", "")
    plain = plain.replace("^", "")
    kinds = KINDS if re.search(r"<\w+:(content_type_)?app_(label|name)>|content_type_app_name", plain) else KINDS[:1]
    for wrong in range(4):
        for app, model in kinds:

            def put(match: re.Match[str], app: str = app, model: str = model, wrong: int = wrong) -> str:
                kind, name = match.group(1) or "str", match.group(2)
                if re.search(r"app_?(label|name)|app_name", name):
                    return app
                if re.search(r"model_?name", name):
                    return model
                if kind == "uuid":
                    return "00000000-0000-4000-8000-000000000000"
                if kind == "int" or name in ("pk", "object_id"):
                    values = WRONG["int" if kind == "int" else "str"]
                    return values[wrong % len(values)]
                return "nothing"

            yield "/" + re.sub(r"<(?:(\w+):)?(\w+)>", put, plain)


def test_no_wrong_address_of_the_cms_is_an_error(newsroom: HomePage) -> None:
    addresses = sorted(set(wrong_addresses()))
    assert len(addresses) > 400
    browser = at_work(OFFICERS)
    master = Client(raise_request_exception=False)
    master.force_login(UserFactory(is_superuser=True))
    browser.raise_request_exception = False
    broken = []
    for address in addresses:
        answer = browser.get(address)
        if answer.status_code == 302:  # not for officers, it may be
            answer = master.get(address)
        if answer.status_code >= 500:
            broken.append(f"{address}: {answer.status_code}")
    assert not broken


@pytest.mark.parametrize("number", ["None", "99999999", str(2**63), "9" * 40])
def test_wrong_number_of_a_record_to_translate_is_not_found(newsroom: HomePage, number: str) -> None:
    address = f"/admin/localize/submit/snippet/organisations/person/{number}/"
    assert at_work(OFFICERS).get(address, follow=True).status_code == 404


@pytest.mark.parametrize("number", ["None", "", str(2**63), str(9**30), "1e3"])
@pytest.mark.parametrize("model", [Page, Person, NewsroomImage])
def test_wrong_number_among_those_chosen_in_a_list_is_not_found(
    newsroom: HomePage, model: type[Model], number: str
) -> None:
    address = reverse("wagtail_bulk_action", args=[model._meta.app_label, model._meta.model_name, "delete"])
    assert at_work(OFFICERS).get(f"{address}?id=1&id={number}", follow=True).status_code == 404


def test_whole_list_can_still_be_chosen(newsroom: HomePage) -> None:
    PersonFactory()
    address = reverse("wagtail_bulk_action", args=["organisations", "person", "delete"])
    assert at_work(OFFICERS).get(f"{address}?id=all").status_code == 200


@pytest.mark.parametrize("count", [None, "", "x", "-1", "9" * 30, "10001"])
def test_form_without_the_count_of_its_blocks_is_refused(index: NewsIndexPage, count: str | None) -> None:
    page = ReleasePageFactory(parent=index, live=False)
    data = release_form(page)
    if count is None:
        del data["body-count"]
    else:
        data["body-count"] = count
    browser = at_work(OFFICERS)
    assert browser.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data).status_code == 400


def test_error_of_ours_is_not_hidden(newsroom: HomePage, monkeypatch: Any) -> None:
    def fails(*args: Any, **kwargs: Any) -> None:
        raise KeyError("of ours")

    monkeypatch.setattr("newsroom.publication.files.views.changeable", fails)
    browser = at_work(OFFICERS)
    browser.raise_request_exception = False
    assert browser.post("/admin/images/1/delete/").status_code == 500


@pytest.mark.parametrize(
    "address",
    [
        "/en/answers/{}/",
        *("/en/letters/{}/sign/", "/en/letters/{}/asked/", "/en/letters/{}/signatories.csv", "/en/letters/{}/feed/"),
        "/documents/{}/list.pdf",
    ],
)
@pytest.mark.parametrize("number", ["9" * 30, "0", "999999999"])
def test_number_that_no_row_has_is_not_found(newsroom: HomePage, reader: Client, address: str, number: str) -> None:
    assert reader.get(address.format(number)).status_code == 404
