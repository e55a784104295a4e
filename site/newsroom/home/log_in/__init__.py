"""How people who work here get in, beside what Wagtail brings."""
