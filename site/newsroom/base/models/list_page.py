from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from newsroom.base.models.page import NewsroomPage


class ListPage(NewsroomPage):
    """A page that lists its children and stands once under each front page."""

    introduction = models.CharField(_("introduction"), max_length=300, blank=True)

    search_kind: ClassVar[None] = None
    parent_page_types = ["home.HomePage"]
    max_count_per_parent = 1

    content_panels = [*NewsroomPage.content_panels, FieldPanel("introduction")]

    class Meta:
        abstract = True
