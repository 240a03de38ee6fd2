"""Claimed times: UTC with milliseconds, as the format wants them."""

from datetime import UTC, datetime


def now() -> str:
    """This moment, such as 2026-11-21T21:13:52.123Z."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
