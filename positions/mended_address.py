"""An address as it was before mail programs, trackers and editors changed it on its way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote

# Parameters that campaigns, mail programs and social networks add to a link; they say nothing of a view.
_TRACKING = re.compile(
    r"utm_\w+|mc_[ce]id|_hs\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|igshid|si|ref"
)
_GLUED = " \t\r\n.,;:)]}>\"'…»”’"  # what stands after a link in a sentence and is taken into it
_AS_TYPED = ("text",)  # a search word may hold any sign


def mended(query: Mapping[str, str]) -> dict[str, str]:
    """The parameters that were meant, in their order; an undamaged address comes back unchanged.

    Tracking parameters are dropped, "amp;day" is read as "day", values that were encoded once more are
    decoded, and punctuation glued to the end of a value is taken off; a search word keeps all its signs.
    """
    found: dict[str, str] = {}
    for key, value in query.items():
        name = re.sub(r"^(amp;)+", "", key)
        if not _TRACKING.fullmatch(name) and (name == key or name not in query):
            found[name] = value if name in _AS_TYPED else _decoded(value).rstrip(_GLUED)
    return found


def _decoded(value: str) -> str:
    """The value without any percent-encoding; each round makes it shorter, so that it ends."""
    while (shorter := unquote(value)) != value:
        value = shorter
    return value
