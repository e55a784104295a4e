"""What the translators' desk adds to the CMS, room by room."""

from newsroom.translation.exchange import hooks  # noqa: F401
