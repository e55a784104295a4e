"""Rules of the editor's form of an event."""

from newsroom.base.forms import OriginalLanguageForm
from newsroom.publication.embargoes.fields import EmbargoForm


class EventForm(OriginalLanguageForm, EmbargoForm):
    """An event in the CMS. A draft may be incomplete; a publication may not."""
