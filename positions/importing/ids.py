"""Ids for names as a table writes them: the same for the same names, in whatever order they come."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

_LONGEST = 60


def ids_of(
    names: Iterable[str], given: Mapping[str, str] | None = None, taken: Collection[str] = ()
) -> dict[str, str]:
    """An id for each name, those `given` first; no two are alike, and none is among those `taken`.

    Names that would share an id get a few digits more, made of the name alone.
    """
    known = dict(given or {})
    made = {name: _slug(name) for name in sorted(set(names) - set(known))}
    used = Counter([*made.values(), *known.values(), *taken])
    return known | {
        name: slug if slug and used[slug] == 1 else f"{slug or 'name'}-{_digits(name)}"
        for name, slug in made.items()
    }


def _slug(name: str) -> str:
    """The name in small Latin letters and hyphens; "" where it has none of them."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")[:_LONGEST].strip("-")


def _digits(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:8]
