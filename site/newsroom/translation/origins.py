"""How the words of a segment came there, where nobody wrote them in the editor: what people are told of it."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext, gettext_noop
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from newsroom.base.dates import full_date
from newsroom.translation.exchange.importing import BROUGHT_BACK
from newsroom.translation.memory.search import FILLED_BY
from newsroom.translation.signing.kept import KEPT_AS

#: By what words were translated with, what wagtail-localize's editor says of them.
SAID_OF = {
    BROUGHT_BACK: gettext_noop("Brought back in a file on %(day)s"),
    FILLED_BY: gettext_noop("From the translation memory on %(day)s"),
    KEPT_AS: gettext_noop("Left as in the original on %(day)s"),
}


def origins(translation: Translation) -> dict[int, str]:
    """By the number of a segment, how its words came there, in the reader's language; two queries.

    Those that somebody wrote in the editor are left out: of them it says so itself. Days are those of the reader's
    time zone.
    """
    segments = StringSegment.objects.filter(source=translation.source_id)
    places = {(row.string_id, row.context_id): row.pk for row in segments.only("string_id", "context_id")}
    written: Any = StringTranslation.objects.filter(
        locale=translation.target_locale_id,
        context__in={context for _string, context in places},
        tool_name__in=SAID_OF,
    )
    return {
        places[row.translation_of_id, row.context_id]: gettext(SAID_OF[row.tool_name])
        % {"day": full_date(timezone.localtime(row.updated_at))}
        for row in written
        if (row.translation_of_id, row.context_id) in places
    }
