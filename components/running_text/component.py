"""Running text with its notes on the page, and a button that copies it for Word and for Markdown alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypedDict

from components.register_component import component
from components.report.running_text import html_of, markdown_of
from positions.text.paragraphs import Passage, RunningText
from positions.text.sentences import Part, Sentence, in_list

_TEXT = component("running_text", Path(__file__).parent, "text", statements=True)


class TextPart(TypedDict):
    """Words and the numbers of the notes behind them."""

    words: str
    notes: list[int]


class TextView(TypedDict):
    """A passage: sentences as parts, paragraph by paragraph; its notes; and what is copied."""

    title: str
    paragraphs: list[list[TextPart]]
    below: list[str]
    notes: list[str]
    html: str
    markdown: str


def text_view(text: RunningText, passage: Passage) -> TextView:
    """One passage as a text of its own, with notes from 1."""
    alone = text.alone(passage)
    return {
        "title": passage.title,
        "paragraphs": [
            [
                {"words": part.words, "notes": [alone.numbers[one] for one in part.statements]}
                for place, sentence in enumerate(paragraph)
                for part in ([Part(" ")] if place else []) + list(sentence.parts)
            ]
            for paragraph in _paragraphs(passage)
        ],
        "below": [line for line in (passage.below, alone.foot) if line],
        "notes": [words for _, words in alone.notes],
        "html": html_of(alone),
        "markdown": markdown_of(alone),
    }


def _paragraphs(passage: Passage) -> Iterator[Sequence[Sentence]]:
    """The paragraphs of a passage; each sentence of a very long one by itself."""
    for paragraph in passage.paragraphs:
        yield from ((one,) for one in paragraph) if in_list(paragraph) else (paragraph,)


def running_text(view: TextView) -> None:
    """Draw the passage; the clicks stay in the browser."""
    _TEXT(key="running_text", data=view)
