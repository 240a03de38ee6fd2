"""SHA-256 as 64 hexadecimal digits, of bytes and of whole files."""

import hashlib
from pathlib import Path
from typing import BinaryIO

_BLOCK = 1 << 18


def sha256_hex(data: bytes) -> str:
    """SHA-256 of the bytes as 64 lowercase hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def sha256_stream(stream: BinaryIO) -> str:
    """SHA-256 of what is left in the stream, read in blocks."""
    digest = hashlib.sha256()
    while block := stream.read(_BLOCK):
        digest.update(block)
    return digest.hexdigest()


def sha256_file(path: Path) -> str:
    """SHA-256 of a file of any size, in constant memory."""
    with path.open("rb") as stream:
        return sha256_stream(stream)
