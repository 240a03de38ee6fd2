"""The look: tokens, themes, typefaces, icons and the small widgets everything is made of."""
