"""Letters: which are one, how they sound, how they are sorted and cut, and on which keys they lie."""
