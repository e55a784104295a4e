"""A role that begins later is nobody's business before its day; on that day the search learns of it."""

import datetime

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from organisations.models.person import Person
from search.indexing import refresh_index

#: How many days that were missed, the server being away, are made up for.
DAYS_BACK = 7


def reindex_roles_beginning(today: datetime.date) -> int:
    """Read those people into the search anew whose role begins today or began a few days ago; how many they are.

    Harmless when called again. Pages need nothing: they ask for the day when they are read.
    """
    since = today - datetime.timedelta(days=DAYS_BACK)
    people = Person.objects.filter(roles__started_on__gt=since, roles__started_on__lte=today).distinct()
    found = list(people.select_related("locale"))
    refresh_index(found)
    return len(found)


@task(backend="worker")
@transaction.atomic
def roles_of_the_day() -> int:
    """Do the worker's part, once a day; the scheduler asks for it."""
    return reindex_roles_beginning(timezone.now().date())
