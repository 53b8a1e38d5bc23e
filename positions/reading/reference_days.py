"""Dates as reference managers write them, as CSL-JSON has them."""

from __future__ import annotations

import re
from typing import Any

from positions.reading.day_forms import day_form

_PARTS = re.compile(r"(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?[-/.]*(?:[T ].*|\d{1,2}:.*)?")


def csl_date(written: str) -> dict[str, Any]:
    """Year, month and day as far as they are given; two dates with a slash are a range; else the words."""
    text = written.strip()
    ends = [_parts(end) for end in text.split("/")] if re.fullmatch(r"[\d-]{4,}/[\d-]{4,}", text) else []
    if len(ends) == 2 and all(ends):
        return {"date-parts": ends}
    form = day_form(text)
    found = _parts(form.certain if form and form.certain else text)
    return {"date-parts": [found]} if found else {"raw": text}


def _parts(written: str) -> list[int]:
    match = _PARTS.fullmatch(written.strip())
    parts = [int(part) for part in match.groups() if part] if match else []
    return parts if all(1 <= part <= last for part, last in zip(parts[1:], (12, 31), strict=False)) else []
