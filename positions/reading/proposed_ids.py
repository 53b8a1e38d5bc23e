"""Ids that are proposed: short names of Latin letters and digits, each free."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from positions.model.fields import LONGEST_SLUG


def latin(name: str) -> str:
    """The name in small letters and digits of ASCII with hyphens between; "" if it has none of these."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[: LONGEST_SLUG // 2].strip("-")


def free(wanted: str, taken: Collection[str]) -> str:
    """The id, with a number behind it if another record has it already."""
    found, number = wanted, 2
    while found in taken:
        found, number = f"{wanted}-{number}", number + 1
    return found
