"""`positions reconcile`: what two codings place otherwise, out to be decided and back with the reasons."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from components.cli.files import content_of, new_path, say_finished, write_file
from components.cli.new import needs_writer
from components.cli.output import refused, say, wrong_usage
from components.cli.publication import publishable
from components.cli.saving import read_once, saved
from components.cli.view import DossierName, loaded, without_faults
from positions.editing.reconciling import (
    Coders,
    Codings,
    Disagreement,
    compared_coders,
    disagreements,
    still_open,
    with_decisions,
)
from positions.editing.saving import LOG, Reasons, logged_reasons
from positions.model.dossier import Dossier
from positions.reading.codings import load_codings
from positions.reading.dossier import bundled_dossiers, dossier_folder
from positions.text.wording import count_words
from positions.workbook.decisions import decisions_workbook, read_decisions

Sheet = Annotated[Path, typer.Argument(metavar="SHEET.xlsx", help="written; with --by, read as filled in")]
By = Annotated[str | None, typer.Option(help="who decided; takes the decisions over")]
Which = Annotated[
    str | None, typer.Option("--coders", metavar="A,B", help="the two codings, where more than two are kept")
]


def reconcile(dossier: DossierName, sheet: Sheet, by: By = None, coders: Which = None) -> None:
    """Write what two codings place otherwise, side by side; with --by, take the decisions over.

    Where one coding is kept, it is compared with the placements of the dossier. Each changed cell is a line
    in changes.csv with its reason; the statements before are kept in backups. Exit code 1: there are
    faults, all of which are told, and nothing is written.
    """
    if by is not None and dossier in bundled_dossiers():
        wrong_usage(f"'{dossier}' is bundled; copy its folder, and name the copy.")
    if by is not None and not by.strip():
        wrong_usage("--by needs the name of who decided.")
    if by is not None:
        say_finished(Path(dossier).expanduser())
    checked, folder = loaded(dossier), dossier_folder(dossier)
    codings = without_faults(lambda: load_codings(checked, folder))
    pair = _pair(codings, coders)
    found = still_open(disagreements(checked, pair, codings), logged_reasons(folder))
    if by is None:
        _write(checked, pair, found, sheet)
    else:
        _take_over(checked, folder, found, sheet, by.strip())


def _pair(codings: Codings, named: str | None) -> Coders:
    """The two that were named, or the only two that there are; anything else ends the command with 2."""
    pairs = compared_coders(codings)
    if named is not None:
        wanted = tuple(sorted(one.strip() for one in named.split(",")))
        pairs = tuple(pair for pair in pairs if tuple(sorted(pair)) == wanted)
    if len(pairs) != 1:
        known = ", ".join(sorted(codings)) or "none"
        wrong_usage(f"Name two codings as --coders A,B; kept beside the dossier: {known}.")
    return pairs[0]


def _write(dossier: Dossier, pair: Coders, found: tuple[Disagreement, ...], sheet: Path) -> None:
    if not found:
        say(f"{' and '.join(pair)} place nothing otherwise that is still to be decided.")
        return
    needs_writer()
    publishable(dossier, sheet.parent)
    content = without_faults(lambda: decisions_workbook(dossier, pair, found))
    say(f"{write_file(new_path(sheet), content)}: {count_words(len(found), 'disagreement')}")


def _take_over(dossier: Dossier, folder: Path, found: tuple[Disagreement, ...], sheet: Path, by: str) -> None:
    raw = content_of(sheet)
    decisions = without_faults(lambda: read_decisions(raw, sheet.name, dossier, found))
    if not decisions:
        refused(f"Nothing is decided in '{sheet}'; fill in kept and reason.")
    files = read_once(folder, dossier)
    changed = with_decisions(files, {one.disagreement.kept.id: one.cells for one in decisions})
    reasons = Reasons(of={one.disagreement.kept.id: one.why for one in decisions})
    saved(folder, files, changed, by, reasons)
    decided = count_words(len(decisions), "decision")
    say(f"{folder}: {decided} taken over; reasons are in {LOG}")
