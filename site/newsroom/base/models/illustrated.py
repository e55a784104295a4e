from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel


class Illustrated(models.Model):
    """A page with an image, and the words that go with it in the page's language.

    What is written here is translated with the page. Left empty, readers get the words kept with the image, marked
    with the language they are in.
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

    image_panel = MultiFieldPanel(
        [FieldPanel("image"), FieldPanel("image_alt"), FieldPanel("image_caption")], heading=_("Image")
    )

    class Meta:
        abstract = True
