"""Text from data stays text: escaped where Streamlit would read it as Markdown."""

from __future__ import annotations

import re

from positions.text.direction import with_isolates_inside

_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~:$&])")


def escaped(text: str) -> str:
    """The text with every Markdown and HTML sign escaped, line breaks as spaces; no-break spaces stay.

    Names from right to left inside a line are isolates, so that numbers stay beside their nouns.
    """
    return _SPECIAL.sub(r"\\\1", with_isolates_inside(_SPACE.sub(" ", text).strip()))
