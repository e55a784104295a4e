from wagtail.snippets.models import register_snippet

from organisations.viewsets import DirectoryViewSetGroup

register_snippet(DirectoryViewSetGroup)
