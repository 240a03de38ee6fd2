"""The names of the filters, in their order; a test holds them against the history's own."""

from typing import Final

HOUSEKEEPING: Final = "Housekeeping"
GROUP_NAMES: Final = (
    "Links",
    "Changes of mind",
    "Claims",
    "Documents, origins",
    "Nothing to link",
    "Notes",
    "Disagreements",
    HOUSEKEEPING,
)
