"""The texts that a user owns: are they the coded ones, and where does the phrase stand in them?

A text that is absent or has another sha256 than the recorded one is "not verified", never an error, and
nothing of it is shown as evidence. A passage is shown where the phrase stands inside its own span.
"""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from positions.model.dossier import Dossier
from positions.model.errors import DossierError
from positions.model.sources import Source
from positions.model.statements import Statement
from positions.reading.dossier import dossier_folder
from positions.reading.located import raw_bytes
from positions.reading.phrases import phrase_place

TEXTS = "texts"
TEXTS_VARIABLE = "POSITIONS_TEXTS"
NO_FINGERPRINT = "your copy, not fingerprinted"


@dataclass(frozen=True)
class SourceText:
    """A user's copy of a source; `text` is None if it is not the one that was coded."""

    source: str
    text: str | None
    note: str


@dataclass(frozen=True)
class Passage:
    """The coded words in their place: what stands before and after the phrase in its span."""

    before: str
    phrase: str
    after: str


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


def copies_in(dossier: Dossier, files: Mapping[str, bytes]) -> dict[str, SourceText]:
    """The copies of sources among the files of a dossier, `texts/<source id>.txt`, by the id."""
    named = {f"{TEXTS}/{source.id}.txt": source for source in dossier.sources}
    return {one.id: checked_text(one, files[name], name) for name, one in named.items() if name in files}


def texts_of(folder: Path) -> dict[str, bytes]:
    """The texts in `texts` of a dossier's folder by their names in it, but for those that cannot be read."""
    found = {}
    for path in sorted((folder / TEXTS).glob("*.txt")):
        with suppress(DossierError):
            found[f"{TEXTS}/{path.name}"] = raw_bytes(path)
    return found


def copies_at_hand(dossier: Dossier, folder: Path) -> dict[str, SourceText]:
    """The copies of sources that are in a folder, by the id of the source."""
    there = [source for source in dossier.sources if (folder / f"{source.id}.txt").is_file()]
    return {source.id: source_text(source, folder) for source in there}


def unclaimed_texts(sources: Collection[str], folder: Path) -> list[str]:
    """The names of texts in the folder that are named after none of these sources, in order."""
    return sorted(one.name for one in folder.glob("*.txt") if one.stem not in sources)


def copies_mark(folder: Path) -> str:
    """A word that is another one when a copy in the folder was added, changed or taken away."""
    try:
        copies = [(one.name, one.stat()) for one in os.scandir(folder) if one.name.endswith(".txt")]
    except OSError:  # no such folder, or a copy that went in this moment
        return ""
    lines = sorted(f"{name} {kept.st_mtime_ns} {kept.st_size}" for name, kept in copies)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def phrase_in(statement: Statement, text: SourceText) -> tuple[int, int] | None:
    """Where the statement's phrase stands in the text; None unless text, span and phrase are verified."""
    if text.text is None or statement.start is None or statement.end is None or statement.phrase is None:
        return None
    if statement.end > len(text.text):
        return None
    place = phrase_place(statement.phrase, text.text[statement.start : statement.end])
    return (statement.start + place[0], statement.start + place[1]) if place else None


def passage(statement: Statement, text: SourceText) -> Passage | None:
    """The statement's span cut at its phrase; None unless text, span and phrase are verified."""
    place = phrase_in(statement, text)
    if place is None or text.text is None:
        return None
    whole, (start, end) = text.text, place
    return Passage(whole[statement.start : start], whole[start:end], whole[end : statement.end])


def checked_text(source: Source, raw: bytes, name: str) -> SourceText:
    """A copy of a source as it is in a file of that name.

    Its text is there if it is the coded one, or the dossier records no fingerprint of that; the byte-order
    mark, line ends and normal form in which a program saved it do not make it another text.
    """
    recorded = source.custom.sha256
    try:
        if recorded is None:
            return SourceText(source.id, raw.decode("utf-8-sig"), NO_FINGERPRINT)
        coded = next((form for form in _forms(raw) if hashlib.sha256(form).hexdigest() == recorded), None)
        if coded is not None:
            return SourceText(source.id, coded.decode("utf-8"), "")
    except UnicodeDecodeError:
        return SourceText(source.id, None, f"{name} is not UTF-8")
    return SourceText(source.id, None, f"{name} is not the text that was coded (another sha256)")


def _forms(raw: bytes) -> Iterator[bytes]:
    """The text as it is and as other programs would have saved it, the likeliest first."""
    yield raw
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:  # so the file was not saved by such a program
        return
    for normal in (text, unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)):
        for ended in (normal, normal.replace("\n", "\r\n")):
            yield from (ended.encode(), ended.encode("utf-8-sig"))
