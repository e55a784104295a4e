"""What a reader means by the words of a search: dates, persons, words written together; and what else they may be."""
