"""Wagtail's index of references, which migrations do not fill: files of earlier versions stay public through it."""

from uuid import UUID, uuid5

from django.conf import settings

#: As in `ReferenceIndex._get_content_path_hash`.
PATHS = UUID("bdc70d8b-e7a2-4c2a-bf43-2a3e3fcbbe86")
MODELS_OF_FILES = {"image": "base.newsroomimage", "document": "base.newsroomdocument"}


class Register:
    """What editions refer to, written into the index of references in the place of what corrections did."""

    def __init__(self, apps):
        self.index = apps.get_model("wagtailcore", "ReferenceIndex")
        self.types = apps.get_model("contenttypes", "ContentType").objects
        self.known = {}
        self.index.objects.filter(base_content_type__in=self.types.filter(app_label="news", model="correction")).delete()

    def number_of(self, label):
        """The number of a content type, which is made where there is none yet."""
        if label not in self.known:
            app_label, model = label.lower().split(".")
            self.known[label] = self.types.get_or_create(app_label=app_label, model=model)[0].pk
        return self.known[label]

    def note(self, editions, documents):
        """Write what editions with these documents refer to."""
        own = self.number_of("news.edition")
        rows = []
        for edition, document in zip(editions, documents, strict=True):
            for label, number, path, place in references_of(edition, document):
                rows.append(
                    self.index(
                        content_type_id=own,
                        base_content_type_id=own,
                        object_id=str(edition.pk),
                        to_content_type_id=self.number_of(label),
                        to_object_id=str(number),
                        model_path=path,
                        content_path=place,
                        content_path_hash=uuid5(PATHS, place),
                    )
                )
        self.index.objects.bulk_create(rows, batch_size=1000)


def references_of(edition, document):
    """What an edition refers to: the model, the number, the path to it and the place."""
    yield "wagtailcore.page", edition.release_id, "release", "release"
    if edition.issued_by_id:
        yield settings.AUTH_USER_MODEL, edition.issued_by_id, "issued_by", "issued_by"
    for kind, number in dict.fromkeys(document.files):
        yield MODELS_OF_FILES[kind], number, f"document.{kind}", f"document.{kind}.{number}"
