"""Links in rich text, written out as the pages of a language have them."""

from html import escape
from pathlib import PurePosixPath

from django.urls import reverse
from django.utils import translation
from django.utils.text import slugify
from wagtail.rich_text.rewriters import EmbedRewriter, LinkRewriter

WANTED = {"page": "wagtailcore.Page", "document": "base.NewsroomDocument"}


class Links:
    """The pages and documents to which some texts lead, in one query for each kind."""

    def __init__(self, apps, texts):
        numbers = numbers_in(texts)
        self.roots = roots_of_sites(apps) if numbers["page"] else []
        self.pages = pages_in_languages(apps.get_model(WANTED["page"]), numbers["page"])
        self.documents = addresses_of_documents(apps.get_model(WANTED["document"]), numbers["document"])

    def written_out(self, html, code):
        """Rich text as it is shown in a language: a link leads to the page in that language where it is public."""
        rules = {
            "page": lambda found: [anchor(self.address_of_page(each.get("id"), code)) for each in found],
            "document": lambda found: [anchor(self.documents.get(each.get("id"))) for each in found],
        }
        return EmbedRewriter()(LinkRewriter(bulk_rules=rules)(html))

    def address_of_page(self, number, code):
        """Where a page is in a language, else where it is itself; None for one that is gone."""
        if number not in self.pages:
            return None
        page, versions = self.pages[number]
        in_language = versions.get((page["translation_key"], code))
        chosen = in_language if in_language and in_language["live"] else page
        return address_below(self.roots, chosen["url_path"])


def numbers_in(texts):
    """The numbers of pages and documents, as text, that some rich texts lead to."""
    found = {"page": set(), "document": set()}
    for text in texts:
        if "linktype" in text:
            for kind, tags in LinkRewriter().extract_tags(text).items():
                if kind in found:
                    found[kind] |= {tag.attrs["id"] for tag in tags if tag.attrs.get("id", "").isdecimal()}
    return found


def anchor(address):
    """The opening tag of a link, as Wagtail writes it."""
    return f'<a href="{escape(address)}">' if address else "<a>"


def pages_in_languages(pages, numbers):
    """Pages by number, each with all pages by translation key and language."""
    if not numbers:
        return {}
    keys = pages.objects.filter(pk__in=numbers).values("translation_key")
    fields = ("pk", "translation_key", "locale__language_code", "live", "url_path")
    rows = list(pages.objects.filter(translation_key__in=keys).values(*fields))
    versions = {(row["translation_key"], row["locale__language_code"]): row for row in rows}
    return {str(row["pk"]): (row, versions) for row in rows}


def addresses_of_documents(documents, numbers):
    """Where documents are read, by number."""
    rows = documents.objects.filter(pk__in=numbers).values_list("pk", "title", "file") if numbers else ()
    return {str(pk): reverse("wagtaildocs_serve", args=[pk, name_of_file(*row)]) for pk, *row in rows}


def name_of_file(title, file):
    """The name that a reader's computer gives a file: its title, not the name it is kept under."""
    return f"{slugify(title) or 'document'}{PurePosixPath(file or '').suffix}"


def roots_of_sites(apps):
    """Where the sites begin in each language: the path of the front page, the language, and what stands before an
    address where there are several sites. The most specific first.
    """
    sites = list(apps.get_model("wagtailcore.Site").objects.order_by("-is_default_site", "hostname"))
    pages = apps.get_model("wagtailcore.Page").objects
    found = []
    for site in sites:
        key = pages.filter(pk=site.root_page_id).values("translation_key")[:1]
        for path, code in pages.filter(translation_key=key).values_list("url_path", "locale__language_code"):
            found.append((path, code, root_address(site) if len(sites) > 1 else ""))
    return sorted(found, key=lambda root: root[0], reverse=True)


def root_address(site):
    """Scheme and host of a site."""
    if site.port == 443:
        return f"https://{site.hostname}"
    return f"http://{site.hostname}" + ("" if site.port == 80 else f":{site.port}")


def address_below(roots, url_path):
    """The address of a page by its path in the tree; None outside of all sites."""
    for root, code, before in roots:
        if url_path.startswith(root):
            with translation.override(code):
                return before + reverse("wagtail_serve", args=[url_path[len(root) :]])
    return None
