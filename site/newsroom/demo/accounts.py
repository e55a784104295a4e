"""The people of the demonstration who work in the newsroom; each role has one log-in."""

from dataclasses import dataclass

from django.contrib.auth.models import Group

from newsroom.base.models import User
from newsroom.home.roles import APPROVERS, OFFICERS, WRITERS, translators_of

PASSWORD = "confluence"  # noqa: S105  (for demonstrations on this machine; the command refuses elsewhere)


@dataclass(frozen=True)
class Account:
    """A log-in and what it may do."""

    username: str
    first_name: str
    last_name: str
    role: str
    groups: tuple[str, ...] = ()


ACCOUNTS = (
    Account("writer", "Inés", "Calderón-Wu", "writer", (WRITERS,)),
    Account("officer", "Halima", "Okoth", "communications officer", (OFFICERS,)),
    Account("approver", "Renaud", "Tisserand", "approver", (APPROVERS,)),
    Account("translator", "Samir", "Haddad", "translator", (translators_of("ar"), translators_of("fr"))),
    Account("admin", "Ilse", "Vandermoor", "administrator"),
)


def load_accounts() -> None:
    """Make the log-ins."""
    for account in ACCOUNTS:
        user = User.objects.create_user(
            account.username,
            f"{account.username}@confluent.example",
            PASSWORD,
            first_name=account.first_name,
            last_name=account.last_name,
            is_superuser=not account.groups,
            is_staff=not account.groups,
        )
        user.groups.set(Group.objects.filter(name__in=account.groups))
