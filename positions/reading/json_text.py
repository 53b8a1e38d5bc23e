"""JSON text in, records with line numbers out, for the list of sources in CSL-JSON."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from positions.model.errors import DossierError, Finding
from positions.reading.located import Located, Path_

# Deeper than any field of CSL-JSON; a place further in is told by the line of the one around it.
_DEEPEST = 8
# Possessive, so that a text of a million letters leaves no million places to come back to.
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[][{}:,]|[^\s"\][{}:,]+|\n')
_COMMA_AT_END = re.compile(r",\s*([\]}])")


def located_json_list(text: str, file: str) -> Located:
    """The list of objects in `text`. Raises DossierError on bad syntax or repeated keys."""
    try:
        values = json.loads(text)
    except json.JSONDecodeError as error:
        raise DossierError([_syntax(error, file)]) from None
    except RecursionError:
        found, expected = "text nested this deeply", "a plain list of sources"
        raise DossierError([Finding(file, None, "", found, expected)]) from None
    except ValueError:  # Python reads no number of more than sys.get_int_max_str_digits() digits
        raise DossierError([Finding(file, None, "", "a number this long", "a shorter number")]) from None
    if not isinstance(values, list):
        raise DossierError([Finding(file, 1, "", _kind(values), "a list of sources, as CSL-JSON is")])
    lines, repeated = lines_of(text)
    if repeated:
        raise DossierError([Finding(file, line, "", key, "a field named once") for key, line in repeated])
    return Located(file, values, lines, entries=True)


def _syntax(error: json.JSONDecodeError, file: str) -> Finding:
    """What is wrong with the text; a comma before a closing bracket is told where it stands."""
    last = len(error.doc[: error.pos].rstrip()) - 1  # older releases stop behind the comma, newer ones at it
    comma = _COMMA_AT_END.match(error.doc, last) or _COMMA_AT_END.match(error.doc, error.pos)
    if comma:
        line = error.doc.count("\n", 0, comma.start()) + 1
        return Finding(
            file, line, "", f"a comma before {comma[1]} at the end", "valid JSON; delete the comma"
        )
    return Finding(file, error.lineno, "", error.msg, "valid JSON")


def _kind(value: object) -> str:
    """What JSON calls a value that is not a list."""
    return "an object" if isinstance(value, dict) else "a single value"


@dataclass
class _Open:
    """A list or object that is not closed yet: its line, and the name or number of its next value."""

    is_object: bool
    line: int
    key: str | int = 0
    named: bool = False
    seen: set[str] = field(default_factory=set)


def lines_of(text: str) -> tuple[dict[Path_, int], list[tuple[str, int]]]:
    """Line of each value by its path, and each key that its object has already, with its line.

    `text` must be valid JSON. A field of an object stands on the line of its name. Values
    nested more than eight deep, and those on the line of what is around them, have none of their own.
    """
    walk = _Walk()
    for match in _TOKEN.finditer(text):
        walk.step(match.group())
    return walk.lines, walk.repeated


class _Walk:
    """Goes through the tokens once, with the open lists and objects at hand."""

    def __init__(self) -> None:
        self.lines: dict[Path_, int] = {}
        self.repeated: list[tuple[str, int]] = []
        self._open: list[_Open] = []
        self._line = 1
        self._placed = 0  # the line of the last place that was reached

    def step(self, token: str) -> None:
        """Take the next token into account."""
        if token == "\n":
            self._line += 1
        elif token in ("]", "}"):
            self._open.pop()
        elif token == ",":
            self._next()
        elif token != ":":
            self._key_or_value(token)

    def _next(self) -> None:
        around = self._open[-1]
        around.named = False
        if isinstance(around.key, int):
            around.key += 1

    def _key_or_value(self, token: str) -> None:
        around = self._open[-1] if self._open else None
        if around and around.is_object and not around.named:
            self._name(around, json.loads(token))
            return
        if not (around and around.is_object):
            self._locate()
        if token in ("[", "{"):
            self._open.append(_Open(is_object=token == "{", line=self._placed))

    def _name(self, around: _Open, key: str) -> None:
        if key in around.seen:
            self.repeated.append((key, self._line))
        around.seen.add(key)
        around.key, around.named = key, True
        self._locate()

    def _locate(self) -> None:
        """Note the line of the place reached, unless it is that of what is around it."""
        self._placed = self._line
        around = self._open[-1].line if self._open else None
        if len(self._open) <= _DEEPEST and self._line != around:
            self.lines.setdefault(tuple(one.key for one in self._open), self._line)
