"""What was stored before texts had one form is carried over, and told of."""

from importlib import import_module
from typing import Any
from unicodedata import normalize

from django.apps import apps

from newsroom.translation.factories import GlossaryTermFactory
from newsroom.translation.models import GlossaryTerm
from organisations.factories import MediaContactFactory, PersonFactory
from organisations.models import MediaContact, Person


def test_names_of_the_directory(newsroom: Any, capsys: Any) -> None:
    for slug, name in (
        ("a", "Zo\u00ad\u00e9 Petit"),
        ("b", normalize("NFD", "Élodie")),
        ("c", "\u200fنعيمة"),
        ("d", "Ana"),
    ):
        PersonFactory(slug=slug)
        Person.objects.filter(slug=slug).update(name=name, sort_key=b"")
    contact = MediaContactFactory()
    MediaContact.objects.filter(pk=contact.pk).update(email="press\u200b@harbour.example")
    import_module("organisations.migrations.0005_names_as_they_are_seen").show_what_is_there(apps, None)
    names = dict(Person.objects.values_list("slug", "name"))
    assert names == {"a": "Zoé Petit", "b": "Élodie", "c": "نعيمة", "d": "Ana"}
    assert [person.slug for person in Person.objects.exclude(slug="d")] == ["b", "a", "c"]
    contact.refresh_from_db()
    assert contact.email == "press@harbour.example"
    told = capsys.readouterr().out
    assert "Person: 3 rows" in told and "MediaContact: 1 rows" in told and "Organisation" not in told


def test_terms_that_are_one_become_one(db: None, capsys: Any) -> None:
    first = GlossaryTermFactory(term="urban heat", language="fr", approved="chaleur urbaine")
    other = GlossaryTermFactory(term="placeholder", language="fr", approved="chaleur en ville\nchaleur urbaine")
    GlossaryTerm.objects.filter(pk=other.pk).update(term="urban\u200b heat")
    import_module("newsroom.translation.migrations.0007_terms_as_they_are_seen").join_terms(apps, None)
    term = GlossaryTerm.objects.get()
    assert (term.pk, term.approved_words) == (first.pk, ["chaleur urbaine", "chaleur en ville"])
    assert f"Term {other.pk}" in capsys.readouterr().out
