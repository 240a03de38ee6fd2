"""The Matrix workspace: claims by documents, with what the links add up to."""
