"""What people do with a thing: through each door by which it can be done."""

import datetime
import json
from collections.abc import Callable, Iterator
from typing import Any

from answers import addresses_left, facts_of_drafts, files_left, files_shown, publications, workflows
from corpus import CALLS, EVENTS, FILES, LETTER, PAGES, RECORDS, RESTRICTED_DRAFT, Corpus
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from editor_forms import page_form
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from news.models import Signatory
from newsroom.base.factories import png
from newsroom.publication.models import PreviewLink, ReviewSettings

#: Of what readers are told that it changed, and what has facts beside its words.
TOLD = ("public", "corrected", CALLS[1], EVENTS[1])
DATED = ("draft", "withdrawn", CALLS[0], EVENTS[0], *TOLD)
Door = Callable[[Client, Corpus, str], Any]


def delete_answer(browser: Client, corpus: Corpus, name: str) -> Any:
    """The page that deletes answers to a call, several at once."""
    address = reverse("wagtailforms:delete_submissions", args=[corpus.things[name].pk])
    return browser.post(f"{address}?selected-submissions={corpus.answer_file.answer_id}")


def show_signature(browser: Client, corpus: Corpus, name: str) -> Any:
    """The page on which the signatures under a letter are looked through."""
    waiting = Signatory.objects.under(corpus.things[name].translation_key).get()
    address = reverse("letter_signatories", args=[corpus.things[name].pk])
    return browser.post(address, {"decision": "approve", "signature": waiting.pk})


def edit(button: str = "", value: str = "") -> Door:
    """The editor of a page, with one of its buttons and what that says."""

    def door(browser: Client, corpus: Corpus, name: str) -> Any:
        page = corpus.page(name)
        form = page_form(page, **({button: value or button} if button else {}))
        return browser.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)

    return door


def change_fact(browser: Client, corpus: Corpus, name: str) -> Any:
    """The editor of a page, in which a fact is another that all its languages share."""
    fact = {CALLS: {"closes_on": "2098-01-31"}, EVENTS: {"starts_on": "2098-03-09"}}
    changes = next((fact[kind] for kind in fact if name in kind), {"kind": "statement"})
    return browser.post(
        reverse("wagtailadmin_pages:edit", args=[corpus.things[name].pk]), page_form(corpus.page(name), **changes)
    )


def cms(view: str, **data: Any) -> Door:
    """A page of the CMS about a page of the tree."""

    def door(browser: Client, corpus: Corpus, name: str) -> Any:
        return browser.post(reverse(view, args=[corpus.things[name].pk]), data)

    return door


def bulk(action: str) -> Door:
    """The same for several at once, of which there is one."""

    def door(browser: Client, corpus: Corpus, name: str) -> Any:
        page = corpus.page(name)
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
        return browser.post(f"{address}?id={page.pk}", {"chooser": corpus.elsewhere[name]})

    return door


def api(action: str, **data: Any) -> Door:
    """Wagtail's admin API."""

    def door(browser: Client, corpus: Corpus, name: str) -> Any:
        page = corpus.page(name)
        body = {"destination_page_id": corpus.elsewhere[name]} if action == "move" else {}
        address = reverse("wagtailadmin_api:pages:action", args=[page.pk, action])
        return browser.post(address, json.dumps(body | data), content_type="application/json")

    return door


def revert(browser: Client, corpus: Corpus, name: str) -> Any:
    """The action of the admin API that puts an earlier version in the place of the draft."""
    return api("revert_to_page_revision", revision_id=corpus.page(name).latest_revision_id)(browser, corpus, name)


def newer(door: Door) -> Door:
    """The same where what is public has a draft with other words."""

    def with_a_draft(browser: Client, corpus: Corpus, name: str) -> Any:
        page = corpus.page(name)
        if page.live:
            draft = page.get_latest_revision_as_object()
            draft.title = "Autre titre"
            draft.save_revision()
        return door(browser, corpus, name)

    return with_a_draft


def where_approval_is_required(door: Door) -> Door:
    """The same where the newsroom has settled that somebody else approves."""

    def in_such_a_newsroom(browser: Client, corpus: Corpus, name: str) -> Any:
        ReviewSettings.objects.create(approval_required=True)
        return door(browser, corpus, name)

    return in_such_a_newsroom


def move(browser: Client, corpus: Corpus, name: str) -> Any:
    """The page that asks whether to move."""
    page = corpus.page(name)
    return browser.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, corpus.elsewhere[name]]))


def copy(browser: Client, corpus: Corpus, name: str) -> Any:
    """The form for copies, which makes no alias whatever is sent."""
    page = corpus.page(name)
    data = {"new_title": "Copie", "new_slug": "copie", "new_parent_page": page.get_parent().pk, "alias": "on"}
    return browser.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)


