"""YAML text in, values with line numbers out; every scalar stays a string.

Strings only, because YAML would turn a party called NO into False and a day into a date.
What a field really is, its pydantic type decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from positions.model.errors import DossierError, Finding, Repair
from positions.reading.located import Located, Path_

_DEEPEST = 20
_BENT = {"“": "”“", "„": "“”", "”": "”", "‘": "’‘", "‚": "‘’"}  # by the mark that opens, those that close
# libyaml, which wheels of PyYAML carry, takes 0.1 s for a megabyte, the reader in Python 1.6 s. What libyaml
# refuses, the other one judges: it reads a little more, and its words are the same everywhere.
_FAST = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def located_yaml(text: str, file: str) -> Located:
    """The mapping in `text`. Raises DossierError on bad syntax, repeated keys, aliases, depth."""
    try:
        return _located(text, file, _FAST)
    except (yaml.YAMLError, UnicodeError):
        return _judged(text, file)


def _judged(text: str, file: str) -> Located:
    try:
        return _located(text, file, yaml.BaseLoader)
    except yaml.YAMLError as error:
        raise DossierError([_syntax(error, text, file)]) from None
    except (ValueError, OverflowError):  # from chr(), which PyYAML calls on any \U escape
        found, expected = "an escape such as \\UFFFFFFFF", "the escape of a character that exists"
        raise DossierError([Finding(file, None, "", found, expected)]) from None


def _located(text: str, file: str, loader: type[yaml.BaseLoader]) -> Located:
    reader = _Reader(file, yaml.parse(text, Loader=loader))
    value = reader.document()
    if reader.findings:
        raise DossierError(reader.findings)
    return Located(file, value, reader.lines, repairs=tuple(reader.repairs))


class _Reader:
    """Takes the events of a text once, collecting values, lines and faulty keys; nothing is unfolded."""

    def __init__(self, file: str, events: Iterator[yaml.Event]) -> None:
        self.file = file
        self.lines: dict[Path_, int] = {}
        self.findings: list[Finding] = []
        self.repairs: list[Repair] = []
        self._events = events
        self._depth = 0

    def document(self) -> Any:
        """The mapping of the first document; what else stands in its place or behind it is a finding."""
        first = self._after(yaml.StreamStartEvent, yaml.DocumentStartEvent)
        if not isinstance(first, yaml.MappingStartEvent):
            self.findings.append(
                Finding(self.file, 1, "", "this content", "a mapping of field names to values")
            )
            return None
        value = self._value(first, ())
        second = self._after(yaml.DocumentEndEvent)
        if not isinstance(second, yaml.StreamEndEvent):
            self._fault(second, "another document", "one document in a file")
        return value

    def _after(self, *passed: type[yaml.Event]) -> yaml.Event:
        return next(event for event in self._events if not isinstance(event, passed))

    def _value(self, event: yaml.Event, path: Path_) -> Any:
        """What begins with the event, as dicts, lists and strings; its lines and faults are kept beside."""
        self.lines[path] = _line(event)
        if isinstance(event, yaml.AliasEvent):
            self._fault(event, f"an alias (*{event.anchor})", "written out; aliases are not read")
        if not isinstance(event, yaml.CollectionStartEvent):
            return self._plain(event, path)
        self._depth += 1
        if self._depth > _DEEPEST:
            found, expected = "this depth", f"at most {_DEEPEST} levels deep"
            raise DossierError([*self.findings, Finding(self.file, _line(event), "", found, expected)])
        inner = self._mapping(path) if isinstance(event, yaml.MappingStartEvent) else self._sequence(path)
        self._depth -= 1
        return inner

    def _plain(self, event: yaml.Event, path: Path_) -> str | None:
        """The text of a scalar, without the quotation marks that a word processor bent."""
        text: str | None = getattr(event, "value", None)
        if text is None or text[:1] not in _BENT or not _is_bent(text) or getattr(event, "style", None):
            return text
        names = ".".join(part for part in path if isinstance(part, str))
        self.repairs.append(Repair(self.file, _line(event), names, text, text[1:-1]))
        return text[1:-1]

    def _sequence(self, path: Path_) -> list[Any]:
        return [self._value(event, (*path, place)) for place, event in enumerate(self._items())]

    def _mapping(self, path: Path_) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for event in self._items():
            key = self._key(event, mapping)
            value = self._value(next(self._events), (*path, key))
            mapping[key] = value
            self.lines[(*path, key)] = _line(event)
        return mapping

    def _items(self) -> Iterator[yaml.Event]:
        """The first events of what stands in a list or mapping, up to its end."""
        return iter(self._next_item, None)

    def _next_item(self) -> yaml.Event | None:
        event = next(self._events)
        return None if isinstance(event, yaml.CollectionEndEvent) else event

    def _key(self, event: yaml.Event, mapping: dict[str, Any]) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self._fault(event, "a list or mapping", "the name of a field")
            self._value(event, ("",))
            return ""
        if event.value in mapping:
            self._fault(event, event.value, "a field named once")
        return str(event.value)

    def _fault(self, event: yaml.Event, found: str, expected: str) -> None:
        self.findings.append(Finding(self.file, _line(event), "", found, expected))


def _is_bent(text: str) -> bool:
    """Whether a text stands in one pair of typographic quotation marks."""
    return len(text) > 2 and text[-1] in _BENT[text[0]] and not set(text[1:-1]) & set("“”„‘‚")


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _syntax(error: yaml.YAMLError, text: str, file: str) -> Finding:
    if isinstance(error, yaml.reader.ReaderError):
        line = text.count("\n", 0, error.position) + 1
        return Finding(file, line, "", f"character U+{error.character:04X}", "a character of a text")
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "unreadable text"
    lines = text.splitlines()
    begun, where = getattr(error, "context_mark", None), getattr(error, "context", None)
    if begun and where == "while scanning a simple key" and begun.line < len(lines):
        return Finding(
            file, begun.line + 1, "", lines[begun.line].strip(), "a name, a colon and what it says"
        )
    expected = "valid YAML"
    if mark and (opened := _left_open(lines[: mark.line + 1])):
        expected = f"valid YAML; the quotation mark in line {opened} may not be closed"
    return Finding(file, mark.line + 1 if mark else None, "", problem, expected)


_QUOTED = re.compile(r'\s*(- )?[\w.-]+:\s*"')  # a name and the beginning of a quoted value
_OPENED = re.compile(r'\s*((- )?[\w.-]+:|-)\s*"[^"]*$')


def _left_open(lines: Sequence[str]) -> int | None:
    """The line, by its number, with a value that is left open until that of the last of the lines begins."""
    if not lines or not _QUOTED.match(lines[-1]):
        return None
    quoting = [number for number, line in enumerate(lines[:-1], 1) if '"' in line]
    return quoting[-1] if quoting and _OPENED.match(lines[quoting[-1] - 1]) else None
