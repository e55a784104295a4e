import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from newsroom.demo.accounts import ACCOUNTS, PASSWORD

STOPPING = 5


class Command(BaseCommand):
    """Runs the newsroom with demonstration content: the site, the scheduler that lifts, the worker that mails.

    Where a search server is set, what keeps that up to date runs too.
    """

    help = "Prepare the database, load the demonstration and serve it with its worker."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, **options: Any) -> None:
        self.prepare(options["port"])
        self.introduce(options["port"])
        self.serve(options["port"])

    def prepare(self, port: int) -> None:
        """Bring the database up to date, load what is missing, gather the static files, lift what came due."""
        call_command("migrate", verbosity=0)
        call_command("load_demo", port=port, stdout=self.stdout)
        call_command("collectstatic", interactive=False, verbosity=0)
        call_command("lift_due", stdout=self.stdout)

    def introduce(self, port: int) -> None:
        """Say where everything is."""
        address = f"http://127.0.0.1:{port}"
        lines = [f"  {name:9}{address}/{code}/" for code, name in settings.LANGUAGES]
        logins = [f"  {account.username:12}{account.role}" for account in ACCOUNTS]
        self.stdout.write("\nThe newsroom:\n" + "\n".join(lines))
        self.stdout.write(f"\nBehind it:\n  {address}/admin/")
        self.stdout.write(f"\nDemo login (password of each: {PASSWORD}):\n" + "\n".join(logins))
        self.stdout.write("\nStop it with Ctrl+C.\n")
        self.stdout.flush()

    def serve(self, port: int) -> None:
        """Run all processes until one ends or somebody asks to stop; none outlives the others."""
        environment = os.environ | {"NEWSROOM_BASE_URL": f"http://127.0.0.1:{port}"}
        manage = [sys.executable, sys.argv[0]]
        gunicorn = [str(Path(sys.executable).with_name("gunicorn")), "newsroom.wsgi:application"]
        commands = [
            [
                *gunicorn,
                f"--bind=127.0.0.1:{port}",
                "--workers=2",
                "--threads=4",
                "--keep-alive=30",
                "--log-level=warning",
                "--no-control-socket",
            ],
            [*manage, "run_scheduler"],
            [*manage, "db_worker", "--backend=worker", "--interval=1", "--no-startup-delay", "--verbosity=0"],
        ]
        if settings.NEWSROOM_SEARCH_SERVER["URL"]:
            commands.append([*manage, "follow_search_server"])
        processes = [subprocess.Popen(command, env=environment) for command in commands]  # noqa: S603  (ours)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_args: self.stop(processes))
        try:
            os.wait()
        except ChildProcessError:
            return
        finally:
            self.stop(processes)

    def stop(self, processes: list[subprocess.Popen[bytes]]) -> None:
        """End what still runs, first politely."""
        for process in processes:
            if process.poll() is None:
                process.terminate()
        for process in processes:
            try:
                process.wait(STOPPING)
            except subprocess.TimeoutExpired:
                process.kill()
