"""What is computed once for all readers: a page that is drawn again, and its next reader, ask for the same.

What is kept must never hold anything of a single reader, such as a text of his own.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVar, cast

from positions.selection import bearing
from positions.view import View, view_of

_T = TypeVar("_T", bound=Callable[..., Any])
_KEPT = 128  # answers of one function; those of a large view are some 200 kB each


def shared(function: _T) -> _T:
    """The function, whose last 128 answers are kept for all; nobody may change what it answers.

    Arguments are told apart by what they are, a view by what bears on its cells: which of them is
    open, and what is searched, makes no other answer.
    """
    kept = lru_cache(maxsize=_KEPT)(function)

    @wraps(function)
    def answer(*arguments: Any) -> Any:
        return kept(*(_plain(one) if isinstance(one, View) else one for one in arguments))

    return cast("_T", answer)


def _plain(view: View) -> View:
    return view_of(view.tables, bearing(view.selection))
