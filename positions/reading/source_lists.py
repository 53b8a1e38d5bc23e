"""The list of sources in whichever format a reference manager exported it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from positions.model.errors import Repair
from positions.reading.bibtex_text import located_bibtex
from positions.reading.encoding import decoded_text
from positions.reading.json_text import located_json_list
from positions.reading.located import Located
from positions.reading.ris_text import located_ris

# By the ending of its file; anything else is CSL-JSON.
LISTS: dict[str, tuple[str, Callable[[str, str], Located]]] = {
    ".ris": ("RIS", located_ris),
    ".bib": ("BibTeX", located_bibtex),
}


CSL_JSON = ".json"
LISTED = "RIS (.ris), BibTeX (.bib) or CSL-JSON (.json, a list that begins with [)"


def is_list_of_sources(name: str, raw: bytes) -> bool:
    """Whether a file is a list of references: by its ending, and of JSON by the bracket it begins with."""
    ending = PurePath(name).suffix.lower()
    return ending in LISTS or (ending == CSL_JSON and decoded_text(raw, name).text.lstrip()[:1] == "[")


def is_empty_list(raw: bytes) -> bool:
    """Whether a list of sources has none in it."""
    return b"".join(raw.split()) in (b"", b"[]")


def located_sources(text: str, file: str) -> Located:
    """The entries as CSL-JSON has them, with their lines, told where they were written otherwise.

    Raises DossierError for what cannot be read.
    """
    ending = PurePath(file).suffix.lower()
    if ending not in LISTS:
        return located_json_list(text, file)
    name, read = LISTS[ending]
    words = f"the sources are read from {name}"
    return replace(read(text, file), repairs=(Repair(file, None, "", name, "CSL-JSON", sentence=words),))
