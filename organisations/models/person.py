import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from modelsearch import index
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from newsroom.base.fields import SortKeyField, VisibleField
from newsroom.base.models import Signable
from newsroom.base.rights.record_form import WordsAndFactsForm
from newsroom.language.separators import side_by_side
from organisations.models.addressed import AddressedRecord
from organisations.querysets import PersonQuerySet, RoleQuerySet
from search.findable import Findable


class Person(Findable, index.Indexed, AddressedRecord, Signable, ClusterableModel):
    """Somebody who speaks or takes part. Translatable: names are written differently in each script."""

    name = VisibleField(_("name"), max_length=150)
    sort_key = SortKeyField(of="name")
    biography = models.TextField(_("biography"), max_length=400, blank=True, help_text=_("One or two sentences."))
    portrait = models.ForeignKey(
        "base.NewsroomImage",
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        InlinePanel(
            "roles", heading=pgettext_lazy("held by a person", "Roles"), label=pgettext_lazy("held by a person", "Role")
        ),
        FieldPanel("biography"),
        FieldPanel("portrait"),
    ]
    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.RelatedFields("roles", [index.SearchField("title")]),
        index.FilterField("locale"),
    ]
    view_name, picture = "speaker", "portrait"
    base_form_class = WordsAndFactsForm
    override_translatable_fields = [
        *AddressedRecord.override_translatable_fields,
        SynchronizedField("portrait", overridable=False),
    ]

    objects = PersonQuerySet.as_manager()

    class Meta(AddressedRecord.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return self.name

    def roles_on(self, day: datetime.date) -> "list[Role]":
        """The roles held on a day, the one begun last first."""
        held = [role for role in self.known_roles if role.is_held_on(day)]
        return sorted(held, key=lambda role: role.started_on or datetime.date.min, reverse=True)

    def roles_begun(self, day: datetime.date) -> "list[Role]":
        """The roles held on a day or before it; one that is still to begin is for nobody to read."""
        return [role for role in self.known_roles if role.started_on is None or role.started_on <= day]

    @property
    def known_roles(self) -> "list[Role]":
        """The roles, without a query where they were loaded with the person, which modelcluster does not look at."""
        loaded = getattr(self, "_prefetched_objects_cache", {})
        return list(loaded["roles"] if "roles" in loaded else self.roles.all())

    @property
    def present_role(self) -> str:
        """What they are today, with the organisation where the title does not say it; empty where they hold no role."""
        for role in self.roles_on(timezone.now().date()):
            body = role.organisation
            says_more = body and body.locale_id == role.locale_id and body.name.casefold() not in role.title.casefold()
            return side_by_side((role.title, body)) if says_more else role.title
        return ""


class Role(TranslatableMixin, Orderable):
    """A function that a person holds or held, from one day to another."""

    person = ParentalKey(Person, on_delete=models.CASCADE, related_name="roles")
    title = models.CharField(pgettext_lazy("of a role", "title"), max_length=250)
    organisation = models.ForeignKey(
        "organisations.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="roles",
    )
    started_on = models.DateField(_("from"), null=True, blank=True)
    ended_on = models.DateField(_("until"), null=True, blank=True, help_text=_("The last day. Left empty: still held."))

    panels = [
        FieldPanel("title"),
        FieldPanel("organisation"),
        FieldRowPanel([FieldPanel("started_on"), FieldPanel("ended_on")]),
    ]
    override_translatable_fields = [SynchronizedField("organisation", overridable=False)]
    listed_once = ("person", "title", "organisation", "started_on", "ended_on")

    objects = RoleQuerySet.as_manager()

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        constraints = [
            models.CheckConstraint(
                condition=Q(started_on__isnull=True) | Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="role_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Refuses a role that ends before it begins."""
        super().clean()
        if self.started_on and self.ended_on and self.ended_on < self.started_on:
            raise ValidationError({"ended_on": _("The role cannot end before it begins.")})

    def is_held_on(self, day: datetime.date) -> bool:
        """Whether the role was held on that day; an open end has no limit."""
        return (self.started_on is None or self.started_on <= day) and (self.ended_on is None or day <= self.ended_on)
