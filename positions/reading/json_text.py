"""JSON text in, records with line numbers out, for the list of sources in CSL-JSON."""

from __future__ import annotations

import json
import re
from typing import Any

from positions.errors import DossierError, Finding
from positions.reading.located import Located, Path_

_SPACE = re.compile(r"[\s,]*")


def located_json_list(text: str, file: str) -> Located:
    """The list of objects in `text`. Raises DossierError on bad syntax or repeated keys."""
    try:
        values = json.loads(text, object_pairs_hook=_once)
    except _RepeatedKey as error:
        line = _second_line_of(text, error.key)
        raise DossierError([Finding(file, line, "", error.key, "a field named once")]) from None
    except (json.JSONDecodeError, RecursionError) as error:
        raise DossierError([_syntax(error, file)]) from None
    if not isinstance(values, list):
        raise DossierError([Finding(file, 1, "", type(values).__name__, "a list of sources, as CSL-JSON is")])
    return Located(file, values, _lines(text, values))


class _RepeatedKey(ValueError):
    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(key)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    mapping = dict(pairs)
    if len(mapping) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _RepeatedKey(next(key for key in keys if keys.count(key) > 1))
    return mapping


def _lines(text: str, values: list[Any]) -> dict[Path_, int]:
    """Lines of the records and of the first place of each field name within its record."""
    lines: dict[Path_, int] = {(): 1}
    decoder = json.JSONDecoder()
    offset = text.index("[") + 1
    for index, value in enumerate(values):
        start = _SPACE.match(text, offset).end()  # type: ignore[union-attr]
        _, offset = decoder.raw_decode(text, start)
        lines[(index,)] = text.count("\n", 0, start) + 1
        for key in value if isinstance(value, dict) else ():
            place = text.find(json.dumps(key), start, offset)
            lines[(index, key)] = text.count("\n", 0, place) + 1 if place >= 0 else lines[(index,)]
    return lines


def _second_line_of(text: str, key: str) -> int | None:
    places = [match.start() for match in re.finditer(re.escape(json.dumps(key)), text)]
    return text.count("\n", 0, places[1]) + 1 if len(places) > 1 else None


def _syntax(error: json.JSONDecodeError | RecursionError, file: str) -> Finding:
    if isinstance(error, json.JSONDecodeError):
        return Finding(file, error.lineno, "", error.msg, "valid JSON")
    return Finding(file, None, "", "text nested this deeply", "a plain list of sources")
