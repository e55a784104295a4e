from typing import Any

from django.db import models, transaction


class Findable(models.Model):
    """What the search may find: the index changes in the transaction that writes the row (docs/decisions/0017).

    Put first among the bases of a model that its room registers. So nothing is found before it is public and nothing
    public is missing.
    """

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row and what the search knows of it, both or neither."""
        from search.indexing import refresh

        with transaction.atomic():
            super().save(*args, **kwargs)
            refresh([self])
