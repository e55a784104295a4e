"""What machines read of the newsroom."""

import re

from django.test import Client

PART = re.compile(r"<sitemap><loc>https?://[^/]+(.+?)</loc></sitemap>")


def sitemap_of(reader: Client) -> str:
    """All that the files of the sitemap say."""
    parts = PART.findall(reader.get("/sitemap.xml").content.decode())
    return "".join(reader.get(part).content.decode() for part in parts)
