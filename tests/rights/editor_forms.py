"""What an editor of the CMS sends for a page of any type."""

from typing import Any

from joining_forms import STANDING
from release_form import release_form
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data


def page_form(page: Page, **changes: Any) -> dict[str, Any]:
    """The editor's form of a release, a hub, a call or an event, changed."""
    if type(page) in STANDING:
        return STANDING[type(page)](page, title="Autre titre", **changes)
    if hasattr(page, "organisation_links"):
        values: dict[str, Any] = {"title": "Autre titre", "original_language": "fr"}
        if page.attachments.exists():
            links, files, texts = page.organisation_links.get(), page.attachments.get(), page.boilerplate_links.get()
            values["attachments"] = inline_formset([{"id": files.pk, "document": files.document_id}], initial=1)
            values["boilerplate_links"] = inline_formset(
                [{"id": texts.pk, "boilerplate": texts.boilerplate_id}], initial=1
            )
            values["organisation_links"] = inline_formset(
                [{"id": links.pk, "organisation": links.organisation_id, "is_lead": "on"}], initial=1
            )
        form: dict[str, Any] = release_form(page, **values, **changes)
        return form
    values = {"title": "Autre", "slug": page.slug, "hashtag": page.hashtag_id, "original_language": "fr"}
    lists = ("key_figures", "key_messages", "partner_links", "share_texts", "share_pictures", "comments")
    return nested_form_data({**values, **{name: inline_formset([]) for name in lists}, **changes})
