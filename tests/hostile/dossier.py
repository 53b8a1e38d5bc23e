"""The training dossier with hostile words in every field that holds words."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from positions.reading.dossier import DESCRIPTION, SOURCES, STATEMENTS
from tests.conftest import SMALL
from tests.hostile.words import LINKS, WORDS

_DESCRIBED = {
    "title",
    "question",
    "licence",
    "low_end",
    "high_end",
    "naming_note",
    "notice",
    "name",
    "in_sentence",
    "note",
    "rule",
    "label",
    "short",
    "office",
    "place",
    "why",
}
_SOURCED = {
    "title",
    "publisher",
    "publisher-place",
    "language",
    "note",
    "literal",
    "family",
    "given",
    "short_name",
    "outlet_flag",
    "original_language",
    "read_in",
    "abstract",
    "container-title",
    "genre",
}
_STATED = ("summary", "condition", "phrase", "note", "coder")
_TEXTS = ("limits", "aliases")


@dataclass
class Hostile:
    """A folder whose words begin with hostile ones, from the word `first` on, and all that were put in."""

    folder: Path
    first: int = 0
    put: list[str] = field(default_factory=list)

    def word(self) -> str:
        """The next hostile word, alone or with a number, so that no two texts are alike."""
        word = WORDS[(self.first + len(self.put)) % len(WORDS)]
        self.put.append(word if len(self.put) < len(WORDS) else f"{word} {len(self.put)}")
        return self.put[-1]


def hostile_dossier(folder: Path, first: int = 0) -> Hostile:
    """A copy of the training dossier in the folder, all its words replaced; `first` turns the words."""
    hostile = Hostile(folder, first)
    shutil.copytree(SMALL, folder, ignore=shutil.ignore_patterns("texts", "codings"))
    _replace_described(hostile)
    _replace_sources(hostile)
    _replace_statements(hostile)
    return hostile


def _replace_described(hostile: Hostile) -> None:
    path = hostile.folder / DESCRIPTION
    described = yaml.safe_load(path.read_text(encoding="utf-8"))
    described["id"] = "hostile"
    described["handling"] = {"mark": hostile.word(), "distribution": hostile.word()}
    _replace(described, _DESCRIBED, hostile)
    path.write_text(yaml.safe_dump(described, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _replace_sources(hostile: Hostile) -> None:
    path = hostile.folder / SOURCES
    sources = json.loads(path.read_text(encoding="utf-8"))
    for source, link in zip(sources, (*LINKS, *LINKS), strict=False):
        source["custom"].pop("sha256", None)
        source["URL"] = link
    sources[0]["URL"] = 'https://x.invalid/"><script>window.hostile=1</script>'
    sources[1]["URL"] = "https://y.invalid/a_(b)?c=d&amp;e=%20#f"
    _replace(sources, _SOURCED, hostile)
    path.write_text(json.dumps(sources, ensure_ascii=False), encoding="utf-8")


def _replace_statements(hostile: Hostile) -> None:
    path = hostile.folder / STATEMENTS
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["start"] = row["end"] = ""
        row |= {name: hostile.word() for name in _STATED}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def _replace(value: Any, named: set[str], hostile: Hostile) -> None:
    for key, inner in _places(value):
        if isinstance(inner, str) and key in named:
            value[key] = hostile.word()
        elif key in _TEXTS:
            value[key] = [hostile.word() for _ in inner]
        elif isinstance(inner, dict | list):
            _replace(inner, named, hostile)


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    return iter(value.items() if isinstance(value, dict) else enumerate(value))
