"""From a draft to the yes of somebody else: who must approve, who did, and what went public without it."""
