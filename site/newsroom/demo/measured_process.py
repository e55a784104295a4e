"""Starts a process, hands it its input, and prints what it cost as JSON: `measured_process.py PROGRAM ARGUMENT …`.

It is run as a script, by its path: a process is reported to have been as large as the one that it was forked from, and
this one is small.
"""

import json
import os
import subprocess
import sys
import tempfile
import time


def cost_of_process(arguments: list[str], content: bytes) -> dict[str, float]:
    """Return the seconds on the clock, the seconds of CPU, the largest memory in MB, the status, and bytes written."""
    with tempfile.TemporaryFile() as given:
        given.write(content)
        given.seek(0)
        begun = time.monotonic()
        process = subprocess.Popen(arguments, stdin=given, stdout=subprocess.PIPE)  # noqa: S603  (what we were told)
        told = process.stdout.read() if process.stdout else b""
        _pid, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        return {
            "s": time.monotonic() - begun,
            "cpu_s": used.ru_utime + used.ru_stime,
            "mb": used.ru_maxrss / 1024,
            "status": process.returncode,
            "bytes": len(told),
        }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(cost_of_process(sys.argv[1:], sys.stdin.buffer.read())))
