"""Which way a text runs, and isolates around texts from right to left, so that others stay in order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TypeVar

from pydantic import BaseModel

from positions.model.dossier import Dossier

RecordT = TypeVar("RecordT", bound=BaseModel)

_FIRST_STRONG, _POP = "\u2068", "\u2069"  # begin and end of a text that runs as its first letter does
_ISOLATE = re.compile(f"{_FIRST_STRONG}([^{_POP}]*){_POP}")
# A stretch of words that run left: letters with blanks, signs and numbers between them, as in draw.js.
# A bracket belongs to it with all that it holds, or not at all.
_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_OPEN, _CLOSE, _SIGN = r"[(\[«]", r"[)\]»]", r"(?![·–;()\[\]«»])[\W\d_]"
_BETWEEN = rf"(?:{_SIGN}|{_OPEN}(?:{_SIGN})*{_CLOSE})*"
_WORDS = rf"[{_LEFT}](?:{_BETWEEN}[{_LEFT}])*"
_BRACKET = rf"{_BETWEEN}{_OPEN}{_BETWEEN}{_WORDS}{_BETWEEN}{_CLOSE}"
_STRETCH = re.compile(rf"{_WORDS}(?:{_BRACKET}(?:{_BETWEEN}{_WORDS})?)*")
_NOT_PRINTED = ("id", "source", "aliases", "url", "doi", "citation_key")


def runs_left(text: str) -> bool:
    """Whether a paragraph runs from right to left.

    That is what its first letter outside isolates does; a paragraph of isolates alone runs as they do. So
    an English sentence runs right, whatever names stand in it, and so does a name with its party's sign.
    """
    outside = _ISOLATE.sub("", text)
    if any(unicodedata.category(letter) == "So" for letter in outside):
        return False
    direction = _direction(outside)
    return bool(_direction(text) if direction is None else direction)


def isolated(text: str) -> str:
    """A text with letters that run left as an isolate, any other as it is."""
    return f"{_FIRST_STRONG}{text}{_POP}" if any(map(_leftward, text)) else text


def with_isolates_inside(text: str) -> str:
    """A finished line with each stretch that runs left as an isolate, if other words stand in it too."""
    others = any(map(str.isalpha, _STRETCH.sub("", text)))
    return _STRETCH.sub(lambda found: isolated(found.group()), text) if others else text


def whole_lines(lines: Iterable[str]) -> Iterator[str]:
    """Lines of one text, an isolate that reaches over several of them as one on each."""
    begun = False
    for line in lines:
        told = f"{_FIRST_STRONG}{line}" if begun else line
        begun = told.count(_FIRST_STRONG) > told.count(_POP)
        yield f"{told}{_POP}" if begun else told


def bare(text: str) -> str:
    """The text without isolates, as it is sorted and as it stands in fields that know no direction."""
    return text.replace(_FIRST_STRONG, "").replace(_POP, "")


def all_bare(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Several texts without isolates; they come back as they are where none holds any, as most do."""
    joined = "".join(texts)
    return tuple(map(bare, texts)) if _FIRST_STRONG in joined or _POP in joined else texts


def pieces(text: str) -> list[tuple[str, bool]]:
    """A text without its isolates in pieces, each with whether it was one that runs left."""
    parts = _ISOLATE.split(text)
    return [(part, bool(place % 2) and runs_left(part)) for place, part in enumerate(parts) if part]


def with_isolates(dossier: Dossier) -> Dossier:
    """The dossier with every printed text that runs left as an isolate, for sentences made of them."""
    return _changed(dossier)


def _direction(text: str) -> bool | None:
    """Whether the first letter of a text runs left; None without a letter that says so."""
    strong = (_leftward(letter) for letter in text if unicodedata.bidirectional(letter) in ("L", "R", "AL"))
    return next(strong, None)


def _leftward(letter: str) -> bool:
    return unicodedata.bidirectional(letter) in ("R", "AL")


def _changed(record: RecordT) -> RecordT:
    """The same record where nothing in it runs left."""
    before = {name: getattr(record, name) for name in type(record).model_fields if name not in _NOT_PRINTED}
    after = {name: _isolates_in(value) for name, value in before.items()}
    update = {name: value for name, value in after.items() if value is not before[name]}
    return record.model_copy(update=update) if update else record


def _isolates_in(value: object) -> object:
    if isinstance(value, str):
        return isolated(value)
    if isinstance(value, BaseModel):
        return _changed(value)
    if isinstance(value, tuple):
        after = tuple(map(_isolates_in, value))
        return after if any(new is not old for new, old in zip(after, value, strict=True)) else value
    return value
