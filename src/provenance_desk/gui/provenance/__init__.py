"""The Provenance workspace: where what is said comes from, document to claim."""
