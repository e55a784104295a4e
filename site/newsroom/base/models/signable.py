from django.db import models


class Signable(models.Model):
    """A record whose translation readers get only once somebody has signed it; until then they get the original.

    The records of the directory know no draft: without this their untranslated copies would be public at once.
    Kept up to date by the translators' desk whenever the row is written; `localised()` and `released()` ask it.
    """

    is_signed = models.BooleanField(default=True, editable=False)

    class Meta:
        abstract = True
