"""Sentences, claims, links, judgements, events and replay: the standard library only."""
