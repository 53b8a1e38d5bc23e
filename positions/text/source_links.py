"""The address that leads a browser to a source, and to the very words of a statement in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote, urlsplit

from positions.model.errors import UnknownDossier
from positions.model.fields import is_web_address
from positions.model.sources import Source
from positions.model.statements import Statement
from positions.reading.source_texts import SourceText, phrase_in, source_text, texts_folder
from positions.tables import Tables
from positions.text.wording import said_on_words

_MOST_WORDS = 40  # beside the phrase; longer addresses are cut by mail programs


@dataclass(frozen=True)
class Place:
    """Where a phrase stands in the copy of a text: its first character and the one after its last."""

    text: str
    start: int
    end: int


def fragment(address: str, phrase: str, place: Place | None) -> str:
    """What follows "#" in the address of the words; "" for a PDF of which no page is known.

    With a place the words are those of the copy. Where they stand there more than once, words before and
    behind them are added until the first match is this place; at most those of their own paragraph.
    """
    if urlsplit(address).path.lower().endswith(".pdf"):
        page = page_of(place) if place else None
        return f"page={page}" if page else ""
    return f":~:text={_told_apart(place) if place else _quoted(phrase)}"


def page_of(place: Place) -> int | None:
    """The page of a place in a copy whose pages end in form feeds, from 1; None where there are none."""
    return place.text.count("\f", 0, place.start) + 1 if "\f" in place.text else None


def _quoted(words: str) -> str:
    """Words as they stand in a fragment; hyphens too, which would set a word before or after apart."""
    return quote(words, safe="").replace("-", "%2D")


def _spaced(words: str) -> str:
    """Words of a copy in a fragment, with one blank between them."""
    return _quoted(" ".join(words.split()))


def _told_apart(place: Place) -> str:
    """The words with as few before and behind them as tell them apart from the same words elsewhere."""
    place = _whole_words(place)
    text, lines = place.text, place.text[place.start : place.end].split("\n")
    # A line may end a paragraph of the page, across which no words are found: then both ends are named.
    words = ",".join(_spaced(line) for line in (lines if len(lines) == 1 else (lines[0], lines[-1])))
    before, behind = _paragraph(place)
    starts = [match.start() for match in re.finditer(r"\S+", text[before : place.start])]
    ends = [match.end() for match in re.finditer(r"\S+", text[place.end : behind])]
    for count in range(_MOST_WORDS + 1):
        first = before + starts[-count:][0] if count and starts else place.start
        last = place.end + ends[:count][-1] if count and ends else place.end
        found = last if len(lines) == 1 else place.start + len(lines[0])
        if _alone(text, first, found) or count >= max(len(starts), len(ends)):
            break
    prefix, suffix = _spaced(text[first : place.start]), _spaced(text[place.end : last])
    return f"{f'{prefix}-,' if prefix else ''}{words}{f',-{suffix}' if suffix else ''}"


def _whole_words(place: Place) -> Place:
    """The place with the rest of words that it cuts, as a browser only finds whole words."""
    head = re.search(r"\w*$", place.text[: place.start]) if _is_word(place.text[place.start]) else None
    tail = re.match(r"\w*", place.text[place.end :]) if _is_word(place.text[place.end - 1]) else None
    return Place(
        place.text,
        place.start - len(head.group() if head else ""),
        place.end + len(tail.group() if tail else ""),
    )


def _is_word(sign: str) -> bool:
    return re.fullmatch(r"\w", sign) is not None


def _paragraph(place: Place) -> tuple[int, int]:
    """The first character of the line in which the words stand, and the one after its last."""
    behind = place.text.find("\n", place.end)
    return place.text.rfind("\n", 0, place.start) + 1, behind if behind >= 0 else len(place.text)


def _alone(text: str, first: int, last: int) -> bool:
    """Whether a part of a text stands in it once, whichever case and blanks it is written with."""
    words = r"\s+".join(map(re.escape, text[first:last].split()))
    found = re.finditer(f"(?={words})", text, re.IGNORECASE)
    return sum(1 for _, _ in zip(found, range(2), strict=False)) == 1


def link_words(source: Source) -> str:
    """What an address leads to: the author's own page is the original, any other one is a page."""
    return "original" if source.custom.site in (None, "original") else "page"


def page_link(source: Source) -> str | None:
    """The address of the page, where there is one of the web, as only such an address becomes a link."""
    return source.url if source.url and is_web_address(source.url) else None


def source_links(source: Source) -> tuple[tuple[str, str], ...]:
    """What a source can be read at, each as words and address: a stored copy first, then its page."""
    copy, page = source.custom.archived_url, page_link(source)
    on = f" of {said_on_words(source.custom.archived_on)}" if source.custom.archived_on else ""
    found = ((f"archived copy{on}", copy), (link_words(source), page))
    return tuple((words, address) for words, address in found if address)


def sentence_links(
    source: Source, phrase: str | None, place: Place | None = None, at: str | None = None
) -> tuple[tuple[str, str], ...]:
    """The same at the words that prove a statement; `place` is where they stand in a copy of the text.

    Where they stand `at` a further address of the source, that one is first; its own open at their top.
    A browser that knows text fragments goes to the words and marks them where it finds them; any other,
    or a page that has changed, opens at its top.
    """
    if at:
        return ("page with the words", _at_words(at, phrase, None)), *source_links(source)
    return tuple((words, _at_words(address, phrase, place)) for words, address in source_links(source))


def sentence_link(
    source: Source, phrase: str | None, place: Place | None = None, at: str | None = None
) -> str | None:
    """The first of these addresses; None where none of the web is recorded."""
    return next((address for _, address in sentence_links(source, phrase, place, at)), None)


def _at_words(address: str, phrase: str | None, place: Place | None) -> str:
    found = fragment(address, phrase, place) if phrase else ""
    if not found:
        return address
    if found.startswith("page="):
        return f"{address.partition('#')[0]}#{found}"
    return f"{address}{'' if '#' in address else '#'}{found}"


def link_to_words(statement: Statement, tables: Tables) -> str | None:
    """The address of a statement's source at its words; None where none of the web is recorded.

    Where a copy of the text is at hand, words before and behind the phrase tell it apart from the same
    words elsewhere on the page.
    """
    source = tables.sources.get(statement.source)
    text = copy_of(tables, statement.source) if source and statement.phrase else None
    place = place_in(statement, text) if text else None
    return sentence_link(source, statement.phrase, place, statement.phrase_at) if source else None


def place_in(statement: Statement, text: SourceText) -> Place | None:
    """Where the phrase stands in a copy; None unless copy, span and phrase are verified and of one page."""
    found = phrase_in(statement, text) if not statement.phrase_at else None
    return Place(text.text, *found) if text.text and found else None


def copy_of(tables: Tables, source: str) -> SourceText | None:
    """The copy of a source beside the dossier, as its file is now; None for a dossier without a folder."""
    try:
        folder = texts_folder(tables.folder)
    except UnknownDossier:  # a dossier that was handed in has no folder
        return None
    try:
        kept = (folder / f"{source}.txt").stat()
    except OSError:
        return source_text(tables.sources[source], folder)
    return _copy(tables.sources[source], folder, kept.st_mtime_ns, kept.st_size)


@lru_cache(maxsize=1024)  # a copy is read once for all statements of its source
def _copy(source: Source, folder: Path, changed: int, size: int) -> SourceText:  # noqa: ARG001 - a key
    return source_text(source, folder)
