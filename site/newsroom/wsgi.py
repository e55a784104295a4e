"""The door for web servers; production's settings unless others are named."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings.base")
application = get_wsgi_application()
