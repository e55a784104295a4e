"""Browsers of people at the CMS."""

from django.test import Client

from newsroom.base.factories import UserFactory
from newsroom.base.models import User


def browser_of(user: User) -> Client:
    """A browser in which somebody is logged in."""
    browser = Client()
    browser.force_login(user)
    return browser


def at_work(*roles: str) -> Client:
    """A browser in which somebody of these roles is logged in."""
    return browser_of(UserFactory(roles=roles))
