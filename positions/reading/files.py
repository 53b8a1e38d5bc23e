"""The files of a dossier, each a name and a way to read it, found whatever the letters of their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from positions.model.errors import DossierError, Finding, Repair

Files = Mapping[str, Callable[[], bytes]]
_ALSO_NAMED = {
    "dossier.yaml": ("dossier.yml",),
    "statements.csv": ("statements.xlsx", "statements.parquet"),
    "sources.json": ("sources.ris", "sources.bib"),
}
# Kinds of files that are read as what they are, whatever they stand for.
_OF_THEIR_KIND = (".xlsx", ".parquet", ".ris", ".bib")


def is_named(name: str, wanted: str) -> bool:
    """Whether a file of that name is meant as the wanted one; capitals do not matter."""
    return name.casefold() in (wanted, *_ALSO_NAMED.get(wanted, ()))


def named_file(files: Iterable[str], wanted: str) -> tuple[str, tuple[Repair, ...]]:
    """The name by which the wanted file is there, and a repair if that is another.

    A workbook, Parquet and a list of references are told as such where they are read. Raises DossierError
    when there is none, or more than one.
    """
    found = [name for name in files if is_named(name, wanted)]
    if not found:
        raise DossierError([Finding(wanted, None, "", None, "a file beside the others of its dossier")])
    if len(found) > 1:
        expected = "one file; take away those that are not to be read"
        raise DossierError([Finding(wanted, None, "", " and ".join(sorted(found)), expected)])
    name = found[0]
    as_wanted = name == wanted or name.endswith(_OF_THEIR_KIND)
    return name, () if as_wanted else (Repair(name, None, "", name, wanted, sentence=f"read as {wanted}"),)


def files_in(folder: Path, wanted: Iterable[str]) -> list[Path]:
    """What there is of the wanted files, in alphabetical order; all of them if the folder stays closed."""
    try:
        return sorted(path for path in folder.iterdir() if any(is_named(path.name, one) for one in wanted))
    except OSError:
        return [folder / name for name in wanted]
