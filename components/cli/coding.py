"""`positions blind` and `coded`: a second coder places the same statements without sight of the first."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from components.cli.files import content_of, folder_made, new_path, write_file
from components.cli.new import needs_writer
from components.cli.output import say, wrong_usage
from components.cli.publication import publishable
from components.cli.table_output import say_frame
from components.cli.view import DossierName, NewFile, Texts, checked_id, loaded, without_faults
from positions.method.agreement import agreement_sentences, compared_pair, reading_sentences
from positions.model.statements import Statement
from positions.reading.codings import CODINGS
from positions.reading.dossier import bundled_dossiers, dossier_folder
from positions.reading.source_texts import source_texts, texts_folder
from positions.tables import Tables
from positions.text.wording import count_words
from positions.workbook.blind import blind_workbook, coded_statements
from positions.workbook.reading import files_of_dossier

FIRST = "dossier"

Filled = Annotated[Path, typer.Argument(metavar="FILE", help="the workbook as the second coder filled it in")]
Coder = Annotated[str, typer.Option(help="name of the second coder: letters, digits, - and _")]


def blind(dossier: DossierName, output: NewFile, texts: Texts = None) -> None:
    """Write a workbook for a second coder: statements with their passages, issues with steps, sources.

    Placements, conditions, confidences, notes, summaries and coders are not in it.
    """
    needs_writer()
    checked = loaded(dossier)
    publishable(checked, output.parent)
    copies = source_texts(checked, texts_folder(dossier, texts))
    say(str(write_file(new_path(output), without_faults(lambda: blind_workbook(checked, copies)))))


def coded(dossier: DossierName, file: Filled, coder: Coder) -> None:
    """Keep what a second coder filled in as codings/NAME.csv, and tell how far the two agree.

    Exit code 1: there are faults, all of which are told, or the coder has a coding already; nothing is
    written then.
    """
    checked_id(coder)
    if dossier in bundled_dossiers():
        wrong_usage(f"'{dossier}' is bundled; copy its folder, and name the copy.")
    checked, folder = loaded(dossier), dossier_folder(dossier)
    kept = new_path(folder / CODINGS / f"{coder}.csv")
    raw = content_of(file)
    second = without_faults(lambda: coded_statements(raw, file.name, checked, coder))
    folder_made(kept.parent)
    written = files_of_dossier(checked, {coder: second})[f"{CODINGS}/{coder}.csv"]
    say(f"{write_file(kept, written())}: {count_words(len(second), 'statement')}")
    _compare(Tables(checked, folder), second, coder)


def _compare(tables: Tables, second: tuple[Statement, ...], coder: str) -> None:
    """Tell the agreement with the placements of the dossier, of the statements that were coded again."""
    again = {one.id for one in second}
    first = tuple(one for one in tables.dossier.statements if one.id in again)
    pair = compared_pair((FIRST, coder), (first, second), tables)
    for sentence in (*agreement_sentences(pair, tables.dossier), *reading_sentences(tables.dossier)):
        say(sentence)
    say_frame(pair.by_issue)
    if not pair.disputed.empty:
        say("Placed on unlike steps:")
        say_frame(pair.disputed.drop(columns="In the dossier"))
