"""The palette: commands, claims, documents and sentences as one types."""
