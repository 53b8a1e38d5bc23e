"""Text from data stays text: escaped where Streamlit would read it as Markdown."""

from __future__ import annotations

import re

from positions.text.direction import with_isolates_inside

_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~:$&=/@])")
# Addresses, names of emoji and icons, and arrows are replaced after escapes are read, in what then stands
# beside each other as text. An empty element between two of their signs keeps them apart, unseen.
NOTHING = ":small[]"
_JOINTS = re.compile(
    r"(?<=:)(?=//)"  # https://…
    r"|(?<=www)(?=\.)"  # www.…
    r"|(?<=[-.\w+])(?=@)"  # name@…
    r"|(?<=:)(?=[-\w+]+:)"  # :smile:
    r"|(?<=[-<>~])(?=[-=>])",  # -> -- >=
    re.IGNORECASE,
)


def escaped(text: str) -> str:
    """The text as Markdown that shows every sign of it, line breaks as spaces; no-break spaces stay.

    Names from right to left inside a line are isolates, so that numbers stay beside their nouns.
    """
    return NOTHING.join(_SPECIAL.sub(r"\\\1", piece) for piece in _JOINTS.split(one_line(text)))


def one_line(text: str) -> str:
    """The text in one line, line breaks as spaces, names from right to left inside it as isolates."""
    return with_isolates_inside(_SPACE.sub(" ", text).strip())
