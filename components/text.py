"""Text from data stays text: escaped where Streamlit would read it as Markdown."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~:$&])")


def escaped(text: str) -> str:
    """The text with every Markdown and HTML sign escaped, line breaks as spaces."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
