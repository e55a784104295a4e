from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.url_routing import RouteResult

from newsroom.base.fields import LanguageField
from newsroom.base.kept_names import SignerField, SignerNameField
from newsroom.base.languages import active_code
from newsroom.base.models import PageBase
from newsroom.base.pages.alternates import Alternate, in_order
from newsroom.publication.choices import LEFT, Manner
from newsroom.publication.querysets import WithdrawalQuerySet
from newsroom.publication.withdrawals.leaving import leaving_now

if TYPE_CHECKING:
    from wagtail.models import Locale

#: What an address answers whose page has left. A withdrawn release is still a record that one may be sent to; for
#: a page that moved, the redirect kept in the CMS takes the place of a 404.
STATUS = {Manner.WITHDRAWN: 200, Manner.GONE: 410, Manner.MOVED: 404}


class Withdrawal(models.Model):
    """That a page in one language was taken out of public view, when, by whom and why; it is never deleted alone.

    Ends when the page is published again; what ended stays as history.
    """

    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="withdrawals"
    )
    manner = models.CharField(_("manner"), max_length=10, choices=Manner.choices)
    reason = models.TextField(_("reason"), max_length=1000, blank=True)
    reason_language = LanguageField(_("language of the reason"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), default=timezone.now)
    withdrawn_by_name = SignerNameField()
    withdrawn_by = SignerField(verbose_name=_("withdrawn by"), blank=True, name_field="withdrawn_by_name")
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)

    objects = WithdrawalQuerySet.as_manager()

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")
        constraints = [
            models.UniqueConstraint(fields=("page",), condition=models.Q(ended_at=None), name="withdrawn_once_a_time")
        ]

    def __str__(self) -> str:
        return f"{self.page}, {self.get_manner_display()}"

    @property
    def is_retraction(self) -> bool:
        """Whether the page withdraws what it said, rather than having merely left."""
        return self.manner == Manner.WITHDRAWN


class Withdrawable(PageBase):
    """For page types that were public and may leave: a stranger is told that and why, never given a bare 404.

    Put first among the bases of a page type. A withdrawn page is not live in Wagtail's own sense, so that nothing
    which knows no withdrawals can show its words; only its own address answers, here, with the notice.
    """

    locale: "Locale"
    live: bool

    #: How a page of this type can leave, the usual one first.
    manners: ClassVar[list[Manner]] = [Manner.GONE, Manner.MOVED]

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the page: a new one, a copy too, as a draft; a page that is public again ends its withdrawal."""
        if self._state.adding and self.live:
            self.live, self.has_unpublished_changes = False, True
        if not self.live and "first_published_at" in (kwargs.get("update_fields") or ()):
            # Wagtail dates a copy as if it had been published.
            self.first_published_at = self.last_published_at = self.live_revision = None
        if self._keeps_its_notice() and kwargs.get("update_fields") is None:
            kwargs["update_fields"] = ["has_unpublished_changes"]
        super().save(*args, **kwargs)
        if self.live:
            Withdrawal.objects.end(self.pk)
            self.__dict__.pop("withdrawal", None)

    def _keeps_its_notice(self) -> bool:
        """Tell whether readers see the notice of the page: it is withdrawn, and not leaving or coming back just now.

        Drafts stand in revisions; whoever writes the row besides, the editor or wagtail-localize, changes nothing.
        """
        if self.live or self._state.adding or self.pk in leaving_now.get():
            return False
        return Withdrawal.objects.in_force().filter(page_id=self.pk).exists()

    @cached_property
    def withdrawal(self) -> Withdrawal | None:
        """What this page was taken off with, if it is off now. What never was public cannot have been taken off."""
        if self.live or not self.pk or self.first_published_at is None:
            return None
        return Withdrawal.objects.in_force().filter(page_id=self.pk).first()

    @property
    def status_string(self) -> Any:
        """What the CMS calls the state of the page: one that left is no draft."""
        if self.withdrawal:
            return LEFT[Manner(self.withdrawal.manner)]
        return super().status_string

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """As the page's; every address of a page that is off leads to its notice."""
        if self.withdrawal and not self._is_kept_to_a_few():
            return RouteResult(self, kwargs={"withdrawal": self.withdrawal})
        found: RouteResult = super().route(request, path_components)
        return found

    def _is_kept_to_a_few(self) -> bool:
        """Tell whether a view restriction would apply to the page; a stranger then gets no notice of it either."""
        return not type(self)._default_manager.unrestricted().filter(pk=self.pk).exists()

    def serve(
        self, request: HttpRequest, *args: Any, withdrawal: Withdrawal | None = None, **kwargs: Any
    ) -> HttpResponse:
        """The page, or the notice that it was taken off."""
        if withdrawal:
            return self.withdrawal_notice(request, withdrawal)
        answer: HttpResponse = super().serve(request, *args, **kwargs)
        return answer

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        """An editor previews the page and what stands there once it is gone."""
        return [*self.DEFAULT_PREVIEW_MODES, (Manner.GONE.value, pgettext_lazy("state of a page", "Gone"))]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The page in the chosen state; what is off in a preview is so for an example reason."""
        if mode_name in (Manner.GONE, Manner.WITHDRAWN):
            example = Withdrawal(page_id=self.pk, manner=mode_name, reason=gettext("Here stands the reason."))
            example.reason_language = active_code()
            return self.withdrawal_notice(request, example)
        answer: HttpResponse = super().serve_preview(request, mode_name)
        return answer

    def withdrawal_notice(self, request: HttpRequest, withdrawal: Withdrawal) -> HttpResponse:
        """The page that stands where this one stood: what happened, when and why, and nothing of its text."""
        context = {"page": self, "withdrawal": withdrawal, "alternates": noticed_languages(self)}
        response = render(request, "publication/withdrawn.html", context, status=STATUS[Manner(withdrawal.manner)])
        response["X-Robots-Tag"] = "noindex"
        return response


def noticed_languages(page: Any) -> list[Alternate]:
    """The languages in which something answers at a page's address: the page itself, or a notice of it."""
    pages = type(page)._default_manager.filter(translation_key=page.translation_key)
    answering = pages.answering().select_related("locale")
    return in_order({each.locale.language_code: each.url or "" for each in answering})
