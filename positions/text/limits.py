"""How much one view may hold, so that no reader keeps the others waiting, and what is told beyond it."""

from __future__ import annotations

from positions.model.dossier import Dossier
from positions.selection import Selection
from positions.text.wording import count_words

# Measured where every cell has words: some 20 microseconds a pair, and 1 kB.
MOST_PAIRS = 100_000  # of columns, on each issue
MOST_CELLS = 20_000  # as many as are kept for the next reader


def refusal(selection: Selection, dossier: Dossier) -> str | None:
    """One sentence on a view that would hold too much, and what to choose instead; None for any other."""
    columns, issues = len(selection.columns(dossier)), len(selection.issues)
    pairs = columns * (columns - 1) // 2 * issues
    held = ("pairs", pairs, MOST_PAIRS) if pairs > MOST_PAIRS else ("cells", columns * issues, MOST_CELLS)
    noun, count, most = held
    if count <= most:
        return None
    return (
        f"{count_words(columns, 'column')} on {count_words(issues, 'issue')} make {count:,} {noun}, and one "
        f"view holds at most {most:,}: choose fewer parties or fewer issues."
    )


def too_much_at_a_glance(selection: Selection, dossier: Dossier) -> str | None:
    """The same for an overview of all parties and issues, of which none can be left out."""
    columns, issues = len(selection.columns(dossier)), len(selection.issues)
    if columns * issues <= MOST_CELLS:
        return None
    return (
        f"{count_words(columns, 'column')} on {count_words(issues, 'issue')} are too many to be shown at a "
        f"glance: choose parties and issues for the table above."
    )
