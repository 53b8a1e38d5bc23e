"""A value of a record as the text of one cell, and back; what a person would not write stays JSON."""

from __future__ import annotations

import json
import re
from typing import Any, Literal

Kind = Literal["text", "number", "truth", "ids", "people", "day", "other"]
_PARTS = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_ABOUT = "~"
DAY_WORDS = "a day (2022-03-29), a month (2022-03), a year, or the first and last with / between them"


def cell_of(value: Any, kind: Kind) -> str:
    """The text of the cell that `value_of` reads as the same value; "" for None."""
    if value is None:
        return ""
    if kind in ("text", "number", "truth"):
        return str(value).lower() if isinstance(value, bool) else str(value)
    written = _written(value, kind)
    return written if written and _plain(written, kind) == value else json.dumps(value, ensure_ascii=False)


def value_of(cell: str, kind: Kind) -> Any:
    """What a cell that is not empty says. Raises ValueError for a day that is none."""
    text = cell.strip()
    if kind == "truth":
        return {"true": True, "false": False}.get(text.lower(), text)
    if kind == "number":
        return int(text) if text.isdecimal() and text.isascii() and len(text) < 12 else text
    if kind == "text":
        return text
    if text.startswith(("[", "{")):
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            pass
    return _plain(text, kind)


def _written(value: Any, kind: Kind) -> str:
    """What a person would write for the value; "" where that cannot be said."""
    if kind == "day" and value.get("date-parts"):
        days = ("-".join(f"{part:02d}" for part in parts) for parts in value["date-parts"])
        return "/".join(days) + (_ABOUT if value.get("circa") else "")
    if kind == "people":
        return "; ".join(_person(one) for one in value)
    if kind == "ids":
        return "; ".join(value)
    return ""


def _person(one: dict[str, str]) -> str:
    return one.get("literal") or ", ".join(filter(None, (one.get("family"), one.get("given"))))


def _plain(text: str, kind: Kind) -> Any:
    """The value of a text that is written as people write."""
    if text.startswith(("[", "{")):
        return text
    if kind == "day":
        return _day(text)
    parts = [part.strip() for part in text.split(";") if part.strip()]
    if kind == "people":
        return [_named(part) for part in parts]
    return parts if kind == "ids" else text


def _named(text: str) -> dict[str, str]:
    family, comma, given = (part.strip() for part in text.partition(","))
    return {"family": family, "given": given} if comma and family and given else {"literal": text}


def _day(text: str) -> dict[str, Any]:
    about = text.endswith(_ABOUT)
    found = [_PARTS.fullmatch(part.strip()) for part in text.removesuffix(_ABOUT).split("/")]
    if None in found:
        raise ValueError(DAY_WORDS)
    parts = [[int(part) for part in one.groups() if part] for one in found if one]
    return {"date-parts": parts, **({"circa": True} if about else {})}
