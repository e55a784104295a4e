"""What must never stand in a log."""

import logging
import re

#: Addresses whose last part is a secret that opens them.
SECRET = re.compile(r"(/clearance/)[\w-]+")


class WithoutSecrets(logging.Filter):
    """Writes such addresses without their secret; Django names the address whenever it refuses one."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always lets the record through."""
        message = record.getMessage()
        if SECRET.search(message):
            record.msg, record.args = SECRET.sub(r"\1…", message), None
        return True
