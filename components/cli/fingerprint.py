"""`positions fingerprint`: record which copies of the texts a dossier was coded from."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from components.cli.files import write_file
from components.cli.output import say
from components.cli.saving import own_folder
from components.cli.view import DossierName, Texts, loaded
from positions.model.sources import Source
from positions.reading.dossier import SOURCES
from positions.reading.located import raw_bytes
from positions.reading.source_texts import texts_folder
from positions.text.wording import count_words


def fingerprint(dossier: DossierName, texts: Texts = None) -> None:
    """Print the sha256 of each of your copies and record it in sources.json where none is recorded.

    What is recorded already stays. Exit code 1: the dossier is bundled, has faults, or cannot be written.
    """
    found = loaded(dossier)
    file = own_folder(dossier, found) / SOURCES
    # The entries of a dossier without faults are its sources, in the same order.
    entries: list[dict[str, Any]] = json.loads(raw_bytes(file).decode("utf-8-sig"))
    recorded = 0
    for entry, source in zip(entries, found.sources, strict=True):
        digest = _digest(source, texts_folder(dossier, texts))
        if digest is None:
            continue
        words = "recorded" if source.custom.sha256 is None else "as recorded"
        if source.custom.sha256 not in {None, digest}:
            words = "another than recorded, which stays"
        say(f"{source.id}: {digest} {words}")
        if source.custom.sha256 is None:
            entry["custom"] = {**entry.get("custom", {}), "sha256": digest}
            recorded += 1
    if recorded:
        write_file(file, (json.dumps(entries, ensure_ascii=False, indent=2) + "\n").encode())
    say(f"{count_words(recorded, 'fingerprint')} recorded in {file}")


def _digest(source: Source, folder: Path) -> str | None:
    """The sha256 of the user's copy of a source; None where there is no copy."""
    path = folder / f"{source.id}.txt"
    return hashlib.sha256(raw_bytes(path)).hexdigest() if path.is_file() else None
