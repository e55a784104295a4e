from search.models.findable import Findable
from search.models.generation import Generation
from search.models.outgoing import Outgoing
from search.models.rows import Completion, Entry, FacetValue, Posting, Segment, Word

__all__ = ["Completion", "Entry", "FacetValue", "Findable", "Generation", "Outgoing", "Posting", "Segment", "Word"]
