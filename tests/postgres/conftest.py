"""What only PostgreSQL can show, two people at once; collected where the tests run on it (`make test-postgres`)."""

from django.conf import settings

collect_ignore_glob = [] if settings.DATABASES["default"]["ENGINE"].endswith("postgresql") else ["test_*.py"]
