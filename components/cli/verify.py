"""`positions verify`: each coded phrase looked for in the user's own copies of the texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import track

from components.cli.files import say_finished
from components.cli.output import say, terminal
from components.cli.saving import own_folder, read_once, saved
from components.cli.view import DossierName, Texts, loaded
from positions.editing.statements import REASON, found_passages, with_passages
from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.reading.dossier import STATEMENTS, bundled_dossiers
from positions.reading.source_texts import (
    NO_FINGERPRINT,
    TEXTS_VARIABLE,
    SourceText,
    source_texts,
    texts_folder,
    unclaimed_texts,
)
from positions.reading.text_checks import (
    FAILED,
    FOUND,
    IN_TEXT,
    NO_PHRASE,
    REPEATED,
    Check,
    checks,
    counted_checks,
)
from positions.text.wording import count_words, joined, quoted

_WHO = "positions verify"
_MOST = 5  # names in a line; the others are counted
Record = Annotated[
    bool,
    typer.Option(
        "--record-passages",
        help="write start and end of each phrase that has none and stands once in its text",
    ),
]


def verify(dossier: DossierName, texts: Texts = None, record_passages: Record = False) -> None:
    """Check every passage and phrase against your own copies of the texts.

    A phrase without a passage is looked for in the whole text; where it stands once is told, and recorded
    in statements.csv with --record-passages. A text that is missing leaves its statements "not verified",
    which is no fault. Exit code 1: a phrase is not in its passage or text, a text is not the one that was
    coded, or no phrase was found in any text.
    """
    if record_passages:
        say_finished(Path(dossier).expanduser())
    checked = loaded(dossier)
    written = own_folder(dossier, checked) if record_passages else None
    folder = texts_folder(dossier, texts)
    copies = source_texts(checked, folder)
    done = list(checks(checked, copies, _tracked))
    altered = any(copy.text is None and (folder / f"{copy.source}.txt").is_file() for copy in copies.values())
    for line in (*_missing(copies, folder), *_reasons(checked, done)):
        say(line)
    if written:
        _record(checked, written, done)
    elif dossier not in bundled_dossiers():
        for line in _next_steps(dossier, copies, done, altered):
            say(line)
    say(counted_checks(done))
    if altered or any(one.status == FAILED for one in done) or not any(one.status in IN_TEXT for one in done):
        raise typer.Exit(1)


def _tracked(statements: Sequence[Statement]) -> Iterator[Statement]:
    yield from track(statements, "Verifying", len(statements), console=terminal(errors=True), transient=True)


def _missing(copies: Mapping[str, SourceText], folder: Path) -> Iterator[str]:
    """Each source without a text that can be used, with the reason; then where texts were looked for."""
    missing = [copy for copy in copies.values() if copy.text is None]
    for copy in missing:
        yield f"{copy.source}: not verified: {copy.note}"
    if missing:
        there = "" if folder.is_dir() else ", which is not there"
        yield (
            f"No text at hand for {len(missing)} of {count_words(len(copies), 'source')}. "
            f"Looked for <source id>.txt in the folder {folder.absolute()}{there}; "
            f"--texts or {TEXTS_VARIABLE} names another one."
        )
    if missing and (others := unclaimed_texts(copies, folder)):
        yield f"Texts there that bear the id of no source: {_names(others)}"


def _reasons(checked: Dossier, done: Sequence[Check]) -> Iterator[str]:
    """Why statements of which a text is at hand are not verified; those without a phrase in one line."""
    statements = {one.id: one for one in checked.statements}
    for one in done:
        if one.status in (FOUND, REPEATED, FAILED):
            said = statements[one.statement]
            yield f"{one.statement} ({said.source}): {quoted(said.phrase or '')}: {one.reason}"
    if bare := [one.statement for one in done if one.reason == NO_PHRASE]:
        yield f"{NO_PHRASE}: {_names(bare)}"


def _next_steps(
    dossier: str, copies: Mapping[str, SourceText], done: Sequence[Check], altered: bool
) -> Iterator[str]:
    """What can be done about it, in a dossier that its user may change."""
    if found := len(found_passages(done)):
        passages = f"the passages of {found} phrases" if found > 1 else "the passage of the phrase"
        yield f"`positions verify {dossier} --record-passages` records {passages} found once."
    if any(copy.note == NO_FINGERPRINT for copy in copies.values()):
        yield f"`positions fingerprint {dossier}` records which copies you code from, by their sha256."
    if altered:
        yield (
            "If your copy is the one to code from, take sha256 of its source out of sources.json; then "
            f"`positions fingerprint {dossier}` records that of yours."
        )


def _record(dossier: Dossier, folder: Path, done: Sequence[Check]) -> None:
    """Write the passages that were found, and say where what stood there before is kept."""
    places = found_passages(done)
    if not places:
        say("No passage to record.")
        return
    files = read_once(folder, dossier)
    backup = saved(folder, files, with_passages(files, places), _WHO, REASON)
    kept = f"; the statements before are kept as {backup.relative_to(folder)}" if backup else ""
    say(f"{count_words(len(places), 'passage')} recorded in {folder / STATEMENTS}{kept}")


def _names(names: Sequence[str]) -> str:
    """The first names, and how many there are beyond them."""
    more = len(names) - _MOST
    return joined([*names[:_MOST], f"{more} more"]) if more > 0 else joined(list(names))
