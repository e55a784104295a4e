"""The links that people write: where they stand, whether they lead somewhere, what to write instead."""
