from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Somebody who works in the newsroom. Readers have no account."""

    #: Written whenever somebody logs in.
    is_for_readers = False
