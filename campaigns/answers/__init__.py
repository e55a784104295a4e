"""What strangers answer to a call: the form, the taking of answers, letters, and what officers see."""
