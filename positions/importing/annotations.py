"""Annotations of texts, of the W3C's model or as Hypothes.is gives them, as the rows of a long table.

A row has the columns source, start, end, phrase, text, created and creator, then "tag 1", "tag 2" … and a
column for each tag that is written "name:value". A mapping says which of them is what.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from positions.model.errors import DossierError, Finding

_PLAIN = ("source", "start", "end", "phrase", "text", "created", "creator")
_OWN_SOURCE = ":source:"  # as in urn:positions:<dossier>:source:<id>, which our own export writes


@dataclass
class _Row:
    texts: dict[str, str] = field(default_factory=dict)
    tags: list[str] = field(default_factory=list)


def annotation_rows(text: str, file: str) -> list[tuple[int, list[str]]]:
    """The rows in the order of the file, the headings first; what an annotation lacks is an empty cell.

    Raises DossierError for what is no JSON, holds no annotations, or has one that is no mapping.
    """
    rows = [_row(one) for one in _annotations(_parsed(text, file), file)]
    named = dict.fromkeys(name for row in rows for tag in row.tags if (name := _named(tag)[0]))
    most = max(len(row.tags) for row in rows)
    headings = [
        *_PLAIN,
        *(f"tag {place}" for place in range(1, most + 1)),
        *(n for n in named if n not in _PLAIN),
    ]
    lines = [headings, *([_cell(row, heading) for heading in headings] for row in rows)]
    return list(enumerate(lines, start=1))


def _parsed(text: str, file: str) -> object:
    try:
        parsed: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        raise DossierError([Finding(file, line, "", str(error), "valid JSON of annotations")]) from None
    return parsed


def _annotations(parsed: object, file: str) -> Sequence[dict[str, Any]]:
    """The annotations of a list, a page or a collection, or one alone."""
    found = parsed
    for key in ("first", "items", "rows"):
        if isinstance(found, dict) and key in found:
            found = found[key]
    if isinstance(found, dict) and "target" in found:
        found = [found]
    if not isinstance(found, list) or not found or not all(isinstance(one, dict) for one in found):
        expected = "a list, a page or a collection of annotations, at least one"
        raise DossierError([Finding(file, None, "", "this JSON", expected)])
    return found


def _row(annotation: dict[str, Any]) -> _Row:
    target = next(_mappings(annotation.get("target")), {})
    source = target.get("source") or annotation.get("uri") or annotation.get("target")
    row = _Row({"source": _text(source).rpartition(_OWN_SOURCE)[2]})
    for selector in _selectors(target.get("selector")):
        if selector.get("type") == "TextPositionSelector":
            row.texts |= {"start": _text(selector.get("start")), "end": _text(selector.get("end"))}
        if selector.get("type") == "TextQuoteSelector":
            row.texts["phrase"] = _text(selector.get("exact"))
    for body in _mappings(annotation.get("body")):
        if body.get("purpose") == "tagging":
            row.tags.append(_text(body.get("value")))
        elif "text" not in row.texts:
            row.texts["text"] = _text(body.get("value"))
    row.texts.setdefault("text", _text(annotation.get("text")))
    tags = annotation.get("tags")
    row.tags += [_text(tag) for tag in tags] if isinstance(tags, list) else []
    creator = annotation.get("creator") or annotation.get("user")
    name = creator.get("name") if isinstance(creator, dict) else creator
    row.texts |= {"created": _text(annotation.get("created"))[:10], "creator": _text(name)}
    return row


def _mappings(value: object) -> Iterator[dict[str, Any]]:
    """The mappings in a list, or a mapping alone."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield one


def _selectors(value: object) -> Iterator[dict[str, Any]]:
    """The selectors and, after each, those that refine it."""
    for one in _mappings(value):
        yield one
        yield from _selectors(one.get("refinedBy"))


def _named(tag: str) -> tuple[str, str]:
    """Name and value of a tag as "issue:tax"; two empty texts for any other."""
    name, colon, value = tag.partition(":")
    return (name.strip(), value.strip()) if colon and name.strip() and value.strip() else ("", "")


def _cell(row: _Row, heading: str) -> str:
    if heading in _PLAIN:
        return row.texts.get(heading, "")
    if heading.startswith("tag ") and heading[4:].isdecimal():
        place = int(heading[4:])
        return row.tags[place - 1] if place <= len(row.tags) else ""
    return next((value for name, value in map(_named, row.tags) if name == heading), "")


def _text(value: object) -> str:
    return "" if value is None or isinstance(value, dict | list) else str(value)
