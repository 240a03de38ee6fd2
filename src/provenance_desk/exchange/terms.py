"""Names of our things in the W3C exports: URNs, never an address that could be asked."""

TERMS = "urn:provdesk:terms:"


def event_uri(event: str) -> str:
    """The thing that an event made, or the event itself."""
    return f"urn:provdesk:event:{event}"


def document_uri(document: str) -> str:
    """A document's text by its SHA-256 (RFC 6920 style, as a URN)."""
    return f"urn:provdesk:text:sha256:{document}"


def original_uri(original: str) -> str:
    """A document's original bytes by their SHA-256."""
    return f"urn:provdesk:original:sha256:{original}"


def key_uri(key: str) -> str:
    """A reviewer by the public key."""
    return f"urn:provdesk:key:ed25519:{key}"
