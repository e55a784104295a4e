"""What an officer and a reader do in Portuguese, told as JSON: a program of its own, since settings are read once."""

import json
import os
import sys
from pathlib import Path

HERE = Path(__file__).parent
SEARCHES = ("parada", "onu", "orador:tendeka", "táxi")
sys.path.insert(0, str(HERE.parent))
os.environ["DJANGO_SETTINGS_MODULE"] = "portuguese.settings"


def main() -> None:
    """Make a newsroom, import a release in Portuguese, publish it, read it and search it."""
    import django

    django.setup()
    from django.core.checks import run_checks
    from django.core.management import call_command
    from django.test import Client
    from django.test.utils import setup_test_environment

    from importing import parse
    from importing.storing import store_proposal
    from newsroom.base.factories import publish
    from newsroom.language.numerals.figures import differences, figures_in

    setup_test_environment()
    call_command("migrate", verbosity=0)
    call_command("prepare_newsroom", "Cidades Confluentes", stdout=sys.stderr)
    page = store_proposal(parse(HERE / "comunicado.txt")).page
    publish(page)
    reader = Client()
    quote = next(block for block in page.body if block.block_type == "quote")
    english = "The night buses wait for the last ferry at 1,200 stops on 8 May 2026"

    def found(words: str) -> list[str]:
        response = reader.get("/pt/search/", {"q": words}).context["response"]
        return [] if response.is_widened else [hit.shown.title for hit in response.hits]

    page.refresh_from_db()
    told = {
        "errors": [str(error) for error in run_checks() if error.is_serious()],
        "language": page.locale.language_code,
        "headline": page.title,
        "place": page.dateline_place,
        "issued": page.first_issued_at.date().isoformat(),
        "speaker": quote.value["speaker"].name,
        "role": quote.value["role"],
        "boilerplate": [str(link.boilerplate.organisation) for link in page.boilerplate_links.all()],
        "contacts": [link.contact.email for link in page.contact_links.all()],
        "html": reader.get(page.url).content.decode(),
        "text": reader.get(f"{page.url}text/").content.decode(),
        "front": reader.get("/pt/").content.decode(),
        "found": {words: found(words) for words in SEARCHES},
        "differences": [
            str(each)
            for each in differences(figures_in([english], "en"), figures_in([f"{page.title}, 8 de maio de 2026"], "pt"))
        ],
    }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
