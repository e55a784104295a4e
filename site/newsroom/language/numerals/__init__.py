"""Numbers as each language writes them: digits, words, and what they mean beside each other."""
