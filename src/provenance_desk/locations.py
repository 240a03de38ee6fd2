"""Where the files that ship with the program are, in a wheel and in a checkout."""

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def packaged(folder: Literal["resources", "seeds"]) -> Path:
    """The folder of packaged files, inside the installed package or at the top of a checkout."""
    places = (_PACKAGE / folder, _CHECKOUT / folder)
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError(f"This installation has no folder '{folder}'; install it again.")
