"""Linking a passage to a claim: the draft, its card, the list of claims to choose from."""
