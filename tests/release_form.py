"""The editor's form of a release, as a browser sends it."""

from typing import Any

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from news.models import ReleasePage


def release_form(page: ReleasePage, text: str = "<p>Nobody is left on the landing.</p>", **changes: Any) -> Any:
    """All fields of a release with one organisation and one contact, its body one text; `changes` replaces some."""
    organisation, contact = page.organisation_links.get(), page.contact_links.get()
    lead = {"id": organisation.pk, "organisation": organisation.organisation_id, "is_lead": "on"}
    empty = ("boilerplate_links", "participant_links", "signatory_links", "attachments", "comments")
    return nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "kind": page.kind,
            "dateline_place": page.dateline_place,
            "subheadline": page.subheadline,
            "summary": "",
            "body": streamfield([("text", rich_text(text))]),
            "notes_to_editors": rich_text(""),
            "hashtags": "",
            "original_language": "en",
            "organisation_links": inline_formset([lead], initial=1),
            "contact_links": inline_formset([{"id": contact.pk, "contact": contact.contact_id}], initial=1),
            **{name: inline_formset([]) for name in empty},
            **changes,
        }
    )