def correction(browser: Client, corpus: Corpus, name: str) -> Any:
    """The page on which readers are told what was wrong."""
    draft = corpus.page(name).get_latest_revision_as_object()
    draft.title = "Quatorze arrêts"
    told = {"chosen": "on", "said": "Douze", "says": "Quatorze", "reason": "Un arrêt manquait."}
    told["revision"] = str(draft.save_revision().pk)
    data = {"kind": "factual"} | {f"{part}_fr": words for part, words in told.items()}
    return browser.post(reverse("correct_page", args=[corpus.things[name].pk]), data)


def embargo(act: str) -> Door:
    """The page on which what is scheduled is moved, lifted now or called off."""

    def door(browser: Client, corpus: Corpus, name: str) -> Any:
        day = (timezone.now() + datetime.timedelta(days=9)).date().isoformat()
        typed = {"embargoed_until": day, "embargoed_until_time": "09:30", "embargoed_until_zone": "UTC"}
        address = reverse("publication_embargo", args=[corpus.things[name].pk])
        return browser.post(address, {"act": act, **(typed if act == "move" else {})})

    return door


def call_off(browser: Client, corpus: Corpus, name: str) -> Any:
    """The history's button that takes a revision off the schedule."""
    page = corpus.page(name)
    return browser.post(
        reverse("wagtailadmin_pages:revisions_unschedule", args=[page.pk, page.latest_revision_id or 1])
    )


def share(browser: Client, corpus: Corpus, name: str) -> Any:
    """The page on which a link to a draft is made."""
    address = reverse("preview_links", args=[corpus.things[name].pk])
    return browser.post(address, {"days": "7", "recipient_name": "Une lectrice"})


def unshare(browser: Client, corpus: Corpus, name: str) -> Any:
    """The button that closes such a link."""
    life = getattr(corpus.page(name), "life", None)
    link = PreviewLink.objects.create(life=life, digest="x", expires_at=timezone.now()) if life else None
    address = reverse("revoke_preview_link", args=[corpus.things[name].pk, link.pk if link else 1])
    return browser.post(address)


def record_form(corpus: Corpus, name: str, **changes: Any) -> dict[str, Any]:
    """The form of a record, with other words."""
    thing = corpus.things[name]
    forms: dict[str, dict[str, Any]] = {
        "organisation": {"name": "Commune de Lindmouth", "kind": "city", "website": "", "acronym": ""},
        "person": {"name": "Ansa V. Vexmoor", "biography": "", "roles": inline_formset([])},
        "boilerplate": {"organisation": corpus.things["organisation"].pk, "variant": "long"},
        "contact": {"name": "Bureau de presse", "weekdays": "12345", "time_zone": "UTC"},
    }
    if name == "person":
        role = thing.roles.get()
        forms["person"]["roles"] = inline_formset([{"id": role.pk, "title": role.title}], initial=1)
    if name == "contact":
        forms["contact"] |= {part: getattr(thing, part) for part in ("role", "email", "phone", "languages")}
    if name == "boilerplate":
        forms["boilerplate"] |= {"variant": thing.variant, "text": rich_text("<p>Une ville.</p>")}
    return nested_form_data({"slug": getattr(thing, "slug", ""), **forms[name], **changes})


def record(view: str, **changes: Any) -> Door:
    """A page of the CMS about a record."""

    def door(browser: Client, corpus: Corpus, name: str) -> Any:
        model = type(corpus.things[name])._meta
        address = reverse(f"wagtailsnippets_{model.app_label}_{model.model_name}:{view}", args=[corpus.things[name].pk])
        return browser.post(address, record_form(corpus, name, **changes) if view == "edit" else {})

    return door


def several(browser: Client, corpus: Corpus, name: str) -> Any:
    """Records, images and documents are deleted several at once, too."""
    model = type(corpus.things[name])._meta
    address = reverse("wagtail_bulk_action", args=[model.app_label, model.model_name, "delete"])
    return browser.post(f"{address}?id={corpus.things[name].pk}")


def file_form(name: str) -> dict[str, Any]:
    """Another file in the place of one."""
    if name == "image":
        return {"title": "Dessin", "file": SimpleUploadedFile("other.png", png(colour="#aa3300"), "image/png")}
    return {"title": "Annexe", "file": SimpleUploadedFile("other.txt", b"Other words.", "text/plain")}


def replace_file(browser: Client, corpus: Corpus, name: str) -> Any:
    """The form of a file."""
    view = {"image": "wagtailimages:edit", "document": "wagtaildocs:edit"}[name]
    data = {"tags": "", "collection": corpus.things[name].collection_id, **file_form(name)}
    return browser.post(reverse(view, args=[corpus.things[name].pk]), data)


def put_back(browser: Client, corpus: Corpus, name: str) -> Any:
    """The button beside a file that was replaced."""
    address = reverse(f"former_{name}_files", args=[corpus.things[name].pk])
    return browser.post(address, {"former": corpus.things[name].former_files.get().pk})


def delete_file(view: str) -> Door:
    """The pages that delete a file."""

    def door(browser: Client, corpus: Corpus, name: str) -> Any:
        app = {"image": "wagtailimages", "document": "wagtaildocs"}[name]
        headers = {"X-Requested-With": "XMLHttpRequest"} if view == "delete_multiple" else {}
        return browser.post(reverse(f"{app}:{view}", args=[corpus.things[name].pk]), headers=headers)

    return door


