"""When two names are the same name."""

import unicodedata


def folded(name: str) -> str:
    """A name in the form in which names are compared: NFC and case folded."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
