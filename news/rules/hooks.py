"""What the CMS asks of us about the rules: their panel in the editor, their pages, their setting."""

from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.contrib.settings.registry import register_setting

from news.rules.side_panel import ReleaseViewSet
from news.rules.views import UnsavedChanges, UnsavedRelease, check_release
from newsroom.base.models import RuleSettings

NEW_RELEASE = {"content_type_app_name": "news", "content_type_model_name": "releasepage"}

register_setting(RuleSettings, icon="tasks")


@hooks.register("register_admin_viewset")
def release_viewset() -> ReleaseViewSet:
    """The editor of releases."""
    return ReleaseViewSet()


@hooks.register("register_admin_urls")
def rule_urls() -> list[URLPattern]:
    """What the panel asks while somebody types, and the page that says it of all languages."""
    return [
        path("releases/<int:pk>/check/", check_release, name="check_release"),
        path("releases/<int:page_id>/before-publishing/", UnsavedChanges.as_view(), name="before_publishing"),
        path(
            "releases/new/<int:parent_page_id>/before-publishing/",
            UnsavedRelease.as_view(),
            NEW_RELEASE,
            name="before_publishing_new",
        ),
    ]


@hooks.register("insert_editor_js")
def panel_script() -> SafeString:
    """Keeps the panel up to date and counts characters beside the fields."""
    return format_html('<script src="{}" type="module"></script>', static("newsroom/before_publishing.js"))
