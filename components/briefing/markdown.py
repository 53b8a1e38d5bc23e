"""The briefing as Markdown for a wiki: tables, numbered notes, codebook; every text is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from components.briefing.content import Briefing
from components.briefing.parts import CellText, Codebook, Head, Note
from components.briefing.scale_parts import IssueCard
from positions.text.citation import source_citation
from positions.models import Issue

# What Markdown or HTML would read anywhere in a text, and what it would read at the beginning of one.
_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>|#~$^&@"})
_BEGINS = re.compile(r"^(\d*)([-+=.)])")
_ADDRESS = re.compile(r"://|(?<=www)\.", re.IGNORECASE)


def markdown(briefing: Briefing) -> bytes:
    """The whole briefing as UTF-8 GitHub-flavoured Markdown, ending in a line break.

    Notes are footnotes: a cell names their numbers, a renderer links them there and back.
    """
    blocks = (
        *_head(briefing.head),
        "## Who stands where",
        _matrix(briefing),
        "## How far apart",
        *_gaps(briefing.cards),
        *([as_text(briefing.gaps.overall)] if briefing.gaps.overall else []),
        *_moves(briefing),
        "## Codebook of the issues shown",
        *_codebook(briefing.codebook),
        "## Notes",
        *(_note(note) for note in briefing.notes),
        *(() if briefing.notes else ("No cell rests on a statement.",)),
        "---",
        f"{as_text(briefing.head.footer)}  \nLicence: {as_text(briefing.head.licence)}",
    )
    return ("\n\n".join(blocks) + "\n").encode()


def as_text(text: str) -> str:
    """Data as text on one line, where Markdown and HTML would read signs."""
    plain = " ".join(text.split()).translate(_SIGNS)
    return _BEGINS.sub(r"\1\\\2", _ADDRESS.sub(lambda found: f"\\{found.group()}", plain))


def _head(head: Head) -> Iterator[str]:
    yield f"# {as_text(head.subject)}, {as_text(head.as_of_words)}"
    yield f"**{as_text(head.title)}**"
    yield as_text(head.question)
    yield as_text(head.evidence)


def _matrix(briefing: Briefing) -> str:
    heads = ["Issue", *(column.name for column in briefing.matrix.columns), "Widest gap"]
    rows = [
        [
            f"**{as_text(row.issue.name)}**<br>{as_text(row.issue.question)}",
            *map(_cell, row.cells),
            "<br>".join([f"**{as_text(row.gap.words)}**", *map(as_text, row.gap.pairs)]),
        ]
        for row in briefing.matrix.rows
    ]
    return _table([as_text(head) for head in heads], rows)


def _cell(cell: CellText) -> str:
    mark = "*" if cell.blank else "**"
    notes = "".join(f"[^{number}]" for number in cell.notes)
    evidence = f"{as_text(cell.evidence)}{notes}"
    lines = (f"{mark}{as_text(cell.title)}{mark}", as_text(cell.detail), evidence)
    return "<br>".join(line for line in lines if line)


def _gaps(cards: Sequence[IssueCard]) -> Iterator[str]:
    rows = [
        [as_text(card.issue.name), as_text(pair), as_text(words)]
        for card in cards
        for pair, words in card.gaps
    ]
    yield _table(["Issue", "Pair", "Gap"], rows) if rows else "No two sides can be compared."
    for card in cards:
        if not card.gaps:
            yield f"* {as_text(card.issue.name)}: {as_text(card.gap.words)}"


def _moves(briefing: Briefing) -> Iterator[str]:
    changes = briefing.moves.changes
    if changes.rows:
        yield "## What has moved"
        yield f"{as_text(briefing.moves.title)}."
        yield _table(
            [as_text(head) for head in changes.heads], [[as_text(one) for one in row] for row in changes.rows]
        )


def _codebook(codebook: Codebook) -> Iterator[str]:
    low, high = as_text(codebook.low_end), as_text(codebook.high_end)
    yield f"Step 0 lies {low}, the last step {high}; direction carries no merit."
    for issue in codebook.issues:
        yield from _issue(issue)
    yield "## Premises and limits"
    yield "\n".join(
        f"* {as_text(words)}" for words in (*codebook.premises, *codebook.limits, codebook.naming_note)
    )
    yield "## Sources"
    yield "\n".join(
        f"* **{as_text(one.custom.short_name)}**: {as_text(source_citation(one))}. {as_text(one.note or '')}"
        for one in codebook.sources
    )


def _issue(issue: Issue) -> Iterator[str]:
    yield f"### {as_text(issue.name)}: {as_text(issue.question)}"
    yield as_text(issue.rule)
    if issue.scale:
        rows = [[str(step.step), as_text(step.label), as_text(step.rule)] for step in issue.scale]
        yield _table(["Step", "Label", "Coded when"], rows)


def _note(note: Note) -> str:
    phrase = f" *{as_text(note.phrase)}*" if note.phrase else ""
    condition = f" Condition: {as_text(note.condition)}." if note.condition else ""
    return (
        f"[^{note.number}]: **{as_text(note.who)}** · {as_text(note.side)} on {as_text(note.issue)} · "
        f"{as_text(note.said)}.{phrase} {as_text(note.statement.summary)}{condition} "
        f"{as_text(note.source)}; statement {as_text(note.statement.id)}."
    )


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
