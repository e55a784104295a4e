from search.models.generation import Generation
from search.models.outgoing import Outgoing
from search.models.rows import Completion, Entry, FacetValue, Posting, Segment, Word

__all__ = ["Completion", "Entry", "FacetValue", "Generation", "Outgoing", "Posting", "Segment", "Word"]
