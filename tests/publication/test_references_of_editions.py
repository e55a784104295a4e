"""The index of references is told of pages and records, not of what was published or corrected: that nobody edits."""

from importlib import import_module

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from wagtail.models import ReferenceIndex

from news.factories import ReleasePageFactory
from news.models import Edition, NewsIndexPage, ReleasePage

carried = import_module("newsroom.publication.migrations.0009_references_of_editions")


def references_of(model: type) -> int:
    """How many rows of the index say what rows of a model name."""
    return ReferenceIndex.objects.filter(content_type=ContentType.objects.get_for_model(model)).count()


def test_publication_leaves_no_reference_of_its_edition(index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index)
    assert Edition.objects.filter(release=page).exists()
    assert (references_of(Edition), references_of(ReleasePage) > 0) == (0, True)


def test_references_written_earlier_are_forgotten(index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index)
    row = ReferenceIndex.objects.filter(content_type=ContentType.objects.get_for_model(ReleasePage)).first()
    kind = ContentType.objects.get_for_model(Edition)
    row.pk, row.content_type, row.base_content_type, row.object_id = None, kind, kind, str(page.pk)
    row.save()
    others = references_of(ReleasePage)
    carried.forget_references(apps, None)
    assert (references_of(Edition), references_of(ReleasePage)) == (0, others)
