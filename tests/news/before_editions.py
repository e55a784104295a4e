"""A newsroom of the time before there were editions: releases published with the code of today, whose editions are
then taken away and put as the older tables kept them.
"""

import json
from collections.abc import Iterable
from typing import Any
from uuid import uuid4

import database
from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from wagtail.models import ReferenceIndex
from wagtail.models.pages import PAGE_MODEL_CLASSES

from news.editions.document import ReleaseDocument
from news.factories import block
from news.models import Edition, ReleasePage
from newsroom.publication.changing import Amendment, changing
from organisations.models import Boilerplate

#: The rooms whose tables have changed since.
ROOMS = ("organisations", "news", "campaigns", "importing")
BEFORE, AFTER = [("news", "0017_tables_as_blocks")], [("news", "0019_editions_for_good")]


def migrate(targets: list[tuple[str, str]]) -> None:
    """Migrate there and back."""
    MigrationExecutor(connection).migrate(targets)
    add_what_came_later()


def models_of(targets: list[tuple[str, str]]) -> Any:
    """The models of a time."""
    return MigrationExecutor(connection).loader.project_state(targets).apps


def add_what_came_later() -> None:
    """Give today's models the tables and columns that they ask for and that no migration up to 0019 makes.

    SQLite adds a column with a class of a table that is soon renamed; Wagtail must not take it for a type of page.
    """
    types_of_pages = PAGE_MODEL_CLASSES.copy()
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
    models = [model for room in ROOMS for model in apps.get_app_config(room).get_models()]
    with connection.schema_editor() as editor:
        for model in models:
            if model._meta.db_table not in tables and model._meta.managed:
                editor.create_model(model)
        for model in models:  # PostgreSQL adds no column that refers to a table which is not there yet
            for field in model._meta.local_concrete_fields:
                if field.column not in columns_of_table(model._meta.db_table):  # SQLite adds all of them with the first
                    editor.add_field(model, field)
    PAGE_MODEL_CLASSES[:] = types_of_pages


def columns_of_table(table: str) -> set[str]:
    """The names of the columns that a table has now."""
    with connection.cursor() as cursor:
        return {each.name for each in connection.introspection.get_table_description(cursor, table)}


class TimeBefore:
    """A database of the time before editions: migrated there once, and kept as it was then."""

    def __init__(self) -> None:
        self.apps: Any = None
        self.kept: database.Snapshot | None = None

    def travel(self) -> Any:
        """Bring the database there; returns the models of that time."""
        if self.kept:
            self.kept.restore()
        else:
            migrate(BEFORE)
            self.apps = models_of(BEFORE)
            self.kept = database.snapshot()
        return self.apps

    def leave(self) -> None:
        """Bring it back to today, unless that is what comes after every test that commits."""
        if not self.kept:
            migrate(AFTER)


class Archive:
    """What the older tables will hold: `expected` are the documents by release and number."""

    def __init__(self, apps: Any) -> None:
        self.apps = apps

    def freeze(self, page: ReleasePage, texts: dict[Any, str] | None = None) -> None:
        """Keep the words of the boilerplates of a public release as they were frozen: those of `texts`, by the number
        of a boilerplate, else those of today.
        """
        rows = self.apps.get_model("news", "FrozenBoilerplate").objects
        document = Edition.objects.filter(release=page.pk).latest("number").document
        for text in document.boilerplates:
            found = Boilerplate.objects.get(translation_key=text.key, locale__language_code=text.language)
            rows.create(
                release_id=page.pk,
                boilerplate_id=found.pk,
                organisation_name=text.organisation.name,
                text=(texts or {}).get(found.pk, found.text),
                frozen_at=timezone.now(),
            )

    def correct(self, page: ReleasePage, **changes: Any) -> Any:
        """Correct a public release as it was done then: what stood is kept inside the correction."""
        page = ReleasePage.objects.get(pk=page.pk)
        standing = json.loads(json.dumps(page.serializable_data(), cls=DjangoJSONEncoder))
        document = Edition.objects.filter(release=page.pk).latest("number").document
        words = {str(text.key): [text.organisation.name, text.html] for text in document.boilerplates}
        number = page.editions.count()
        for name, value in changes.items():
            setattr(page, name, value)
        with changing(Amendment.CORRECTION):
            page.save_revision().publish()
        return self.apps.get_model("news", "Correction").objects.create(
            correction_id=uuid4(),
            release_id=page.pk,
            number=number,
            kind="factual",
            said="13",
            says="31",
            reason="Two digits changed places.",
            corrected_at=timezone.now(),
            corrected_by_name="Noor Haddad",
            content=standing,
            boilerplates=words,
        )

    def forget_editions(self) -> dict[tuple[int, int], ReleaseDocument]:
        """Take the editions away, as if there had never been any; returns what they said."""
        expected = {(each.release_id, each.number): each.document for each in Edition.objects.all()}
        ReferenceIndex.objects.filter(base_content_type__model="edition").delete()
        Edition.objects.all()._raw_delete(Edition.objects.db)
        return expected


def body_with(*parts: Iterable[Any]) -> list[Any]:
    """Blocks of a kind with a value each."""
    return [block(kind, value, *more) for kind, value, *more in parts]
