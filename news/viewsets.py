from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.snippets.views.snippets import EditView

from news.hashtags.service import rename_hashtag, what_would_follow
from news.models import Hashtag
from newsroom.language.hashtags import hashtag_key
from newsroom.language.separators import as_list
from organisations.admin.lists import USE_COUNT, DirectoryFilterSet, DirectoryIndexView
from organisations.admin.viewsets import DirectoryViewSet
from organisations.uses import uses_of


class HashtagIndexView(DirectoryIndexView):
    """Hashtags, with the campaign hubs that gather them."""

    prefetched = ("hubs",)

    def search_queryset(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Found by any part of its key, which is the same however it is typed, or of its address in lists."""
        if not self.is_searching:
            return rows
        key = hashtag_key(self.search_query)
        return rows.filter(Q(key__contains=key) | Q(slug__icontains=key)) if key else rows.none()


class HashtagFilterSet(DirectoryFilterSet):
    """Hashtags in use, or not."""

    class Meta:
        model = Hashtag
        fields: list[str] = []


def hubs_of(hashtag: Any) -> str:
    """The names of a hashtag's campaign hubs, those of several languages each once."""
    return as_list(dict.fromkeys(hub.title for hub in hashtag.hubs.all()))


class RenameHashtagView(EditView):
    """A hashtag under another word: first what follows from it, then it is done."""

    preview_template_name = "news/admin/rename_hashtag.html"

    def form_valid(self, form: Any) -> HttpResponse:
        """Shows what would follow, until that is confirmed."""
        if "name" in form.changed_data and "confirmed" not in self.request.POST:
            stored = Hashtag.objects.get(pk=self.object.pk)
            word = form.cleaned_data["name"]
            context = self.get_context_data(form=form) | {
                "stored": stored,
                "word": word,
                "follows": list(what_would_follow(stored, word)),
                "uses": uses_of(stored, self.request.user),
            }
            return render(self.request, self.preview_template_name, context)
        answer: HttpResponse = super().form_valid(form)
        return answer

    def save_instance(self) -> Hashtag:
        """Gives it the word, and that to all that stands on it."""
        return rename_hashtag(Hashtag.objects.get(pk=self.object.pk), self.form.cleaned_data["name"], self.request.user)


class HashtagViewSet(DirectoryViewSet):
    """Hashtags in the CMS; officers also make them by typing them into a release."""

    model = Hashtag
    icon = "tag"
    add_to_admin_menu = True
    menu_label = _("Hashtags")
    menu_order = 160
    index_view_class = HashtagIndexView
    edit_view_class = RenameHashtagView
    filterset_class = HashtagFilterSet
    list_display = [
        "name",
        "slug",
        Column("hubs", label=_("Campaign hub"), accessor=hubs_of),
        USE_COUNT,
        UpdatedAtColumn(),
    ]
    search_fields = ["name", "slug"]
    ordering = "name"
    inspect_view_fields = ["name", "slug"]
