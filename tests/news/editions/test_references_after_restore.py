"""A restore forgets which references were issued since the backup; none of them is given to another release."""

import datetime
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.core.management.base import CommandError

from news.models.reference import PREFIXES, ReferenceCounter, next_reference

MAY = datetime.datetime(2027, 5, 4, 12, 0, tzinfo=datetime.UTC)
NEW_YEAR = datetime.datetime(2028, 1, 1, 0, 30, tzinfo=datetime.UTC)


def skip(*arguments: str) -> str:
    """What the command says."""
    out = StringIO()
    call_command("skip_references", *arguments, stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_reference_issued_since_the_backup_is_not_issued_again() -> None:
    with time_machine.travel(MAY, tick=False):
        assert next_reference("PR", MAY) == "PR/2027/001"
        backup = list(ReferenceCounter.objects.values())
        issued = [next_reference(prefix, MAY) for prefix in ("PR", "SP")]
        ReferenceCounter.objects.all().delete()
        ReferenceCounter.objects.bulk_create([ReferenceCounter(**row) for row in backup])
        assert "PR/2027/101" in skip()
        later = [next_reference(prefix, MAY) for prefix in ("PR", "SP")]
    assert later == ["PR/2027/102", "SP/2027/101"]
    assert not set(issued) & set(later)


@pytest.mark.django_db
def test_last_years_references_are_left_out_too() -> None:
    before = MAY.replace(month=12, day=31)
    assert next_reference("ST", before) == "ST/2027/001"
    with time_machine.travel(NEW_YEAR, tick=False):
        skip("--by", "7")
    assert next_reference("ST", before) == "ST/2027/009"
    assert next_reference("ST", NEW_YEAR) == "ST/2028/008"
    assert ReferenceCounter.objects.count() == 2 * len(PREFIXES)


@pytest.mark.parametrize("number", ["0", "-3", "many"])
@pytest.mark.django_db
def test_margin_that_is_none_is_refused(number: str) -> None:
    with pytest.raises(CommandError):
        skip(f"--by={number}")
    assert not ReferenceCounter.objects.exists()
