"""What single words and marks mean, in every language there is a file of words for."""
