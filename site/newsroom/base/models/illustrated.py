from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from newsroom.base.files.licences import Licence


class Illustrated(models.Model):
    """A page with an image, and the words that go with it in the page's language.

    What is written here is translated with the page; the licence is one in every language. Left empty, readers get what
    is kept with the image, marked with the language it is in.
    """

    image = models.ForeignKey(
        "base.NewsroomImage",
        verbose_name=_("image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    image_alt = models.CharField(
        _("image in words"),
        max_length=300,
        blank=True,
        help_text=_("For those who cannot see it. Left empty: the image's own, in one language only."),
    )
    image_caption = models.CharField(
        _("caption"), max_length=300, blank=True, help_text=_("Left empty: the image's own, in one language only.")
    )
    image_credit = models.CharField(
        _("credit"), max_length=150, blank=True, help_text=_("Whose picture it is. Left empty: the image's own.")
    )
    image_licence = models.CharField(
        _("may be used by others"),
        max_length=20,
        blank=True,
        choices=Licence.choices,
        help_text=_("Left empty: as it stands with the image."),
    )

    image_panel = MultiFieldPanel(
        [
            FieldPanel("image"),
            FieldRowPanel([FieldPanel("image_alt"), FieldPanel("image_caption")]),
            FieldRowPanel([FieldPanel("image_credit"), FieldPanel("image_licence")]),
        ],
        heading=_("Image"),
    )

    class Meta:
        abstract = True
