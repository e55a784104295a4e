"""A real mail server on this machine, which keeps what it is given."""

import socket
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller


class PostOffice:
    """Takes letters over SMTP on a port of its own; refuses them all while `is_closed`."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.is_closed = False
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802  (aiosmtpd's name)
        """Keep a letter, or refuse it."""
        if self.is_closed:
            return "554 The office is closed"
        letter = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        return "250 Taken"

    def text_of_last(self) -> str:
        """The words of the letter that came last."""
        text: str = self.letters[-1].get_content()
        return text
