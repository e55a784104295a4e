"""The names of organisations and people as the newsroom has recorded them in its languages."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Model

from newsroom.language.catalogue import language_row
from newsroom.language.script.letters import letters_in
from organisations.models import Organisation, Person


class RecordedNames:
    """The public names of records in every language, read with one query for each model.

    Made of records; what is None among them is passed over.
    """

    def __init__(self, *records: Iterable[Any]) -> None:
        wanted: dict[type[Model], set[UUID]] = {Organisation: set(), Person: set()}
        for record in (record for each in records for record in each if record):
            wanted[type(record)].add(record.translation_key)
        self._names: dict[UUID, dict[int, str]] = defaultdict(dict)
        for model, keys in wanted.items():
            if keys:
                rows = model._default_manager.filter(translation_key__in=keys, is_signed=True).order_by("locale_id")
                for key, locale_id, name in rows.values_list("translation_key", "locale_id", "name"):
                    self._names[key][locale_id] = name

    def of(self, record: Any, locale_id: int) -> str:
        """Return the name of a record in a language; as the record has it where there is none."""
        written: str = record.name
        if record.locale_id != locale_id:
            written = self._names[record.translation_key].get(locale_id, written)
        return written

    def in_other_scripts(self, record: Any, code: str) -> list[str]:
        """Return the names of a record in the scripts that a language is not written in, each once."""
        script = language_row(code).script
        names = dict.fromkeys(self._names[record.translation_key].values())
        return [name for name in names if not letters_in(name, script)]

    def all_of(self, record: Any, locale_id: int, code: str) -> list[str]:
        """Return the name of a record in a language, then its names in other scripts."""
        return [self.of(record, locale_id), *self.in_other_scripts(record, code)]
