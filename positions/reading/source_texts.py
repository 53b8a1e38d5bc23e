"""The texts that a user owns: are they the coded ones, and where does the phrase stand in them?

A text that is absent or has another sha256 is "not verified", never an error, and nothing of it
is shown as evidence. A phrase is matched on normalised quotation marks, dashes and white space
inside its own span; it is never looked for elsewhere.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from positions.model.dossier import Dossier
from positions.model.errors import DossierError
from positions.model.sources import Source
from positions.model.statements import Statement
from positions.reading.dossier import dossier_folder
from positions.reading.located import raw_bytes

TEXTS = "texts"
TEXTS_VARIABLE = "POSITIONS_TEXTS"
VERIFIED = "verified"
NOT_VERIFIED = "not verified"
FAILED = "failed"
SEEN = {
    "opening": "phrase seen in the stored opening",
    "whole": "phrase seen in the stored page",
}
_SAME = str.maketrans("“”„«»‘’‚‐‑‒–—−\u00a0\u202f", '"""""\'\'\'------  ')


@dataclass(frozen=True)
class SourceText:
    """A user's copy of a source; `text` is None unless it is the one that was coded."""

    source: str
    text: str | None
    note: str


@dataclass(frozen=True)
class Passage:
    """The coded words in their place: what stands before and after the phrase in its span."""

    before: str
    phrase: str
    after: str


@dataclass(frozen=True)
class Check:
    """Whether a statement's span and phrase stand in the text; `status` is one of the words above."""

    statement: str
    status: str
    reason: str


def texts_folder(dossier: str | Path, given: str | Path | None = None) -> Path:
    """Where texts are looked for: the given folder, POSITIONS_TEXTS, or `texts` in the dossier."""
    named = given or os.environ.get(TEXTS_VARIABLE)
    if not named:
        return dossier_folder(dossier) / TEXTS
    try:
        return Path(named).expanduser()
    except RuntimeError:  # "~" with an unknown user names a folder that is not there
        return Path(named)


def source_texts(dossier: Dossier, folder: Path) -> dict[str, SourceText]:
    """The user's copy of each source by id, read from `<folder>/<source id>.txt`."""
    return {source.id: source_text(source, folder) for source in dossier.sources}


def source_text(source: Source, folder: Path) -> SourceText:
    """The user's copy of one source, read from `<folder>/<source id>.txt`."""
    path = folder / f"{source.id}.txt"
    if not path.is_file():
        return SourceText(source.id, None, f"no copy of the text ({path.name})")
    try:
        return checked_text(source, raw_bytes(path), path.name)
    except DossierError as error:
        return SourceText(source.id, None, str(error))


def passage(statement: Statement, text: SourceText) -> Passage | None:
    """The statement's span cut at its phrase; None unless text, span and phrase are verified."""
    if text.text is None or statement.start is None or statement.end is None or statement.phrase is None:
        return None
    if statement.end > len(text.text):
        return None
    span = text.text[statement.start : statement.end]
    place = _place(statement.phrase, span)
    return Passage(span[: place.start()], place.group(), span[place.end() :]) if place else None


def checks(dossier: Dossier, texts: dict[str, SourceText]) -> Iterator[Check]:
    """One Check per statement, in the dossier's order."""
    sources = {source.id: source for source in dossier.sources}
    for statement in dossier.statements:
        text = texts[statement.source]
        if text.text is None:
            yield Check(statement.id, seen_words(statement, sources[statement.source]), text.note)
        elif statement.start is None or statement.end is None or statement.phrase is None:
            yield Check(statement.id, NOT_VERIFIED, "no span or no phrase is coded")
        elif statement.end > len(text.text):
            yield Check(
                statement.id, FAILED, f"the span ends at {statement.end}, the text at {len(text.text)}"
            )
        elif passage(statement, text) is None:
            yield Check(
                statement.id, FAILED, f"the phrase is not in characters {statement.start} to {statement.end}"
            )
        else:
            yield Check(statement.id, VERIFIED, "")


def seen_words(statement: Statement, source: Source) -> str:
    """What is known of a phrase of which no text is at hand: where it was seen, or "not verified"."""
    recorded = statement.phrase is not None and source.custom.sha256 is None
    return SEEN[source.custom.extent] if recorded and source.custom.extent else NOT_VERIFIED


def checked_text(source: Source, raw: bytes, name: str) -> SourceText:
    """A copy of a source as it is in a file of that name; its text is there only if it is the coded one."""
    if source.custom.sha256 is None:
        return SourceText(source.id, None, "the dossier records no sha256 of the coded text")
    if hashlib.sha256(raw).hexdigest() != source.custom.sha256:
        return SourceText(source.id, None, f"{name} is not the text that was coded (another sha256)")
    try:
        return SourceText(source.id, raw.decode("utf-8"), "")
    except UnicodeDecodeError:
        return SourceText(source.id, None, f"{name} is not UTF-8")


def _place(phrase: str, span: str) -> re.Match[str] | None:
    """Where the phrase stands in the span; the match is returned on the span's own characters."""
    words = (re.escape(word) for word in phrase.translate(_SAME).split())
    found = re.search(r"\s+".join(words), span.translate(_SAME))
    return (
        re.compile(re.escape(span[found.start() : found.end()])).search(span, found.start())
        if found
        else None
    )
