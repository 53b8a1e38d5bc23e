"""The command line: new, load and workbook for a case of one's own; all other commands on a dossier.

Each works on a dossier, named by its id or folder. Exit codes: 0 all well, 1 findings, 2 wrong usage.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Annotated

import pandas as pd
import typer

from components.cli.brief import brief
from components.cli.changes import changes
from components.cli.check import check
from components.cli.coding import blind, coded
from components.cli.export import export
from components.cli.fingerprint import fingerprint
from components.cli.import_table import app as import_app
from components.cli.new import load, new, workbook
from components.cli.output import say
from components.cli.reconcile import reconcile
from components.cli.schema import schema
from components.cli.serve import serve
from components.cli.table_output import say_frame
from components.cli.verify import verify
from components.cli.view import (
    AsOf,
    Cleared,
    DossierName,
    Issues,
    Parties,
    loaded,
    opened_place,
    say_mended,
    text_doubts,
    viewed,
    without_faults,
)
from components.cli.why import why
from positions.analysis.divergence import DAYS
from positions.method.codebook import codebook as codebook_of
from positions.reading.codings import checked_codings
from positions.reading.dossier import dossier_folder, read_dossier
from positions.text.divergence import HEADS as DIVERGENCE_HEADS
from positions.text.divergence import RULE as DIVERGENCE_RULE
from positions.text.divergence import count_sentence, divergence_words
from positions.text.meeting import HEADS as MOVE_HEADS
from positions.text.meeting import RULE as MOVE_RULE
from positions.text.meeting import meeting_words
from positions.text.meeting_lines import tally_sentences
from positions.text.robustness import HEADS, robustness_words
from positions.text.tables import gap_table, matrix_table
from positions.text.wording import count_words
from positions.view import View

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None, help=__doc__)
for _command in (
    *(export, brief, fingerprint, serve, new, workbook, load),
    *(schema, blind, coded, reconcile, changes, why, check, verify),
):
    app.command()(_command)
app.add_typer(import_app, name="import")

_Printed = Callable[[View, bool], None]
AsCsv = Annotated[bool, typer.Option("--csv", help="comma-separated values instead of a table")]


@app.command()
def validate(dossier: DossierName) -> None:
    """Check every file of a dossier, its codings too; tell what was mended, then all faults at once."""
    place = opened_place(dossier)
    reading = without_faults(lambda: read_dossier(dossier), place=place)
    say_mended(reading.repairs, reading.notices)
    checked = reading.dossier
    codings = without_faults(lambda: checked_codings(checked, dossier_folder(dossier)), place=place)
    say_mended(codings.repairs, codings.notices)
    say_mended((), text_doubts(checked, dossier))
    counts = (
        count_words(len(checked.statements), "statement"),
        count_words(len(checked.sources), "source"),
        count_words(len(checked.parties), "party", "parties"),
        count_words(len(checked.issues), "issue"),
    )
    data = f"data {checked.data_version}, read from {place}"
    say(f"{checked.id}: no fault found; {', '.join(counts)}; {data}")


def _of_view(*, whole: bool = True) -> Callable[[_Printed], _Printed]:
    """Make a command of what prints a view, as a table or as CSV; its options choose the view.

    With `whole` CSV has all of a dossier that is too wide for one look, unless some of it is chosen.
    """

    def made(printed: _Printed) -> _Printed:
        def command(
            dossier: DossierName,
            as_of: AsOf = None,
            parties: Parties = None,
            issues: Issues = None,
            cleared: Cleared = False,
            csv: AsCsv = False,
        ) -> None:
            printed(viewed(dossier, as_of, parties, issues, whole=csv and whole, cleared=cleared), csv)

        app.command(printed.__name__, help=printed.__doc__)(command)
        return printed

    return made


@_of_view()
def matrix(view: View, csv: bool) -> None:
    """Print who stands where on each issue as of a day."""
    _print(matrix_table(view), view, csv=csv)


@_of_view()
def gaps(view: View, csv: bool) -> None:
    """Print how far apart each pair of parties stands on each issue as of a day."""
    _print(gap_table(view), view, csv=csv)


@_of_view(whole=False)
def robustness(view: View, csv: bool) -> None:
    """Print in how many variants of coding the finding holds, and what is farthest apart in each."""
    found = robustness_words(view)
    _print(_table(HEADS, (one.texts for one in found.rows)), view, csv=csv)
    if not csv:
        say("\n".join((*found.sentences, *found.removals)))


@_of_view()
def moves(view: View, csv: bool) -> None:
    """Print what would bring each pair to the same step, and where all would meet if conditions held."""
    found = meeting_words(view, view.gaps)
    if csv:
        _print(_table(MOVE_HEADS, (one.texts(view.tables) for one in found)), view, csv=True)
    else:
        _say_lines(view, [MOVE_RULE, *tally_sentences(view), *(one.sentence for one in found)])


@app.command()
def divergences(
    dossier: DossierName,
    as_of: AsOf = None,
    parties: Parties = None,
    issues: Issues = None,
    days: Annotated[int, typer.Option(min=0, help="the most days between the two statements")] = DAYS,
    cleared: Cleared = False,
    csv: AsCsv = False,
) -> None:
    """Print statements of one side that lie steps apart within a time, the newest first."""
    view = viewed(dossier, as_of, parties, issues, whole=csv, cleared=cleared)
    found = divergence_words(view, days)
    if csv:
        _print(_table(DIVERGENCE_HEADS, (one.texts for one in found)), view, csv=True)
    else:
        count = count_sentence(len(found), days)
        _say_lines(view, [DIVERGENCE_RULE, count, *(one.sentence for one in found)])


@app.command()
def codebook(dossier: DossierName) -> None:
    """Print the codebook as Markdown."""
    say(codebook_of(loaded(dossier)), end="")


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=list(heads))


def _print(frame: pd.DataFrame, view: View, *, csv: bool) -> None:
    """The table between the finding with its measure line and the source line; as CSV the table alone."""
    if csv:
        say(frame.to_csv(index=False), end="")
        return
    say(f"{view.finding}\n{view.measure}")
    say_frame(frame)
    say(view.source_line)


def _say_lines(view: View, lines: Iterable[str]) -> None:
    """Sentences between the finding with its measure line and the source line."""
    say("\n".join((view.finding, view.measure, *lines, view.source_line)))
