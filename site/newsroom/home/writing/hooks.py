"""What the CMS asks of us while somebody writes: our addresses, our scripts, and to hear that something was saved."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page

from newsroom.home.writing.brought import brought_by
from newsroom.home.writing.pasted import pasted_words
from newsroom.home.writing.present import back_at_the_text, note_arrival, who_is_here
from newsroom.home.writing.views import meet_before_saving, two_versions
from newsroom.language.separators import one_by_one


@hooks.register("register_admin_urls")
def writing_urls() -> list[URLPattern]:
    """What the editors ask, and where two versions meet."""
    return [
        path("writing/here/", who_is_here, name="who_is_here"),
        path("writing/back/", back_at_the_text, name="back_at_the_text"),
        path("organisations/<int:pk>/brings/", brought_by, name="brought_by"),
        path("pages/<int:page_id>/two-versions/", two_versions, name="two_versions"),
    ]


@hooks.register("insert_editor_js")
def keeping_script() -> SafeString:
    """Keeps what is typed until it has arrived, with the sentences that it says."""
    log_in = f"{reverse('wagtailadmin_login')}?{urlencode({'next': reverse('back_at_the_text')})}"
    script = format_html(
        '<script src="{}" type="module" data-who-is-here="{}" data-log-in="{}" data-two-versions="{}"'
        ' data-somebody="{}"></script>',
        static("newsroom/writing/keeping.js"),
        reverse("who_is_here"),
        log_in,
        reverse("two_versions", args=[0]),
        _("Somebody"),
    )
    return SafeString(render_to_string("home/writing/kept_words.html")) + script


@hooks.register("insert_editor_js")
def translating_script() -> SafeString:
    """Does the same in the editor of a translation, which sends each passage by itself."""
    return format_html('<script src="{}" type="module"></script>', static("newsroom/writing/translating.js"))


@hooks.register("insert_editor_js")
def pasting_script() -> SafeString:
    """Takes apart what other programs put on the clipboard, with the sentences that say what became of it."""
    return format_html(
        '<script src="{}" type="module" data-pasted-words="{}"></script>',
        static("newsroom/writing/pasting.js"),
        json.dumps(pasted_words()),
    )


@hooks.register("insert_editor_js")
def bringing_script() -> SafeString:
    """Lets an organisation that is chosen bring its boilerplate and contact."""
    return format_html(
        '<script src="{}" type="module" data-brought-by="{}" data-words="{}" data-comma="{}"></script>',
        static("newsroom/writing/bringing.js"),
        reverse("brought_by", args=[0]),
        _("Brought along: %(names)s.") % {"names": "{names}"},
        one_by_one(["", ""]),
    )


@hooks.register("insert_editor_js")
def on_demand_script() -> SafeString:
    """Keeps true what folded parts say of themselves, and opens the further fields of a quote that hold something."""
    return format_html('<script src="{}" type="module"></script>', static("newsroom/writing/on_demand.js"))


@hooks.register("insert_global_admin_css")
def style_of_writing() -> SafeString:
    """How the notice, the page of two versions and folded parts look; editors have no style sheets of their own."""
    return format_html('<link rel="stylesheet" href="{}">', static("newsroom/writing.css"))


@hooks.register("insert_global_admin_js")
def leaving_script() -> SafeString:
    """Leaves nothing in the browser of somebody who logs out."""
    return format_html(
        '<script src="{}" type="module" data-log-out="{}" data-here="{}" data-question="{}"></script>',
        static("newsroom/writing/leaving.js"),
        reverse("wagtailadmin_logout"),
        reverse("who_is_here"),
        _("Words that this browser has kept and the newsroom has not are removed when you log out. Log out?"),
    )


@hooks.register("before_edit_page")
def nobody_is_overwritten(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A save over a version that the editor has never seen leads to both."""
    return meet_before_saving(request, page)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
@hooks.register("after_publish_page")
@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def words_arrived(request: HttpRequest, thing: Any) -> None:
    """Whatever a form saved need not be kept in the browser any longer."""
    note_arrival(request)
