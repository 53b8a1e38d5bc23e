"""What a table that comes alone lacks to be a dossier, and what to do with it next."""

from __future__ import annotations

import re
from pathlib import PurePath

from positions.model.errors import Finding
from positions.reading.codings import COLUMNS
from positions.reading.dossier import STATEMENTS
from positions.reading.encoding import decoded_text
from positions.reading.files import is_named
from positions.reading.parquet import SUFFIX, is_parquet, parquet_table

_TABLES = (".csv", ".tsv", ".tab", SUFFIX)
_FEWEST = 4  # heads of statements in a first line, so that it is a table of these
_PARTS = re.compile(r"[,;\t|]")
OWN_TABLE = (
    "a table with its own columns needs a mapping.yaml that says what they mean: give both together, or run "
    "`positions import table TABLE --mapping mapping.yaml --out FOLDER`; `positions import table --example` "
    "prints both"
)
_OF_A_FOLDER = (
    "it has the columns of statements.csv, which lies in a folder with dossier.yaml and sources.json: "
    "`positions new ID --folder` makes one; put it there and run `positions validate ID`, or give the three "
    "files together"
)


def is_table(name: str) -> bool:
    """Whether a file of that name is a table in plain text or Parquet."""
    return PurePath(name).suffix.casefold() in _TABLES


def table_alone(raw: bytes, name: str) -> Finding:
    """What is wrong with a table alone: a file of a dossier is told its folder, any other its mapping.

    Raises DossierError for Parquet that cannot be read.
    """
    heads = {COLUMNS.named(head) for head in _heads(raw, name)} - {None}
    of_a_folder = len(heads) >= _FEWEST or is_named(name, STATEMENTS)
    expected = f"a whole dossier; {_OF_A_FOLDER if of_a_folder else OWN_TABLE}"
    return Finding(name, None, "", "a table alone", expected)


def _heads(raw: bytes, name: str) -> list[str]:
    if is_parquet(raw, name):
        return [*parquet_table(raw, name).heads]
    first = next(iter(decoded_text(raw, name).text.splitlines()), "")
    return [cell.strip('" ') for cell in _PARTS.split(first)]
