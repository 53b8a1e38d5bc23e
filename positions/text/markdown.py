"""Data in files of Markdown: text on one line, where Markdown and HTML would read signs."""

from __future__ import annotations

import re

# What Markdown or HTML would read anywhere in a text, and what it would read at the beginning of one.
_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>|#~$^&@"})
_BEGINS = re.compile(r"^(\d*)([-+=.)])")
_ADDRESS = re.compile(r"://|(?<=www)\.", re.IGNORECASE)
# Addresses of mail and names of emoji are made links and pictures after escapes are read; a comment, which is
# not shown, keeps their signs apart.
_NOTHING = "<!-- -->"
_JOINTS = re.compile(r"(?<=[-.\w+])(?=@)|(?<=:)(?=[-\w+]+:)")


def as_text(text: str) -> str:
    """The text as Markdown that shows every sign of it, blanks and line breaks as single blanks."""
    return _NOTHING.join(map(_escaped, _JOINTS.split(" ".join(text.split()))))


def _escaped(piece: str) -> str:
    plain = piece.translate(_SIGNS)
    return _BEGINS.sub(r"\1\\\2", _ADDRESS.sub(lambda found: f"\\{found.group()}", plain))
