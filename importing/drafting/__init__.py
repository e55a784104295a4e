"""From a proposal to a draft of its type: a release, an event, a call."""
