"""What a command is: a name, its place in the menus, its keys and where they work; no Qt."""

from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """Where the keys of a command work; never in a text field, unless they are EVERYWHERE."""

    EVERYWHERE = "everywhere"
    READING = "reading"
    """The reading panes and the link card."""
    REVIEW = "review"
    PROVENANCE = "provenance"
    AUDIT = "audit"
    START = "start"


class Menu(StrEnum):
    """The menus, in the order of the menu bar."""

    PROJECT = "&Project"
    EDIT = "&Edit"
    DOCUMENT = "&Document"
    LINK = "&Link"
    CLAIM = "&Claim"
    GO = "&Go"
    VIEW = "&View"
    HELP = "&Help"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the desk does; `group` sets lines in its menu, `says` is one sentence for help."""

    id: str
    text: str
    menu: Menu
    keys: tuple[str, ...] = ()
    scope: Scope = Scope.EVERYWHERE
    group: int = 0
    says: str = ""
    checkable: bool = False
