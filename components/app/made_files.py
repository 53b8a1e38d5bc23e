"""Pages and files that were made, kept for whoever wants the same; all of them together have a size."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast

from cachetools import LRUCache

_T = TypeVar("_T")
_MOST_BYTES = 64_000_000
_KEPT: LRUCache[Hashable, tuple[object, int]] = LRUCache(_MOST_BYTES, getsizeof=lambda kept: kept[1])
_LOCK = Lock()


def made_once(key: Hashable, make: Callable[[], _T], size: Callable[[_T], int]) -> _T:
    """What was made under a key, or what `make` makes now; `size` is its bytes.

    What was wanted longest ago is forgotten first; what alone is larger than all that is kept is
    made each time. The key must hold all that bears on it.
    """
    with _LOCK:
        kept = _KEPT.get(key)
    if kept is not None:
        return cast("_T", kept[0])
    made = make()
    bytes_made = size(made)
    if bytes_made <= _MOST_BYTES:
        with _LOCK:
            _KEPT[key] = (made, bytes_made)
    return made


def forget() -> None:
    """Forget everything that was made."""
    with _LOCK:
        _KEPT.clear()
