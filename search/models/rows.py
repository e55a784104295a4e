"""The rows of an index. How they hang together: docs/decisions/0017-one-embedded-index.md."""

from django.db import models

from search.models.generation import Generation

LONGEST_TERM = 80


class IndexRow(models.Model):
    """Something that belongs to one index and goes with it."""

    generation = models.ForeignKey(Generation, on_delete=models.CASCADE, related_name="+")

    class Meta:
        abstract = True


class Entry(IndexRow):
    """One thing that can be found: where it came from, its number in the index, and the tokens it went in with."""

    number = models.PositiveIntegerField()
    source = models.CharField(max_length=40)
    object_id = models.PositiveBigIntegerField()
    language = models.CharField(max_length=10)
    title = models.TextField()
    #: Of all that went in, to see whether anything changed.
    fingerprint = models.CharField(max_length=64)
    #: A line for each field, tokens parted by spaces; phrases are looked for here, and what leaves is recounted.
    stream = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("generation", "number"), name="entry_number"),
            models.UniqueConstraint(fields=("generation", "source", "object_id"), name="entry_once"),
        ]

    def __str__(self) -> str:
        return self.title


class Segment(IndexRow):
    """What is known of a run of entries beside their words, as columns: language, kind, instant, lengths, facets.

    `version` is random and changes with every change, so that whoever keeps a copy knows whether it still holds.
    """

    number = models.PositiveIntegerField()
    version = models.CharField(max_length=32)
    columns = models.BinaryField()
    facets = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("generation", "number"), name="segment_number")]

    def __str__(self) -> str:
        return f"{self.number}"


class Posting(IndexRow):
    """The entries of one segment that hold a term, and how often in each field."""

    term = models.CharField(max_length=LONGEST_TERM)
    segment = models.PositiveIntegerField()
    entries = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("generation", "term", "segment"), name="posting_once")]

    def __str__(self) -> str:
        return self.term


class FacetValue(IndexRow):
    """One value that entries can be narrowed by; columns hold its key."""

    facet = models.CharField(max_length=20)
    value = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("generation", "facet", "value"), name="facet_value_once")]

    def __str__(self) -> str:
        return f"{self.facet}={self.value}"


class Word(IndexRow):
    """A word of the vocabulary as people write it and the term it counts as; for "did you mean"."""

    language = models.CharField(max_length=10)
    word = models.CharField(max_length=LONGEST_TERM)
    term = models.CharField(max_length=LONGEST_TERM)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("generation", "language", "word"), name="word_once")]

    def __str__(self) -> str:
        return self.word


class Completion(IndexRow):
    """A title from one of its words on, as bytes that every database sorts alike; for completing what is typed."""

    #: Whoever deletes entries deletes these first, so that Django need not read the entries to do it.
    entry = models.ForeignKey(Entry, on_delete=models.DO_NOTHING, related_name="completions")
    language = models.CharField(max_length=10)
    start = models.BinaryField(max_length=64)
    #: 0 where the title begins here, else 1.
    rank = models.PositiveSmallIntegerField()

    class Meta:
        indexes = [models.Index(fields=("generation", "language", "start", "rank"), name="completion_start")]

    def __str__(self) -> str:
        return bytes(self.start).decode("utf-8", "replace")
