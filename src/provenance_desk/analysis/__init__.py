"""What the text suggests: cues, matching sentences, copied text, agreement."""
