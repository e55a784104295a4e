"""Templates that say nothing: what an address answers does not depend on them, and thousands are asked."""

from collections.abc import Iterator

from django.template import Origin
from django.template.loaders.base import Loader


class BlankLoader(Loader):
    """Finds every template and finds it empty."""

    def get_template_sources(self, template_name: str) -> Iterator[Origin]:
        yield Origin(name=template_name, template_name=template_name, loader=self)

    def get_contents(self, origin: Origin) -> str:
        return ""
