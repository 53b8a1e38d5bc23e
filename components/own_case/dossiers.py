"""Dossiers that a reader has loaded: seen and changed in this visit alone, and gone with it."""

from __future__ import annotations

import os
import shutil
import tempfile
import weakref
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import streamlit as st

from components.app.cache import dossier_tables
from components.app.escape import escaped
from components.own_case.drafts import drafts_of
from positions.model.dossier import Dossier
from positions.model.errors import DossierError, UnknownDossier
from positions.reading.codings import CODINGS
from positions.reading.dossier import DESCRIPTION, SOURCES, STATEMENTS, bundled_dossiers, dossier_folder
from positions.reading.files import Files
from positions.reading.source_texts import TEXTS
from positions.settings import OPENED
from positions.tables import Tables

SAVED = (DESCRIPTION, SOURCES, STATEMENTS)  # in this order, for statements name what stands in the others
_OWN = "own_dossiers"
_MOST = 4  # dossiers of one visit; the one loaded first is given up


@dataclass(frozen=True)
class Origin:
    """The folder that a dossier was opened from to be edited, and its files as they were then, by name.

    `reasons` are those of statements that were decided one by one since, by their ids.
    """

    folder: Path
    read: Mapping[str, bytes]
    reasons: Mapping[str, str] = field(default_factory=dict)

    @property
    def files(self) -> Files:
        """The files as they were when they were read."""
        return as_files(self.read)


@dataclass(frozen=True)
class Own:
    """A dossier of this visit with its files, which are what is changed and taken along.

    `given` are the names of the files that it was loaded from, or of its folder.
    """

    tables: Tables
    files: Files
    origin: Origin | None = None
    given: tuple[str, ...] = ()

    @property
    def given_words(self) -> str:
        """The files that it was loaded from: the first, and how many more; "" where none is known."""
        first, *more = self.given or ("",)
        return f"{first} and {len(more):,} more" if more else first


def as_files(contents: Mapping[str, bytes]) -> Files:
    """Contents of files as files that can be read."""
    return {name: partial(bytes, content) for name, content in contents.items()}


def own_dossiers() -> dict[str, Own]:
    """The dossiers of this visit by their ids, in the order in which they were loaded."""
    own: dict[str, Own] = st.session_state.setdefault(_OWN, {})
    return own


def is_unsaved(own: Own) -> bool:
    """Whether a dossier of this visit has a draft, or is a copy of a folder that differs from it."""
    if drafts_of(own.tables.dossier.id):
        return True
    origin = own.origin
    return origin is not None and (
        bool(origin.reasons) or any(own.files[name]() != content for name, content in origin.read.items())
    )


def keep_own(
    dossier: Dossier, files: Files, origin: Origin | None = None, given: tuple[str, ...] = ()
) -> str:
    """Keep a dossier for this visit and answer its id; one of the same id takes the place of the older.

    `given` are the names of what it was loaded from; without any those of the older stay.

    Codings and texts that came with it stand in a folder that goes with the visit. An id that the server
    has given to another dossier becomes "<id>-own", so that a link never means two.
    """
    if dossier.id in _taken():
        dossier = dossier.model_copy(update={"id": f"{dossier.id}-own"})
    own = own_dossiers()
    place = list(own)
    tables = Tables(dossier, folder := _folder(files))
    weakref.finalize(tables, shutil.rmtree, folder, ignore_errors=True)
    older = own[dossier.id].given if dossier.id in own else ()
    own[dossier.id] = Own(tables, files, origin, given or older)
    if dossier.id not in place and len(own) > _MOST:
        _give_up(place)
    return dossier.id


def opened_from(tables: Tables) -> str:
    """The folder that the server was told to open, by its name, or the bundled dossier by its id."""
    bundled = tables.dossier.id in bundled_dossiers() and tables.folder == dossier_folder(tables.dossier.id)
    return (
        f"the bundled dossier {tables.dossier.id}"
        if bundled
        else f"the folder {tables.folder.resolve().name}"
    )


def _give_up(place: list[str]) -> None:
    """Take away the dossier that was loaded first, and say so; none with changes that are not saved."""
    own = own_dossiers()
    if (given_up := next((name for name in place if not is_unsaved(own[name])), None)) is not None:
        del own[given_up]
        st.toast(escaped(f"{given_up} is not kept any longer: a visit keeps the last {_MOST} dossiers."))


def keep_text(dossier: str, source: str, text: bytes) -> None:
    """Keep a copy of a source among the files of a dossier of this visit; nothing for any other."""
    own = own_dossiers()
    if dossier in own:
        files: Files = {**own[dossier].files, f"{TEXTS}/{source}.txt": partial(bytes, text)}
        own[dossier] = replace(own[dossier], files=files)


def _folder(files: Files) -> Path:
    """A folder with the codings and texts among the files, which goes when nobody has it any more."""
    folder = Path(tempfile.mkdtemp(prefix="positions-"))
    for name, content in files.items():
        path = folder / name
        if path.parent.name in (CODINGS, TEXTS) and path.parent.parent == folder:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content())
    return folder


def _taken() -> set[str]:
    """The ids of all dossiers that this server offers to everybody."""
    taken = set(bundled_dossiers())
    if served := os.environ.get(OPENED):
        with suppress(DossierError, UnknownDossier):
            taken.add(dossier_tables(served).dossier.id)
    return taken
