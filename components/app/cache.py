"""What is kept for all readers: dossiers, the last good one while files are faulty; answers; made files.

What is kept must never hold anything of a single reader, such as a text of his own.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from functools import lru_cache, wraps
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar, cast

import streamlit as st
from cachetools import LRUCache

from positions.model.errors import DossierError, Finding, Question, UnknownDossier
from positions.reading.dossier import (
    DESCRIPTION,
    bundled_dossiers,
    dossier_files,
    dossier_folder,
    load_dossier,
)
from positions.selection import bearing
from positions.tables import Tables
from positions.text.wording import count_words
from positions.view import View, view_of

_MOST_KEPT = 8
_Stamp = tuple[tuple[str, int, int, int, int] | None, ...]
_Function = TypeVar("_Function", bound=Callable[..., Any])
_MOST_ANSWERS = 128  # answers of one function; those of a large view are some 200 kB each
_Made = TypeVar("_Made")
_MOST_BYTES = 64_000_000
_FILES: LRUCache[Hashable, tuple[object, int]] = LRUCache(_MOST_BYTES, getsizeof=lambda kept: kept[1])
_FILES_LOCK = Lock()


@dataclass(frozen=True)
class _Kept:
    """The newest tables that could be made, the stamp of the files last looked at, and their faults."""

    stamp: _Stamp
    tables: Tables | None
    faults: tuple[Finding, ...] = ()
    questions: tuple[Question, ...] = ()


def dossier_tables(name: str) -> Tables:
    """The dossier with its tables, read again when one of its files has changed.

    While its files have faults, it is the one that was read before. Raises DossierError where there is
    none yet, and UnknownDossier.
    """
    kept = _shelf().kept(name)
    if kept.tables is None:
        raise DossierError([*kept.faults], questions=kept.questions)
    return kept.tables


def dossier_id(name: str) -> str:
    """The id of a bundled dossier or of one in a folder; the name itself where that cannot be read."""
    try:
        return name if name in bundled_dossiers() else dossier_tables(name).dossier.id
    except (DossierError, UnknownDossier):
        return name


def outdated_words(name: str) -> str | None:
    """One sentence when what is shown is older than the files, because these have faults; None when not."""
    kept = _shelf().kept(name)
    faults = (*kept.faults, *kept.questions)
    if not faults:
        return None
    return (
        f"The files of this dossier have changed and cannot be read ({count_words(len(faults), 'finding')}, "
        f"the first: {faults[0]}); what was read before is shown until they are mended."
    )


class _Shelf:
    """The dossiers that were opened last, by the names under which readers open them."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._reading = Lock()

    def kept(self, name: str) -> _Kept:
        """What is kept of the dossier, brought up to date if its files have changed."""
        stamp = _stamp(name)
        kept = self._kept.get(name)
        if kept and kept.stamp == stamp:
            return kept
        with self._reading:
            kept = self._kept.get(name)
            if kept is None or kept.stamp != stamp:
                # The stamp is older than what is read: a change in between is seen the next time.
                kept = _read_again(name, stamp, kept)
                self._kept[name] = kept
                self._kept.move_to_end(name)
                while len(self._kept) > _MOST_KEPT:
                    self._kept.popitem(last=False)
            return kept


@st.cache_resource(show_spinner=False)
def _shelf() -> _Shelf:
    return _Shelf()


def _read_again(name: str, stamp: _Stamp, kept: _Kept | None) -> _Kept:
    try:
        tables = Tables(load_dossier(name), dossier_folder(name))
    except DossierError as error:
        return _Kept(stamp, kept.tables if kept else None, tuple(error.findings), error.questions)
    except UnknownDossier:
        if kept is None or kept.tables is None:
            raise
        gone = Finding(DESCRIPTION, None, "", None, "a file beside the others of its dossier")
        return replace(kept, stamp=stamp, faults=(gone,))
    return _Kept(stamp, tables)


def _stamp(name: str) -> _Stamp:
    """What differs after any change of a file, also of one that keeps length and time; () for no folder."""
    try:
        folder = dossier_folder(name)
    except UnknownDossier:
        return ()
    return tuple(map(_stamp_of, dossier_files(folder)))


def _stamp_of(file: Path) -> tuple[str, int, int, int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return file.name, found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def shared(function: _Function) -> _Function:
    """The function, whose last 128 answers are kept for all; nobody may change what it answers.

    Arguments are told apart by what they are, a view by what bears on its cells: which of them is
    open, and what is searched, makes no other answer.
    """
    kept = lru_cache(maxsize=_MOST_ANSWERS)(function)

    @wraps(function)
    def answer(*arguments: Any) -> Any:
        return kept(*(_plain(one) if isinstance(one, View) else one for one in arguments))

    return cast("_Function", answer)


def _plain(view: View) -> View:
    return view_of(view.tables, bearing(view.selection))


def made_once(key: Hashable, make: Callable[[], _Made], size: Callable[[_Made], int]) -> _Made:
    """What was made under a key, or what `make` makes now; `size` is its bytes.

    What was wanted longest ago is forgotten first; what alone is larger than all that is kept is
    made each time. The key must hold all that bears on it.
    """
    with _FILES_LOCK:
        kept = _FILES.get(key)
    if kept is not None:
        return cast("_Made", kept[0])
    made = make()
    bytes_made = size(made)
    if bytes_made <= _MOST_BYTES:
        with _FILES_LOCK:
            _FILES[key] = (made, bytes_made)
    return made
