"""What the translators' desk adds to the CMS, part by part."""

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from newsroom.translation.desk_views import known_as_json, take_offer, terms_and_memory
from newsroom.translation.exchange import hooks as exchange_hooks  # noqa: F401
from newsroom.translation.viewsets import GlossaryViewSet, glossary_urls

register_snippet(GlossaryViewSet)
hooks.register("register_admin_urls", glossary_urls)


@hooks.register("register_admin_urls")
def terms_and_memory_urls() -> list[URLPattern]:
    """What is known of each segment of a translation."""
    base = "translations/<int:translation_id>/known"
    return [
        path(f"{base}/", terms_and_memory, name="terms_and_memory"),
        path(f"{base}.json", known_as_json, name="known_as_json"),
        path(f"{base}/take/", take_offer, name="take_offer"),
    ]
