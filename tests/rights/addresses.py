"""Every address of the CMS, taken from the resolver, and how one of each is asked for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from corpus import FILES, LETTER, PAGES, RESTRICTED_DRAFT, SECRET_PAGE, SECRETS, Corpus
from django.urls import URLPattern, URLResolver, get_resolver

from newsroom.base.models import RuleSettings

#: The parameters that name a page of the tree, an image or a document.
OF_PAGES = {"page_id", "parent_page_id", "page_to_move_id", "page_pk"}
OF_FILES = {"image_id": "image", "document_id": "document", "doc_id": "document"}
#: Where `pk` is the number of a page.
RELEASES = (
    "admin/releases/",
    "admin/corrections/",
    "admin/pages/<int:pk>/",
    "admin/api/main/^pages/",
    "admin/pages/^(?P<pk>",
)
#: The number of nothing at all, on every database and after any number of other tests.
NOTHING = 2_000_000_000
PLAIN: dict[str, Any] = {
    "content_type_app_name": "news",
    "content_type_model_name": "releasepage",
    "action_name": "delete",
    "action": "delete",
    "revision_id_a": "earliest",
    "revision_id_b": "latest",
    "filter_spec": "width-100",
    "mode": "live",
    "uidb64": "MQ",
    "token": "set-password",
    "task_state_id": NOTHING,
    "task_id": NOTHING,
    "workflow_state_id": NOTHING,
    "uploaded_file_id": NOTHING,
    "redirect_id": NOTHING,
    "session_id": NOTHING,
}
MODELS = {
    "wagtailsettings:edit": ("base", "rulesettings"),
    "wagtail_bulk_action": ("wagtailcore", "page"),
    "wagtailadmin_tag_model_autocomplete": ("taggit", "tag"),
    "wagtailadmin_workflows:add_task": ("wagtailcore", "groupapprovaltask"),
    "wagtail_localize:submit_snippet_translation": ("organisations", "person"),
    "wagtail_localize:snippets_api_listing": ("organisations", "person"),
    "wagtail_localize:snippets_api_detail": ("organisations", "person"),
}
RECORD_OF = {"organisation": "organisation", "person": "person", "boilerplate": "boilerplate"} | {
    "mediacontact": "contact"
}


@dataclass(frozen=True)
class Address:
    """A route and the name by which the table knows it."""

    route: str
    name: str

    @property
    def key(self) -> str:
        return self.name or self.route

    @property
    def parameters(self) -> list[str]:
        return re.findall(r"<(?:\w+:)?(\w+)>", self.route)

    @property
    def subjects(self) -> tuple[str, ...]:
        """The things of which this address may be asked; "" where it names none of them."""
        if self.name == "letter_signatories":
            return (*PAGES, SECRET_PAGE, RESTRICTED_DRAFT, LETTER)
        if OF_PAGES & set(self.parameters) or ("pk" in self.parameters and self.route.startswith(RELEASES)):
            return (*PAGES, SECRET_PAGE, RESTRICTED_DRAFT)
        if found := next((OF_FILES[name] for name in self.parameters if name in OF_FILES), None):
            return (found, SECRETS[found])
        found = next(
            (file for file in FILES if f"^{file}s/<int:pk>" in self.route or f"{file}s/chooser" in self.route), None
        )
        if found and "pk" in self.parameters:
            return (found, SECRETS[found])
        return (self.record,) if self.record and "pk" in self.parameters else ("",)

    @property
    def record(self) -> str | None:
        """The kind of record whose address it is."""
        found = re.search(r"organisations[/_](\w+?)(?:/|:)", f"{self.route} {self.name}:")
        return RECORD_OF.get(found[1]) if found and found[1] in RECORD_OF else None

    def path(self, corpus: Corpus, subject: str) -> str:
        """The address for one thing."""
        values = values_for(self, corpus, subject)
        route = self.route.replace(r"(?P<pk>\d+)", "<pk>").replace("(?P<pk>.+)", "<pk>")
        route = re.sub(r"\(\?P<(\w+)>[^)]*\)", r"<\1>", route)
        filled = re.sub(r"<(?:\w+:)?(\w+)>", lambda found: str(values.get(found[1], NOTHING)), route)
        return "/" + re.sub(r"\\\.", ".", filled.replace("^", "").rstrip("$"))


def values_for(address: Address, corpus: Corpus, subject: str) -> dict[str, Any]:
    """What stands for the parameters of an address."""
    known = corpus.numbers
    app, model = MODELS.get(address.name, ("news", "releasepage"))
    values = {**PLAIN, **known, "app_label": app, "model_name": model, "app_name": app}
    values["object_id"] = corpus.things["draft"].pk
    values["pk"] = number_of(address, corpus, known)
    if subject:
        thing = corpus.things[subject]
        values["pk"] = thing.pk
        values |= {name: thing.pk for name in (*OF_PAGES, *OF_FILES)}
        if subject in (*PAGES, SECRET_PAGE, RESTRICTED_DRAFT):
            values["revision_id"] = thing.latest_revision_id or NOTHING
            values["destination_id"] = corpus.elsewhere[subject]
    return values


def number_of(address: Address, corpus: Corpus, known: dict[str, Any]) -> Any:
    """What `pk` is in an address that names none of the things in the table."""
    firsts = {
        "translation/glossaryterm": corpus.term.pk,
        "news/hashtag": corpus.hashtag.pk,
        "home/banner": corpus.banner.pk,
        "news/formerleadership": corpus.leadership.pk,
        "admin/translations/": corpus.task.pk,
        "admin/calls/answers/": corpus.answer_file.pk,
        "admin/exchange/": corpus.things["translation"].pk,
        "admin/organisations/": corpus.things["organisation"].pk,
        "admin/people/": corpus.things["person"].pk,
        "admin/boilerplates/": corpus.things["boilerplate"].pk,
        "snippets/<slug:app_label>": corpus.things["person"].pk,
        "submit/snippet": corpus.things["person"].pk,
        "snippets_api": corpus.things["person"].pk,
        "images/": corpus.things["image"].pk,
        "documents/": corpus.things["document"].pk,
        "admin/users/": corpus.user.pk,
        "admin/collections/": known["collection_id"],
        "admin/sites/": known["site"],
        "admin/locales/": known["locale"],
        "admin/workflows/task": known["task_id"],
        "admin/workflows/": known["workflow"],
        "admin/groups/": known["group"],
    }
    if "settings/<slug:app_name>" in address.route:
        return RuleSettings.load().pk
    return next((number for part, number in firsts.items() if part in address.route), NOTHING)


def addresses() -> list[Address]:
    """All below /admin/, each once."""
    found = {Address(route, name): None for route, name in walk(get_resolver()) if route.startswith("admin/")}
    seen: dict[str, Address] = {}
    for address in found:
        seen.setdefault(re.sub(r"<(?:\w+:)?\w+>", "<>", address.route), address)
    return [address for address in seen.values() if address.route != "admin/^.*/$"]


def walk(resolver: URLResolver, before: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    """Routes and names, with the names' spaces."""
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from walk(pattern, route, f"{space}{pattern.namespace}:" if pattern.namespace else space)
        elif isinstance(pattern, URLPattern):
            yield route, f"{space}{pattern.name}" if pattern.name else ""
