import hashlib
from typing import ClassVar
from urllib.parse import urldefrag

from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.links.choices import LinkReason, LinkState
from newsroom.links.querysets import TWICE, CheckedLinkQuerySet


class CheckedLink(models.Model):
    """One address that pages link to, however often, and what was found there last."""

    #: Written every night.
    is_for_readers: ClassVar[bool] = False

    #: "https://…", "/fr/…" on our own site, or what was chosen here: "page:12", "document:7".
    address = models.TextField(_("address"))
    digest = models.CharField(max_length=64, unique=True)
    state = models.CharField(_("state"), max_length=10, choices=LinkState.choices, default=LinkState.UNASKED)
    reason = models.CharField(max_length=20, choices=LinkReason.choices, blank=True)
    #: The number of the last answer, as HTTP has them; None where there was none.
    status = models.PositiveSmallIntegerField(null=True)
    #: Where it leads for good by now.
    target = models.TextField(blank=True)
    asked_at = models.DateTimeField(null=True)
    checked_at = models.DateTimeField(_("checked"), null=True, db_index=True)
    broken_since = models.DateTimeField(null=True)
    failed_times = models.PositiveIntegerField(default=0)

    objects = CheckedLinkQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.address

    @property
    def is_broken(self) -> bool:
        """Whether it leads nowhere, as far as is known."""
        return self.state == LinkState.BROKEN or (self.state == LinkState.SILENT and self.failed_times >= TWICE)

    @property
    def is_waiting(self) -> bool:
        """Whether somebody has asked for it to be checked and the worker has not come to it."""
        return self.asked_at is not None


class LinkUse(models.Model):
    """That a page links somewhere, in what readers see or in its draft."""

    is_for_readers: ClassVar[bool] = False
    #: It follows from the page and goes with it.
    wagtail_reference_index_ignore = True

    link = models.ForeignKey(CheckedLink, on_delete=models.CASCADE, related_name="uses")
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    field = models.CharField(max_length=100)
    block = models.CharField(max_length=64, blank=True)
    words = models.CharField(max_length=200, blank=True)
    is_public = models.BooleanField()
    is_in_draft = models.BooleanField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.page_id}: {self.words}"


def digest_of_address(address: str) -> str:
    """By what an address is looked up, however long it is."""
    return hashlib.sha256(address.encode()).hexdigest()


def without_fragment(address: str) -> str:
    """An address without the place in the page, of which no server is asked."""
    return urldefrag(address).url if "#" in address else address
