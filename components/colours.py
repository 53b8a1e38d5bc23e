"""Colours mixed from those of the theme: a share of one on paper, and the palest that can still be seen."""

from __future__ import annotations

from components.theme import PALETTES

_PAPER = PALETTES["light"].paper
_SEEN = 3.0  # contrast on paper that a graphic needs (WCAG 1.4.11)


def mixed(colour: str, share: float, paper: str = _PAPER) -> str:
    """A colour on paper as "#RRGGBB"; `share` from 0 to 1 says how much of the colour is left."""
    pairs = zip(_parts(colour), _parts(paper), strict=True)
    parts = (round(share * one + (1 - share) * other) for one, other in pairs)
    return "#" + "".join(f"{part:02X}" for part in parts)


def pale(colour: str, paper: str = _PAPER) -> str:
    """The palest mix of a colour that has a contrast of 3 on paper, in steps of a twentieth."""
    mixes = (mixed(colour, place / 20, paper) for place in range(1, 21))
    return next((one for one in mixes if _contrast(one, paper) >= _SEEN), colour)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _contrast(colour: str, paper: str) -> float:
    """The contrast with paper as WCAG 2 defines it."""
    dark, light = sorted((_luminance(colour), _luminance(paper)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = [part / 255 for part in _parts(colour)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
