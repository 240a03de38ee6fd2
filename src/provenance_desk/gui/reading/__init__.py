"""The reading view: one document as running text, its sentences as items."""