def translate(browser: Client, corpus: Corpus, name: str) -> Any:
    """One segment of a translation."""
    segment = corpus.translation.source.stringsegment_set.first()
    address = reverse("wagtail_localize:edit_string_translation", args=[corpus.translation.pk, segment.pk])
    return browser.put(address, "value=Bonjour", content_type="application/x-www-form-urlencoded")


def keep(browser: Client, corpus: Corpus, name: str) -> Any:
    """The button that leaves one segment as it stands in the original."""
    segment = corpus.translation.source.stringsegment_set.first()
    return browser.post(reverse("keep_segment", args=[corpus.translation.pk, segment.pk]))


def to_alias(browser: Client, corpus: Corpus, name: str) -> Any:
    """A translation that would follow its original instead."""
    return browser.post(f"/admin/localize/page/{corpus.things[name].pk}/convert_to_alias/")


#: By what the table calls it: the things it is done to and the doors by which.
DOINGS: dict[str, tuple[tuple[str, ...], tuple[Door, ...]]] = {
    "change the words": ((*PAGES, RESTRICTED_DRAFT), (edit(),)),
    "change what all languages share": (DATED, (change_fact,)),
    "go back to an earlier version unopened": (PAGES, (revert,)),
    "submit to a workflow": (PAGES, (edit("action-submit"),)),
    "publish from the editor": (PAGES, (edit("action-publish"),)),
    "publish from elsewhere": (
        (*PAGES, RESTRICTED_DRAFT),
        (newer(bulk("publish")), newer(api("publish"))),
    ),
    "publish what nobody approved where somebody must": (
        PAGES,
        (where_approval_is_required(edit("action-publish")),),
    ),
    "publish without approval and say why": (
        PAGES,
        (where_approval_is_required(cms("publish_unapproved", reason="River rising.")),),
    ),
    "change what is public as a minor change": (TOLD, (edit("action-publish", "minor"),)),
    "correct in view of readers": (TOLD, (correction,)),
    "move the embargo": (PAGES, (embargo("move"),)),
    "lift now": (PAGES, (embargo("lift_now"),)),
    "call the schedule off": (PAGES, (embargo("call_off"), call_off)),
    "unpublish without a reason": (PAGES, (bulk("unpublish"), api("unpublish"), api("unpublish", recursive=True))),
    "take off with a reason": (PAGES, (cms("wagtailadmin_pages:unpublish", manner="gone", reason_fr="Parti."),)),
    "delete": ((*PAGES, RESTRICTED_DRAFT), (cms("wagtailadmin_pages:delete"), bulk("delete"), api("delete"))),
    "move to another list": (PAGES, (move, bulk("move"), api("move"))),
    "copy": ((*PAGES, RESTRICTED_DRAFT), (copy, api("copy", keep_live=False, slug="copie"))),
    "make an alias": (PAGES, (api("create_alias", update_slug="alias"),)),
    "show a draft outside": ((*PAGES, RESTRICTED_DRAFT), (share,)),
    "close a link to a draft": (PAGES, (unshare,)),
    "keep to a few": (PAGES, (cms("wagtailadmin_pages:set_privacy", restriction_type="login"),)),
    "restrict to colleagues": ((*PAGES, RESTRICTED_DRAFT), (cms("draft_restriction", is_restricted="on"),)),
    "delete answers": ((CALLS[1],), (delete_answer,)),
    "show a signature": ((LETTER,), (show_signature,)),
    "lock": ((*PAGES, RESTRICTED_DRAFT), (cms("wagtailadmin_pages:lock"),)),
    "change words of a record": (RECORDS, (record("edit"),)),
    "change the address of a record": (("organisation", "person"), (record("edit", slug="another-address"),)),
    "delete a record that is public": (RECORDS, (record("delete"), several)),
    "replace a file that is public": (FILES, (replace_file,)),
    "put back a former file": (FILES, (put_back,)),
    "delete a file that is public": (FILES, (delete_file("delete"), delete_file("delete_multiple"), several)),
    "translate": (("translation",), (translate,)),
    "keep words as in the original": (("translation",), (keep,)),
    "put the original in place of a translation": (("translation",), (to_alias,)),
}

#: By what it shows that something was done, where a draft that was saved on the way would show it too.
SHOWN_BY: dict[str, Callable[[], Any]] = {
    "change what all languages share": facts_of_drafts,
    "submit to a workflow": workflows,
    "publish from the editor": publications,
    "publish from elsewhere": publications,
    "publish what nobody approved where somebody must": publications,
    "publish without approval and say why": publications,
    "change what is public as a minor change": publications,
    "correct in view of readers": publications,
    "change the address of a record": addresses_left,
    "put back a former file": files_shown,
    "delete a file that is public": files_left,
}


def cells() -> Iterator[tuple[str, str]]:
    """What is done, and to what."""
    return ((doing, subject) for doing, (subjects, _doors) in DOINGS.items() for subject in subjects)
