"""What stands beside reports: which files were made of which view and data, to tell what was changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from typing import Self

from pydantic import ValidationError

from positions.address import link_of
from positions.analysis.data_change import fingerprints
from positions.model.base import Record
from positions.text.handling import handling_words
from positions.view import View

SUFFIX = "manifest.json"


class MadeFile(Record):
    """A file as it was when it was made."""

    name: str
    """Its name, without a folder."""
    sha256: str
    """Fingerprint of its bytes."""
    address: str
    """The view that it shows, as the query of a link to the app."""
    made_with: str
    """Version of the program."""

    def fits(self, content: bytes) -> bool:
        """Whether these are the bytes that were made."""
        return self.sha256 == sha256(content).hexdigest()


class Manifest(Record):
    """Files that were made of one version of a dossier, with fingerprints of its statements."""

    dossier: str
    """Id of the dossier."""
    title: str
    """Its title."""
    data_version: str
    """Fingerprint of its files."""
    handling: str | None
    """How the files may be handled, as it stands on every page; empty where nothing is said."""
    files: tuple[MadeFile, ...]
    """The files in the order of their names."""
    statements: dict[str, str]
    """A fingerprint of every statement of the dossier by its id."""

    def joined(self, older: Self | None) -> Self:
        """The manifest with the files that an older one of the same data names beside its own."""
        if older is None or (older.dossier, older.data_version) != (self.dossier, self.data_version):
            return self
        files = {one.name: one for one in (*older.files, *self.files)}
        return self.model_copy(update={"files": tuple(files[name] for name in sorted(files))})

    def written(self) -> bytes:
        """The manifest as UTF-8 JSON ending in a line break."""
        return (self.model_dump_json(indent=2) + "\n").encode()


def manifest_of(view: View, files: Mapping[str, bytes]) -> Manifest:
    """The manifest of some files of a view, by their names."""
    dossier, address = view.tables.dossier, link_of(view.selection, view.tables.dossier)
    made = (
        MadeFile(
            name=name,
            sha256=sha256(content).hexdigest(),
            address=address,
            made_with=program_version(),
        )
        for name, content in sorted(files.items())
    )
    return Manifest(
        dossier=dossier.id,
        title=dossier.title,
        data_version=dossier.data_version,
        handling=handling_words(dossier) or None,
        files=tuple(made),
        statements=fingerprints(dossier),
    )


def read_manifest(raw: bytes) -> Manifest | None:
    """The manifest that was written; None for anything else."""
    try:
        return Manifest.model_validate_json(raw)
    except ValidationError:
        return None


def of_file(manifests: Iterable[Manifest], name: str, content: bytes) -> tuple[Manifest, MadeFile] | None:
    """The manifest that names a file, and what it says of it; None where none does.

    Where several do, the one whose fingerprint fits; a file under another name is known by that alone.
    """
    known = [(manifest, file) for manifest in manifests for file in manifest.files]
    fitting = [pair for pair in known if pair[1].fits(content)]
    named = [pair for pair in known if pair[1].name == name]
    return next(iter([*(pair for pair in fitting if pair in named), *named, *fitting]), None)


@cache
def program_version() -> str:
    """The version of this program; "unknown" where it is not installed."""
    try:
        return version("positions")
    except PackageNotFoundError:
        return "unknown"
