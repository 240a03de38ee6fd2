"""Writes a BagIt 1.0 bag (RFC 8493) with SHA-256 manifests into a zip."""

from provenance_desk import __version__
from provenance_desk.audit.hashes import sha256_hex
from provenance_desk.exchange.zip_writer import ZipWriter

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"


class BagWriter:
    """Collects hashes while payload and tag files go into one top folder of a zip."""

    def __init__(self, zip_writer: ZipWriter, top: str) -> None:
        self._zip, self._top = zip_writer, top
        self._payload: dict[str, str] = {}
        self._tags: dict[str, str] = {}
        self.octets = 0

    @property
    def files(self) -> int:
        """How many payload files there are."""
        return len(self._payload)

    def add(self, path: str, data: bytes) -> None:
        """A payload file, its path below `data/`."""
        self._payload[f"data/{path}"] = sha256_hex(data)
        self.octets += len(data)
        self._zip.add(f"{self._top}/data/{path}", data)

    def add_tag(self, path: str, data: bytes) -> None:
        """A tag file at the top of the bag."""
        self._tags[path] = sha256_hex(data)
        self._zip.add(f"{self._top}/{path}", data)

    def close_payload(self, project: str, renderer: str) -> bytes:
        """Write declaration, bag-info and manifest; the manifest's bytes, to be signed."""
        manifest = _lines(self._payload)
        info = (
            f"Bag-Software-Agent: provenance-desk {__version__}\n"
            f"External-Identifier: urn:provdesk:project:{project}\n"
            f"Payload-Oxum: {self.octets}.{self.files}\n"
            f"Provenance-Desk-Renderer: {renderer}\n"
        )
        self.add_tag("bagit.txt", DECLARATION)
        self.add_tag("bag-info.txt", info.encode())
        self.add_tag(MANIFEST, manifest)
        return manifest

    def close(self) -> None:
        """Write the list of tag files and the zip's directory."""
        self._zip.add(f"{self._top}/{TAG_MANIFEST}", _lines(self._tags))
        self._zip.finish()


def _lines(hashes: dict[str, str]) -> bytes:
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(hashes.items())).encode()
