"""Headings, paragraphs, lists and tables that only stand there, as one piece of HTML.

Streamlit makes an element of its own of each text and reads each cell as Markdown; the browser lays out
hundreds of cells at once where they come as HTML. Every sign of a text is shown as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from components.app.escape import one_line
from positions.text.sentences import Entry

if TYPE_CHECKING:
    import pandas as pd

_NUMBER = ' class="number"'


class StillText:
    """What a page says from one control to the next: gathered in order, and shown as one element."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._headings: list[str] = []

    def heading(self, words: str) -> None:
        """The heading of a section."""
        self._headings.append(words)
        self._parts.append(f'<h2 dir="auto" id="section-{len(self._headings)}">{_text(words)}</h2>')

    def show_contents(self) -> None:
        """Draw a link to each section that has a heading by now, in their order."""
        links = "".join(
            f'<li><a href="#section-{place}">{_text(words)}</a></li>'
            for place, words in enumerate(self._headings, 1)
        )
        st.html(f'<nav class="contents" aria-label="Contents"><ol>{links}</ol></nav>')

    def subheading(self, words: str) -> None:
        """A heading inside a section."""
        self._parts.append(_block("h3", words))

    def told(self, paragraphs: Iterable[str]) -> None:
        """One paragraph per text."""
        self._parts += (_block("p", one) for one in paragraphs)

    def listed(self, sentences: Iterable[str], kind: str = "ul") -> None:
        """One line of a list per text, "ol" with numbers; nothing for no text."""
        if lines := "".join(_block("li", one) for one in sentences):
            self._parts.append(f"<{kind}>{lines}</{kind}>")

    def led(self, entries: Iterable[Entry]) -> None:
        """One line of a list per entry, its lead in bold; nothing for no entry."""
        lines = [f'<li dir="auto"><b>{_text(one.lead)}:</b> {_text(one.words)}</li>' for one in entries]
        if lines:
            self._parts.append(f"<ul>{''.join(lines)}</ul>")

    def table(self, table: pd.DataFrame, caption: str) -> None:
        """A table as `html_table` has it."""
        self._parts.append(html_table(table, caption))

    def show(self, *, on_paper: bool = False) -> None:
        """Draw what was gathered since the last time, if there is any; only `on_paper`, not on screen."""
        if self._parts:
            kind = "still-text on-paper" if on_paper else "still-text"
            st.html(f'<div class="{kind}">{"".join(self._parts)}</div>')
            self._parts.clear()


def html_table(table: pd.DataFrame, caption: str) -> str:
    """The rows in their order below a caption that is read out; the first column heads its row.

    Each text runs as its first letter does; numbers stand at the right.
    """
    numbers = [_NUMBER if kind.kind in "iuf" else "" for kind in table.dtypes]
    heads = "".join(
        f'<th scope="col" dir="auto"{number}>{_text(name)}</th>'
        for name, number in zip(table.columns, numbers, strict=True)
    )
    rows = table.itertuples(index=False, name=None)
    body = "".join(f"<tr>{''.join(_cells(row, numbers))}</tr>" for row in rows)
    return (
        f'<div class="words-table"><table><caption>{_text(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _cells(row: tuple[object, ...], numbers: list[str]) -> Iterator[str]:
    first, *others = row
    yield f'<th scope="row" dir="auto"{numbers[0]}>{_text(first)}</th>'
    for value, number in zip(others, numbers[1:], strict=True):
        yield f'<td dir="auto"{number}>{_text(value)}</td>'


def _block(kind: str, words: str) -> str:
    return f'<{kind} dir="auto">{_text(words)}</{kind}>'


def _text(value: object) -> str:
    """A value as text in HTML."""
    return escape(one_line(str(value)))
