"""A folder that another has changed since it was read: both versions, and a choice for each cell of both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import pandas as pd
import streamlit as st

from components.app.escape import escaped
from components.app.st_output import show_table
from components.own_case.dossiers import SAVED, Origin, Own, as_files
from components.own_case.folder_look import forget_look, found_words, look_of, note_look
from positions.editing.conflicts import Settled, Versions, all_changes, all_clashes, united
from positions.editing.rebasing import Clash
from positions.editing.statements import readable_rows
from positions.editing.tables import Change
from positions.model.errors import DossierError
from positions.reading.dossier import read_files
from positions.reading.files import Files
from positions.text.faults import change_table, fault_table
from positions.text.wording import count_words, joined

_CONFLICTS, _COMPARED = "conflicts", "versions_compared"
_SIDES = ("As you read it", "In the folder now")
_MINE, _THEIRS = "mine", "theirs"


def keep_conflict(own: Own, folder: Path) -> None:
    """Keep what stands in the folder now, of each file that is saved; what is not there is left out."""
    _conflicts()[own.tables.dossier.id] = _contents(folder)
    note_look(own)


def forget_conflict(own: Own) -> None:
    """Take away what was kept of a folder that another had changed."""
    _conflicts().pop(own.tables.dossier.id, None)
    forget_look(own)


def conflict_of(own: Own) -> Mapping[str, bytes] | None:
    """The files that another has saved since, by name; None while nobody has been seen to."""
    return _conflicts().get(own.tables.dossier.id)


def choose_versions(own: Own, origin: Origin, theirs: Mapping[str, bytes]) -> Settled | None:
    """Both versions with a choice for each cell that both changed; None until all is chosen."""
    changed = joined([name for name in SAVED if theirs.get(name) != origin.read[name]])
    st.warning(
        escaped(
            f"Not saved: {changed} has been changed by somebody else since it was read here. Nothing is lost."
        )
    )
    _versions(own, theirs)
    if st.button("Read the folder again", key="read_again"):
        _read_again(own, origin, theirs)
        st.rerun()
    show_look(own)
    if missing := [name for name in SAVED if name not in theirs]:
        st.caption(
            escaped(
                f"{joined(missing)} is gone from the folder: put it back, from the ZIP below, and read again."
            )
        )
        return None
    try:
        return _settled(_compared(own, origin, theirs))
    except DossierError as error:
        tell_faults(error)
        return None


def show_look(own: Own) -> None:
    """In one line what reading the folder again has found; nothing before that."""
    if (look := look_of(own)) and look.words:
        st.caption(escaped(look.words))


def _read_again(own: Own, origin: Origin, theirs: Mapping[str, bytes]) -> None:
    """Keep what stands in the folder now and what has changed there; no conflict once it is as it was."""
    look, now = look_of(own), _contents(origin.folder)
    words = found_words(theirs, now, look.at if look else "the last look")
    if now == origin.read:
        forget_conflict(own)
        words = f"{words.removesuffix('.')}. It is as you read it here, so it can be saved to."
    else:
        _conflicts()[own.tables.dossier.id] = now
    note_look(own, words)


def _contents(folder: Path) -> dict[str, bytes]:
    return {name: path.read_bytes() for name in SAVED if (path := folder / name).is_file()}


def united_files(own: Own, origin: Origin, theirs: Mapping[str, bytes], settled: Settled) -> Files | None:
    """The files that both versions make with what was chosen; None, and told, where they have faults."""
    try:
        return united(_versions_of(own, origin, theirs), settled.theirs_kept)
    except DossierError as error:
        tell_faults(error)
        return None


def tell_faults(error: DossierError) -> None:
    """The faults in the way of a save, and what to do."""
    faults = count_words(len(error.findings), "fault")
    st.markdown(f"**{escaped(faults)} in what both make together; nothing is saved.**")
    show_table(pd.DataFrame(fault_table(error.findings)), "Faults")
    st.caption("Mend them in the tables above, or in the folder, and read it again.")


@dataclass(frozen=True)
class _Compared:
    """Two versions compared: their clashes, what another alone changed, whether rows can be written."""

    version: str
    theirs: Mapping[str, bytes]
    found: tuple[Clash, ...]
    others: tuple[Change, ...]
    is_readable: bool


def _compared(own: Own, origin: Origin, theirs: Mapping[str, bytes]) -> _Compared:
    """Both versions compared, once for each. Raises DossierError for faults in the folder."""
    version = own.tables.dossier.data_version
    kept: _Compared | None = st.session_state.get(_COMPARED)
    if kept and kept.version == version and kept.theirs is theirs:
        return kept
    versions = _versions_of(own, origin, theirs)
    is_readable = readable_rows(versions.theirs, read_files(versions.theirs).dossier)
    found = tuple(all_clashes(versions)) if is_readable else ()
    both = {one.place for one in found}
    others = all_changes(versions.base, versions.theirs) if is_readable else ()
    compared = _Compared(
        version, theirs, found, tuple(one for one in others if one[:2] not in both), is_readable
    )
    st.session_state[_COMPARED] = compared
    return compared


def _settled(compared: _Compared) -> Settled | None:
    if not compared.is_readable:
        st.caption(
            "The statements in the folder are not comma-separated UTF-8 any more; write them so there."
        )
        return None
    if compared.others:
        st.markdown("**What another alone has changed is taken over:**")
        show_table(pd.DataFrame(change_table(compared.others, _SIDES)), "What another has changed")
    choices = [_choice(clash) for clash in compared.found]
    if None in choices:
        return None
    places = zip(compared.found, choices, strict=True)
    return Settled(compared.found, frozenset(clash.place for clash, choice in places if choice == _THEIRS))


def _versions_of(own: Own, origin: Origin, theirs: Mapping[str, bytes]) -> Versions:
    return Versions(origin.files, own.files, {**own.files, **as_files(theirs)})


def _choice(clash: Clash) -> str | None:
    """Mine or theirs, neither of which is chosen at first."""
    words = {
        _MINE: f"keep yours: {clash.mine or 'nothing'}",
        _THEIRS: f"keep what another saved: {clash.theirs or 'nothing'}",
    }
    before = f"; it was {clash.before}" if clash.before else ""
    mark = crc32("\n".join((*clash.place, clash.mine, clash.theirs)).encode())
    chosen: str | None = st.radio(
        escaped(f"{clash.record}, {clash.column}{before}"),
        list(words),
        format_func=lambda side: escaped(words[side]),
        index=None,
        key=f"version_{mark:x}",
        persist_state="session",
    )
    return chosen


def _versions(own: Own, theirs: Mapping[str, bytes]) -> None:
    """Each file that differs, as it is here and as it is in the folder, to take along."""
    with st.container(horizontal=True, key="versions"):
        for file, content in theirs.items():
            if content == (mine := own.files[file]()):
                continue
            stem, _, suffix = file.rpartition(".")
            for title, version in (("Theirs", content), ("Yours", mine)):
                name = f"{stem}-{title.lower()}.{suffix}"
                label = f"{title} ({suffix.upper()})"
                st.download_button(label, version, name, "text/plain", on_click="ignore", key=name)


def _conflicts() -> dict[str, Mapping[str, bytes]]:
    found: dict[str, Mapping[str, bytes]] = st.session_state.setdefault(_CONFLICTS, {})
    return found
