"""Short texts that several formats write alike: notes and their numbers, strips, claims, ends of scales."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from components.figures.strip import MOST_COLUMNS
from components.report.content import Briefing
from components.report.records import CellText, Codebook, Note
from components.report.scale_records import Claim, PairWords
from components.theme import STRIP_SIGNS
from positions.model.issues import Issue
from positions.text.labels import MARK_WORDS
from positions.text.movement import ChangeRow
from positions.text.wording import step_words

FARTHEST = "Farthest apart"
COMPARED = "positions compared"
MOST_LINES = 4  # changes on a single page


def note_text(note: Note) -> str:
    """One line with everything that a citation needs; the condition is part of it."""
    condition = f" Condition: {note.condition}." if note.condition else ""
    phrase = f" {note.phrase}." if note.phrase else ""
    return (
        f"{note.number}. {note.who} ({note.side} on {note.issue}), {note.said}.{phrase} "
        f"{note.statement.summary}{condition} Source: {note.source}; statement {note.statement.id}."
    )


def notes_of(briefing: Briefing, cells: Iterable[CellText]) -> list[Note]:
    """The notes that these cells name, each once, in order of their numbers."""
    wanted = {number for cell in cells for number in cell.notes}
    return [note for note in briefing.notes if note.number in wanted]


def strip_text(strip: Sequence[str]) -> str:
    """The strip of a cell as signs, one for each block, which no line break can part; many stand close."""
    return ("\u00a0" if len(strip) <= MOST_COLUMNS else "").join(STRIP_SIGNS[block] for block in strip)


def numbers_text(numbers: Sequence[int]) -> str:
    """Numbers of notes with runs drawn together: "note 3", "notes 4–7, 9"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    return f"{'note' if len(numbers) == 1 else 'notes'}\u00a0{told}" if numbers else ""


def claim_text(claim: Claim, issue: Issue) -> str:
    """Where another side says that one stands: "claimed by others, …: Choice kept open"."""
    return f"{MARK_WORDS['claimed']}, {claim.by}: {step_words(issue, claim.low, claim.high, short=True)}"


def left_out(shown: int, total: int, things: str) -> str:
    """How many of all stand in a short report: "4 of 64 positions; the full dossier has them all"."""
    return f"{shown} of {total} {things}; the full dossier has them all"


def pair_text(pair: PairWords) -> str:
    """A gap with its relation, which is not said twice: "Apart, 2 of 4 steps: from … to …"."""
    said = not pair.relation or pair.relation.lower() in pair.words.lower()
    return pair.words if said else f"{pair.relation}, {pair.words}"


def change_texts(change: ChangeRow) -> tuple[str, str, str, str]:
    """A change as the four cells of a row under `Moves.heads`."""
    return f"{change.issue_name}: {change.name}", change.before, change.after, change.words


def ends_text(codebook: Codebook) -> str:
    """Which end of every scale step 0 is; neither is the better one."""
    return f"Step 0 lies {codebook.low_end}, the last step {codebook.high_end}; direction carries no merit."
