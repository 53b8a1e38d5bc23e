"""The briefing as Markdown for a wiki: tables, numbered notes, codebook; every text is escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from components.report.content import Briefing
from components.report.listings import LISTINGS
from components.report.note_text import (
    FARTHEST,
    change_texts,
    claim_text,
    ends_text,
    pair_text,
    strip_text,
)
from components.report.records import CellText, Column, Head, Legend, Note
from components.report.scale_records import IssueCard, PairWords
from components.report.sections import SECTIONS
from components.sheet.words import record_table
from components.theme import STRIP_SIGNS
from positions.model.issues import Issue
from positions.model.sources import Source
from positions.text.citation import source_cells, source_citation
from positions.text.markdown import as_text
from positions.text.robustness import HEADS
from positions.text.scale import coded_heads, coded_rows
from positions.text.sentences import Entry
from positions.text.wording import issue_title


def markdown(briefing: Briefing) -> bytes:
    """The report as UTF-8 GitHub-flavoured Markdown, ending in a line break.

    Notes are footnotes: a cell names their numbers, a renderer links them there and back.
    """
    blocks = (
        *_head(briefing.head),
        *(block for one in briefing.report.sections for block in _SECTIONS[one](briefing)),
        "---",
        f"{as_text(briefing.head.footer)}  \nLicence: {as_text(briefing.head.licence)}",
    )
    return ("\n\n".join(blocks) + "\n").encode()


def _head(head: Head) -> Iterator[str]:
    if head.handling:
        yield f"**{as_text(head.handling)}**"
    yield f"# {as_text(head.title)}"
    yield as_text(head.measure)
    yield f"**{as_text(head.subject)}, {as_text(head.as_of_words)}.** {as_text(head.question)}"


def _finding(briefing: Briefing) -> Iterator[str]:
    for one in briefing.key:
        yield f"**{as_text(one.head)}**"
        yield _list(one.lines)


def _matrix(briefing: Briefing) -> Iterator[str]:
    yield f"## {SECTIONS['matrix']}"
    heads = ["Issue", *map(_column, briefing.matrix.columns), FARTHEST]
    rows = [
        [
            "<br>".join(
                [f"**{as_text(row.issue.name)}**", *([as_text(row.issue.asks)] if row.issue.asks else [])]
            ),
            *map(_cell, row.cells),
            "<br>".join([f"**{as_text(row.gap.size)}**", *map(as_text, row.gap.lines)]),
        ]
        for row in briefing.matrix.rows
    ]
    yield _table(heads, rows)
    yield from _legend(briefing.matrix.legend)


def _column(column: Column) -> str:
    under = column.of or column.under
    return as_text(column.name) + (f"<br>{as_text(under)}" if under else "")


def _cell(cell: CellText) -> str:
    """The strip, then every line of the cell; weight and slope are those of its look."""
    words, look = cell.words, cell.look
    mark = "**" if look.bold else "*" if look.italic else ""
    notes = "".join(f"[^{number}]" for number in cell.notes)
    lines = [as_text(strip_text(cell.strip)), f"{mark}{as_text(words.title)}{mark}"]
    lines += [as_text(line) for line in words.lines[1:]]
    return "<br>".join(line for line in (*lines, notes) if line)


def _legend(legend: Legend) -> Iterator[str]:
    """What the signs mean; the looks stand in the words of cells, so these need none."""
    signs = [f"{STRIP_SIGNS[block]} {words}" for block, words in legend.strips]
    if signs:
        yield as_text(" · ".join([*signs, legend.ends]))


def _ranges(briefing: Briefing) -> Iterator[str]:
    """Who stands where on each scale, in a sentence for each issue."""
    yield f"## {SECTIONS['ranges']}"
    if briefing.gaps.sentences:
        yield _list(briefing.gaps.sentences)


def _pairs(briefing: Briefing) -> Iterator[str]:
    yield f"## {SECTIONS['pairs']}"
    rows = [
        [as_text(card.issue.name), as_text(pair.pair), "<br>".join(map(as_text, _told(pair)))]
        for card in briefing.cards
        for pair in card.pairs
    ]
    if rows:
        yield _table(["Issue", "Pair", "Gap"], rows)
    if briefing.gaps.overall:
        yield as_text(briefing.gaps.overall)


def _robustness(briefing: Briefing) -> Iterator[str]:
    """In how many variants the finding holds, what changes it, and every variant, the widest first."""
    found = briefing.robustness
    if found.rows:
        yield f"## {SECTIONS['robustness']}"
        yield _list((*found.sentences, *found.removals))
        yield _table(HEADS, [map(as_text, row.texts) for row in found.rows])


def _listing(section: str, briefing: Briefing) -> Iterator[str]:
    """A section in sentences, under the heads of its groups."""
    listing = briefing.listings[section]
    if listing.told:
        yield f"## {SECTIONS[section]}"
        yield _list(listing.told)
    for name, entries in listing.groups:
        if name:
            yield f"### {as_text(name)}"
        yield "\n".join(f"* {_entry(one)}" for one in entries)


def _entry(entry: Entry) -> str:
    lead = f"**{as_text(entry.lead)}:** " if entry.lead else ""
    return f"{lead}{as_text(entry.words)}"


def _told(pair: PairWords) -> list[str]:
    return [pair_text(pair), *([pair.touch] if pair.touch else [])]


def _card(card: IssueCard) -> Iterator[str]:
    """The finding of one issue, what others claim, and the members of each grouping."""
    yield f"### {as_text(issue_title(card.issue))}"
    yield f"**{as_text(card.title)}.** {as_text(card.measure)}"
    names = {lane.column.holder: lane.column.name for lane in card.lanes}
    if card.claims:
        yield _list(f"{names[one.about]}: {claim_text(one, card.issue)}" for one in card.claims)
    for lane in card.lanes:
        if lane.cell.members:
            yield f"**{as_text(lane.column.name)}**\n\n{_list(lane.cell.members)}"


def _changes(briefing: Briefing) -> Iterator[str]:
    moves = briefing.moves
    if moves.changes:
        yield f"## {SECTIONS['changes']}"
        yield f"**{as_text(moves.title)}.** {as_text(moves.measure)}"
        rows = [map(as_text, change_texts(change)) for change in moves.changes]
        yield _table([as_text(head) for head in moves.heads], rows)


def _spans(briefing: Briefing) -> Iterator[str]:
    """Every stretch without a change, one row each."""
    spans = record_table(briefing.moves.movement)
    if len(spans):
        yield f"## {SECTIONS['movement']}"
        yield _table(list(spans.columns), [map(as_text, row) for row in spans.itertuples(index=False)])


def _cards(briefing: Briefing) -> Iterator[str]:
    yield f"## {SECTIONS['issue']}"
    for card in briefing.cards:
        yield from _card(card)


def _codebook(briefing: Briefing) -> Iterator[str]:
    yield f"## {SECTIONS['codebook']}"
    yield as_text(ends_text(briefing.codebook))
    for issue in briefing.codebook.issues:
        yield from _issue(issue)


def _limits(briefing: Briefing) -> Iterator[str]:
    codebook = briefing.codebook
    yield f"## {SECTIONS['limits']}"
    yield _list((*codebook.premises, *codebook.limits, codebook.naming_note))


def _sources(briefing: Briefing) -> Iterator[str]:
    """The sources behind what is shown: in a short report one line each, else with their citations."""
    yield f"## {SECTIONS['sources']}"
    write = _source_line if briefing.report.brief else _source
    yield "\n".join(map(write, briefing.codebook.sources))


def _source_line(source: Source) -> str:
    return f"* {as_text(', '.join(source_cells(source)))}"


def _notes(briefing: Briefing) -> Iterator[str]:
    yield f"## {SECTIONS['notes']}"
    yield from map(_note, briefing.notes)
    if not briefing.notes:
        yield "No cell rests on a statement."


def _source(source: Source) -> str:
    known = f" {as_text(source.note)}" if source.note else ""
    return f"* **{as_text(source.custom.short_name)}**: {as_text(source_citation(source))}.{known}"


def _issue(issue: Issue) -> Iterator[str]:
    yield f"### {as_text(issue_title(issue))}"
    yield as_text(issue.rule)
    if issue.measured:
        yield _table(list(coded_heads(issue)), [map(as_text, row) for row in coded_rows(issue)])


def _note(note: Note) -> str:
    phrase = f" *{as_text(note.phrase)}*" if note.phrase else ""
    condition = f" Condition: {as_text(note.condition)}." if note.condition else ""
    return (
        f"[^{note.number}]: **{as_text(note.who)}** · {as_text(note.side)} on {as_text(note.issue)} · "
        f"{as_text(note.said)}.{phrase} {as_text(note.statement.summary)}{condition} "
        f"{as_text(note.source)}; statement {as_text(note.statement.id)}."
    )


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"* {as_text(line)}" for line in lines)


def _table(heads: Sequence[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


_SECTIONS: dict[str, Callable[[Briefing], Iterator[str]]] = {
    "finding": _finding,
    "matrix": _matrix,
    "ranges": _ranges,
    "pairs": _pairs,
    "robustness": _robustness,
    "changes": _changes,
    "movement": _spans,
    "issue": _cards,
    "notes": _notes,
    "codebook": _codebook,
    "limits": _limits,
    "sources": _sources,
    **{name: partial(_listing, name) for name in LISTINGS},
}
