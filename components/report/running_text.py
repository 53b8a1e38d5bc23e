"""A view in words as Markdown and as rich text for the clipboard, both with footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from components.report.content import Briefing
from positions.text.markdown import as_text
from positions.text.paragraphs import Passage, RunningText
from positions.text.sentences import Sentence, in_list


def text_markdown(briefing: Briefing) -> bytes:
    """The whole view in words as UTF-8 Markdown, its notes as footnotes at the end."""
    head = briefing.head
    above = (f"**{as_text(head.handling)}**",) if head.handling else ()
    blocks = (*above, f"# {as_text(head.subject)}", as_text(head.question), markdown_of(briefing.text))
    return "\n\n".join(blocks).encode()


def markdown_of(text: RunningText) -> str:
    """Passages under headings, then their footnotes: `[^1]` in the text, `[^1]: …` below."""
    blocks = [block for passage in text.passages for block in _passage(passage, text)]
    notes = [f"[^{number}]: {as_text(words)}" for number, (_, words) in enumerate(text.notes, start=1)]
    return "\n\n".join([*blocks, f"*{as_text(text.foot)}*", *notes]) + "\n"


def _passage(passage: Passage, text: RunningText) -> Iterator[str]:
    yield f"## {as_text(passage.title)}"
    for paragraph in passage.paragraphs:
        sentences = [_marked(sentence, text) for sentence in paragraph]
        yield "\n".join(f"* {one}" for one in sentences) if in_list(paragraph) else " ".join(sentences)
    if passage.below:
        yield f"*{as_text(passage.below)}*"


def _marked(sentence: Sentence, text: RunningText) -> str:
    return "".join(
        _spaced(part.words) + "".join(f"[^{text.numbers[one]}]" for one in part.statements)
        for part in sentence.parts
    )


def _spaced(words: str) -> str:
    """The words escaped, with the blanks at their ends, which stand between two parts."""
    plain = words.strip()
    before, _, after = words.partition(plain) if plain else (words, "", "")
    return f"{before}{as_text(plain)}{after}"


def html_of(text: RunningText) -> str:
    """Passages with their notes below; marked so that word processors that know it make them footnotes.

    Word reads `mso-element`, Writer the class names; any other program shows numbers and a list.
    """
    seen: set[str] = set()
    body = "".join(_section(passage, text, seen) for passage in text.passages)
    notes = "".join(_note(number, words) for number, (_, words) in enumerate(text.notes, start=1))
    foot = f"<p><i>{escape(text.foot)}</i></p>"
    rule = '<hr size="1" width="33%" align="left">'
    return f'{body}{foot}<div style="mso-element:footnote-list">{rule}{notes}</div>'


def _section(passage: Passage, text: RunningText, seen: set[str]) -> str:
    paragraphs = "".join(
        _paragraph([_linked(sentence, text, seen) for sentence in paragraph], in_list(paragraph))
        for paragraph in passage.paragraphs
    )
    below = f"<p><i>{escape(passage.below)}</i></p>" if passage.below else ""
    return f"<h2>{escape(passage.title)}</h2>{paragraphs}{below}"


def _paragraph(sentences: Sequence[str], listed: bool) -> str:
    items = "".join(f"<li>{one}</li>" for one in sentences)
    return f"<ul>{items}</ul>" if listed else f"<p>{' '.join(sentences)}</p>"


def _linked(sentence: Sentence, text: RunningText, seen: set[str]) -> str:
    return "".join(
        escape(part.words) + "".join(_number(one, text, seen) for one in part.statements)
        for part in sentence.parts
    )


def _number(statement: str, text: RunningText, seen: set[str]) -> str:
    """The number of a note, at its first place as its anchor, later as a mere number."""
    number = text.numbers[statement]
    if statement in seen:
        return f"<sup>{number}</sup>"
    seen.add(statement)
    return (
        f'<a class="sdfootnoteanc" name="sdfootnote{number}anc" href="#sdfootnote{number}sym" '
        f'style="mso-footnote-id:ftn{number}"><sup>{number}</sup></a>'
    )


def _note(number: int, words: str) -> str:
    return (
        f'<div style="mso-element:footnote" id="ftn{number}"><div id="sdfootnote{number}">'
        f'<p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote{number}sym" '
        f'href="#sdfootnote{number}anc" style="mso-footnote-id:ftn{number}"><sup>{number}</sup></a> '
        f"{escape(words)}</p></div></div>"
    )
