"""What is computed once for all readers: a page that is drawn again, and its next reader, ask for the same.

A view is one object for one dossier and selection (`positions.view.view_of`), so it is the key. What is
kept must never hold anything of a single reader, such as a text of his own.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")
_KEPT = 128  # answers of one function; those of a large view are some 200 kB each


def shared(function: Callable[_P, _T]) -> Callable[_P, _T]:
    """The function, whose last 128 answers are kept for all; nobody may change what it answers."""
    return lru_cache(maxsize=_KEPT)(function)  # type: ignore[return-value]
