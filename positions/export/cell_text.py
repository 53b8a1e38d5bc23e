"""Texts that a spreadsheet would run as a formula: recognised, marked, and read back unchanged.

Spreadsheet programs run a cell that begins with = + - @, a tab or a line break, in some languages with
the full-width forms of the four signs, and some of them whatever blanks stand before. In CSV such a
text gets one apostrophe in front, which spreadsheets take for "this is text"; `unmarked` takes it away
again. In XLSX the cell is stored as a string and marked as quoted, so nothing needs to be added to it.
"""

from __future__ import annotations

import re

_RUN = re.compile(r"'*(?:[\t\r\n]|[\s\u200b\ufeff]*[=+\-@＝＋－＠])")


def marked(text: str) -> str:
    """The text with an apostrophe in front if a spreadsheet would run it.

    A text that already begins with apostrophes and such a sign gets one more, so that
    `unmarked(marked(text)) == text` for every text.
    """
    return f"'{text}" if _RUN.match(text) else text


def unmarked(text: str) -> str:
    """The text that was given to `marked`."""
    return text[1:] if text.startswith("'") and _RUN.match(text) else text
