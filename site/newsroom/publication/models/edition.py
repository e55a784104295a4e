from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import Resolver404, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.url_routing import RouteResult

from newsroom.base.kept_names import SignerField, SignerNameField
from newsroom.base.models import PageBase
from newsroom.base.pages.told_once import told_once
from newsroom.base.rules.registry import Passage
from newsroom.publication.choices import CorrectionKind, EditionKind, RecordState
from newsroom.publication.corrections.passages import LONGEST_TEXT
from newsroom.publication.corrections.versions import example_correction, serve_earlier
from newsroom.publication.editions.serialisation import digest_of
from newsroom.publication.embargoes.service import schedule_of
from newsroom.publication.querysets import CorrectionQuerySet, EditionQuerySet


class PermanentRecordError(Exception):
    """Something tried to change or delete what is on record for good."""


class EditionBase(models.Model):
    """One language of a page as it was published: the document, its number, when and by whom it was issued.

    Each publication that says something else than the one before writes one, and so does each correction. The database
    refuses to change or delete what is written (`publication.editions.guards`). Readers see the last one and those
    before a correction. The model of a room adds the document's field and the key of its page, with the related name
    "editions", and names that key in `page_field`.
    """

    page_field: ClassVar[str]

    number = models.PositiveIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=12, choices=EditionKind.choices)
    document: Any
    digest = models.CharField(_("digest"), max_length=64)
    issued_at = models.DateTimeField(_("issued at"))
    issued_by_name = SignerNameField()
    issued_by = SignerField(verbose_name=_("issued by"), name_field="issued_by_name")

    objects = EditionQuerySet.as_manager()

    class Meta:
        abstract = True
        verbose_name = _("edition")
        verbose_name_plural = _("editions")

    def __str__(self) -> str:
        return f"{self.document.headline}, {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Writes the edition with its digest. Raises PermanentRecordError for one that is written already."""
        if not self._state.adding:
            raise PermanentRecordError(f"{self} is on record and cannot be changed.")
        self.digest = digest_of(self.document)
        with told_once(self, None):
            super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Raises PermanentRecordError: what was published stays on record."""
        raise PermanentRecordError(f"{self} is on record and cannot be deleted.")


class CorrectionBase(models.Model):
    """That one language of a public page was corrected: what it said, what it says, why and when.

    Written once and never changed or deleted. Names the edition that stood until then, `earlier`, so that the earlier
    version stays readable. The rows of one correction in several languages share `correction_id`. The model of a room
    adds the keys of its page, with the related name "corrections", and of the edition, with the same.
    """

    page_field: ClassVar[str]

    correction_id = models.UUIDField(_("correction id"), db_index=True)
    number = models.PositiveSmallIntegerField(_("number of the earlier version"))
    kind = models.CharField(_("kind"), max_length=15, choices=CorrectionKind.choices)
    said = models.TextField(_("what it said"), max_length=LONGEST_TEXT)
    says = models.TextField(_("what it says"), max_length=LONGEST_TEXT)
    reason = models.TextField(_("why"), max_length=LONGEST_TEXT)
    corrected_at = models.DateTimeField(_("corrected at"))
    corrected_by_name = SignerNameField()
    corrected_by = SignerField(verbose_name=_("corrected by"), name_field="corrected_by_name")
    earlier: Any

    #: The codes of the languages in which it was made, where a page shows them.
    languages: list[str]

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        abstract = True
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.corrected_page}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Writes the correction. Raises PermanentRecordError for one that is written already."""
        if not self._state.adding:
            raise PermanentRecordError(f"{self} is on record and cannot be changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Raises PermanentRecordError: a correction cannot be taken back, only followed by another."""
        raise PermanentRecordError(f"{self} is on record and cannot be deleted.")

    @property
    def corrected_page(self) -> Any:
        """The page that was corrected."""
        return getattr(self, self.page_field)

    @property
    def earlier_version_url(self) -> str:
        """Where the page can be read as it stood until this correction."""
        return f"{self.corrected_page.url}versions/{self.number}/"


class RecordedInEditions(PageBase):
    """For page types whose public form is a document: kept in an edition for each publication, corrected in view.

    Put before `Withdrawable` among the bases. The room has a model of editions and one of corrections for it.
    """

    #: See `publication.changing`.
    is_amended_openly: ClassVar[bool] = True
    editions: Any
    corrections: Any
    #: Of a copy that is shown and never saved, an earlier version or a preview: the state it is shown in.
    shown_state: RecordState | None = None
    superseded_by: Any = None

    class Meta:
        abstract = True

    def document_as_published(self, earlier: Any) -> Any:
        """The document of what is just being published, with all that is written down of it besides.

        `earlier` is that of the edition before, or None.
        """
        raise NotImplementedError

    def passages(self) -> Iterable[Passage]:
        """Everything a reader reads on the page, in its order, for people who compare two versions of it."""
        raise NotImplementedError

    def reasons_against_publication(self) -> list[str]:
        """What keeps the page from being public as it is, in words."""
        raise NotImplementedError

    @property
    def correction_address(self) -> str:
        """Where the CMS asks what readers are told of a correction."""
        return reverse("correct_page", args=[self.pk])

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        """An editor previews each state that a page of the record can be in."""
        return list(RecordState.choices)

    @property
    def default_preview_mode(self) -> str:
        """As it would stand if it were published now."""
        return RecordState.EMBARGOED if schedule_of(self.embargoed_until) else RecordState.LIVE

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The page in the chosen state."""
        self.shown_state = RecordState(mode_name if mode_name in RecordState.values else self.default_preview_mode)
        if self.shown_state == RecordState.SUPERSEDED:
            self.superseded_by = example_correction(self)
        answer: HttpResponse = super().serve_preview(request, mode_name)
        return answer

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """As every page's; under "versions/1/" how it stood earlier."""
        if not self.withdrawal and not self.alias_of_id and is_version(path_components):
            super().route(request, [])
            return RouteResult(self, kwargs={"version": int(path_components[1][:6])})
        found: RouteResult = super().route(request, path_components)
        return found

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page; or as it stood until a correction. Raises Http404 where there is no version of that number."""
        if "version" in kwargs:
            rows = self.corrections.select_related("earlier")
            return serve_earlier(self, request, get_object_or_404(rows, number=kwargs["version"]))
        answer: HttpResponse = super().serve(request, *args, **kwargs)
        return answer

    def get_route_paths(self) -> list[str]:
        """Where redirects are left when the address of the page changes: itself and all below it."""
        numbers = self.corrections.values_list("number", flat=True)
        return ["/", *(f"/versions/{number}/" for number in numbers)]

    def resolve_subpage(self, path: str) -> None:
        """Wagtail's redirects ask this before they lead to something below a page. Raises Resolver404."""
        if path not in self.get_route_paths():
            raise Resolver404({"path": path})


def is_version(path_components: list[str]) -> bool:
    """Tell whether the rest of an address names an earlier version."""
    return len(path_components) == 2 and path_components[0] == "versions" and path_components[1].isdecimal()
