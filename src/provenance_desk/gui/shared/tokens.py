"""The one table of colours, sizes and radii that gives both themes."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour of one theme as `#rrggbb`; text pairs reach 4.5 : 1."""

    name: str
    bg: str
    panel: str
    card: str
    read: str
    ink: str
    mute: str
    line: str
    edge: str
    hover: str
    accent: str
    accent_bg: str
    on_accent: str
    confirmed: str
    confirmed_bg: str
    alleged: str
    alleged_bg: str
    disputed: str
    disputed_bg: str
    differ: str
    differ_bg: str
    focus_bg: str
    select: str
    find: str
    ribbon_alpha: int

    def status(self, word: str) -> str:
        """The ink of a status or of a standing, by its word."""
        return str(getattr(self, _STATUS_TOKENS.get(word, "mute")))

    def status_bg(self, word: str) -> str:
        """The tint under a status or a standing, by its word."""
        name = _STATUS_TOKENS.get(word)
        return str(getattr(self, f"{name}_bg")) if name else self.bg


_STATUS_TOKENS: Final = {
    "confirmed": "confirmed",
    "confirmed by record": "confirmed",
    "alleged": "alleged",
    "reported": "alleged",
    "disputed": "disputed",
}

LIGHT: Final = Tokens(
    name="light",
    bg="#f4f3ef",
    panel="#fbfaf7",
    card="#ffffff",
    read="#fffefb",
    ink="#20242b",
    mute="#636a77",
    line="#e3e0d8",
    edge="#8a8f99",
    hover="#efede6",
    accent="#1f4e79",
    accent_bg="#e1ebf5",
    on_accent="#ffffff",
    confirmed="#0b6e99",
    confirmed_bg="#dff0f7",
    alleged="#985a00",
    alleged_bg="#fbeed6",
    disputed="#a8325e",
    disputed_bg="#f9e1ea",
    differ="#6b3fa0",
    differ_bg="#ece5f6",
    focus_bg="#fff3bf",
    select="#c5dcf3",
    find="#ffe27a",
    ribbon_alpha=97,
)

DARK: Final = Tokens(
    name="dark",
    bg="#16191e",
    panel="#1c2027",
    card="#232832",
    read="#1b1f26",
    ink="#e6e4df",
    mute="#98a1ae",
    line="#313743",
    edge="#6c7583",
    hover="#2a303b",
    accent="#8ab8e6",
    accent_bg="#24384c",
    on_accent="#14181d",
    confirmed="#58b7dd",
    confirmed_bg="#173543",
    alleged="#e0a64b",
    alleged_bg="#3d2f17",
    disputed="#e57ba2",
    disputed_bg="#43202f",
    differ="#b99ae8",
    differ_bg="#33284a",
    focus_bg="#4a4220",
    select="#2c4a69",
    find="#66560f",
    ribbon_alpha=97,
)

THEMES: Final = {tokens.name: tokens for tokens in (LIGHT, DARK)}

DOCUMENT_DOTS: Final = (
    "#7a6ff0",
    "#2a9d8f",
    "#d0793b",
    "#c2559b",
    "#5b8c3e",
    "#4a86c5",
    "#a07a2c",
    "#8a6fb0",
)


def document_dot(position: int) -> str:
    """The colour of the round dot of the document at this place in the project's list."""
    return DOCUMENT_DOTS[position % len(DOCUMENT_DOTS)]


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two `#rrggbb` colours as WCAG 2 defines it."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return float(channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4)
