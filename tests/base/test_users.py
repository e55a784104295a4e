"""What is written to somebody is in their language and zone, whoever causes it to be written."""

import pytest
from django.utils import timezone, translation
from wagtail.users.models import UserProfile

from newsroom.base.factories import UserFactory
from newsroom.base.models import User
from newsroom.base.users import as_read_by, name_of


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("profile", "language", "zone"),
    [
        (None, "en", "UTC"),
        ({}, "en", "UTC"),
        ({"preferred_language": "fr", "current_time_zone": "Africa/Nairobi"}, "fr", "Africa/Nairobi"),
    ],
)
def test_reader_is_not_who_is_logged_in(profile: dict[str, str] | None, language: str, zone: str) -> None:
    user = UserFactory()
    if profile is not None:
        UserProfile.objects.create(user=user, **profile)
    with translation.override("ar"), timezone.override("Asia/Shanghai"):
        with as_read_by(User.objects.get(pk=user.pk)):
            assert translation.get_language() == language
            assert timezone.get_current_timezone_name() == zone
        assert translation.get_language() == "ar"
        assert timezone.get_current_timezone_name() == "Asia/Shanghai"
    assert UserProfile.objects.count() == (profile is not None)


def test_what_somebody_is_called() -> None:
    assert name_of(User(username="samir", first_name="Samir", last_name="Haddad")) == "Samir Haddad"
    assert name_of(User(username="samir")) == "samir"
    assert name_of(None) == ""
