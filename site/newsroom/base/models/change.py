from django.db import models


class Change(models.Model):
    """That something changed which readers see. The marks together are the number that stands for all of it.

    The database writes the rows by itself (`newsroom.base.caching.triggers`), whoever changes a table.
    """

    mark = models.BigIntegerField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.mark)
