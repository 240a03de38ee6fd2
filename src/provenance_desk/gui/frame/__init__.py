"""What is around every workspace: the top bar, sentences to the person, the last entry."""
