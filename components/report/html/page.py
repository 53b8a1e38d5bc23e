"""The briefing as one HTML file: no network, no script, numbered notes, and a style for print."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from components.figures.issue_drawing import IssueLayout
from components.figures.lanes import IssueScale
from components.figures.marker_shapes import SHAPES
from components.figures.range_band import Room
from components.figures.ranges import PHONE, SCREEN
from components.figures.scene import Drawing
from components.figures.scene_svg import Pictures, scene_svg, svg_pictures
from components.figures.variant_curve import VariantCurve, curve_inks
from components.report.content import Briefing
from components.report.note_text import (
    COMPARED,
    FARTHEST,
    MOST_LINES,
    change_texts,
    claim_text,
    ends_text,
    left_out,
    pair_text,
)
from components.report.records import Column, Matrix, Note
from components.report.sections import SECTIONS
from components.sheet.record import Record
from components.sheet.two_days import two_days
from components.sheet.words import record_table
from components.theme import FONT, PALETTES, Look
from positions.text.citation import source_cells, source_citation
from positions.text.direction import bare
from positions.text.robustness import HEADS, OUTCOME_HEADS, RobustnessWords
from positions.text.scale import coded_heads, coded_rows
from positions.text.source_links import page_link
from positions.text.wording import day_words, issue_title

_HOME = Path(__file__).parent
MOST_COLUMNS = 6  # sides that can be read beside each other on A4 across
_ROOMS = (("wide", SCREEN), ("narrow", PHONE))


@dataclass(frozen=True)
class Sheet:
    """Columns of the matrix that stand beside each other: from `first` on, with their shares of the width."""

    first: int
    columns: tuple[Column, ...]
    shares: tuple[float, ...]
    caption: str


def html(briefing: Briefing) -> bytes:
    """The report as UTF-8 HTML; every text is escaped, the only addresses are links to sources."""
    gaps, movement = briefing.gaps, briefing.moves.movement
    shown = set(briefing.report.sections)
    if not gaps.ranges:
        shown -= {"ranges"}
    if not gaps.ranges or not gaps.pair_names:
        shown -= {"pairs"}
    if not briefing.robustness.rows:
        shown -= {"robustness"}
    shown -= {one for one, listing in briefing.listings.items() if not listing.told}
    if not movement.panels:
        shown -= {"movement"}
    if not briefing.moves.changes:
        shown -= {"changes"}
    page = (
        _environment()
        .get_template("briefing.html.jinja")
        .render(
            briefing=briefing,
            head=briefing.head,
            matrix=briefing.matrix,
            sheets=list(_sheets(briefing)),
            ranges=_twins(briefing, partial(gaps.drawing, briefing.marks)),
            scales={one.issue.id: _scale(briefing, one.scale) for one in briefing.cards if one.scale},
            two_days=_twins(briefing, partial(two_days, movement)),
            record=_twins(briefing, lambda room: Record(movement, room).drawing),
            shown=shown,
            titles=SECTIONS,
            contents=[(one, name) for one, (name, sections) in _PARTS.items() if sections & shown],
            source_cells=source_cells,
            variant_heads=HEADS,
            outcome_heads=OUTCOME_HEADS,
            variants=[(kind, _curve_picture(briefing.robustness, room)) for kind, room in _ROOMS],
            spans=record_table(movement),
            sources=[
                (source, source_citation(source), page_link(source)) for source in briefing.codebook.sources
            ],
            css=(_HOME / "html.css").read_text(encoding="utf-8"),
            palette=PALETTES["light"],
            font=FONT,
            shapes=SHAPES,
            day_words=day_words,
            farthest=FARTHEST,
            ends=ends_text(briefing.codebook),
        )
    )
    return page.encode()


def _twins(briefing: Briefing, draw: Callable[[Room], Drawing]) -> list[tuple[str, Pictures]]:
    """A figure for a wide page and for a narrow one."""
    return [(kind, svg_pictures(draw(room), briefing.marks)) for kind, room in _ROOMS]


def _scale(briefing: Briefing, scale: IssueScale) -> list[tuple[str, Pictures]]:
    return _twins(briefing, lambda room: IssueLayout(scale, room, explained=True).drawing())


def _curve_picture(found: RobustnessWords, room: Room) -> str:
    curve = VariantCurve(found, room.width, room.size)
    words = ("Every variant of coding", " ".join(found.sentences[1:]))
    return scene_svg(curve.scene, words, curve_inks("light", room.size))


# Anchor and name of each part of the page, in order, with the sections that it holds.
_PARTS = {
    "finding": ("In short", {"finding"}),
    "matrix": ("Matrix", {"matrix"}),
    "gaps": ("Gaps", {"ranges"}),
    "pairs": ("Pairs", {"pairs"}),
    "weights": ("Weights", {"weights"}),
    "moves": ("Moves", {"moves"}),
    "robustness": ("Robustness", {"robustness"}),
    "movement": ("Movement", {"movement"}),
    "changes": ("Changes", {"changes"}),
    "other-words": ("Other words", {"other_words"}),
    "issues": ("Issues", {"issue"}),
    "notes": ("Notes", {"notes"}),
    "codebook": ("Codebook", {"codebook"}),
    "limits": ("Limits", {"limits"}),
    "sources": ("Sources", {"sources"}),
}


def cell_id(holder: str, issue: str) -> str:
    """The anchor of a cell of the matrix."""
    return f"cell-{holder}-{issue}"


def cells_of(note: Note, matrix: Matrix) -> list[tuple[str, str]]:
    """Anchor and words of every cell that rests on a note, in reading order."""
    names = {column.holder: column.name for column in matrix.columns}
    return [
        (cell_id(cell.holder, cell.issue), f"{names[cell.holder]}, {row.issue.name}")
        for row in matrix.rows
        for cell in row.cells
        if note.number in cell.notes
    ]


def css_string(text: str) -> str:
    """A text as a string of a style sheet; what is not a letter, digit or blank is written as its number."""
    kept = (
        sign if sign.isascii() and (sign.isalnum() or sign == " ") else f"\\{ord(sign):x} " for sign in text
    )
    return f'"{"".join(kept)}"'


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HOME),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"css_string": css_string, "bare": bare}
    environment.globals.update(
        cell_id=cell_id,
        cells_of=cells_of,
        look_classes=look_classes,
        claim_text=claim_text,
        issue_title=issue_title,
        coded_heads=coded_heads,
        coded_rows=coded_rows,
        pair_text=pair_text,
        change_texts=change_texts,
        left_out=left_out,
        compared=COMPARED,
        most_lines=MOST_LINES,
    )
    return environment


def _sheets(briefing: Briefing) -> Iterator[Sheet]:
    """The columns in groups that fit a page; more than one group is numbered."""
    columns: Sequence[Column] = briefing.matrix.columns
    firsts = range(0, len(columns), MOST_COLUMNS) or range(1)
    caption = f"Position of each side on each issue as of {briefing.head.as_of_words}"
    for first in firsts:
        shown = tuple(columns[first : first + MOST_COLUMNS])
        part = f", columns {first + 1} to {first + len(shown)} of {len(columns)}" if len(firsts) > 1 else ""
        yield Sheet(first, shown, _shares(briefing.matrix, first, len(shown)), caption + part)


def _shares(matrix: Matrix, first: int, count: int) -> tuple[float, ...]:
    """Shares of the width: sides whose words are longer get more, at most twice that of another."""
    cells = [row.cells[first : first + count] for row in matrix.rows]
    longest = [
        max((sum(map(len, row[place].words.lines)) for row in cells), default=1) for place in range(count)
    ]
    weights = [max(max(longest, default=1) / 4, letters) ** 0.5 for letters in longest]
    return tuple(weight / sum(weights) for weight in weights)


def look_classes(look: Look) -> str:
    """The classes of a look, one for each of its values; html.css has a rule for each."""
    classes = (
        f"edge-{look.edge}",
        f"left-{look.left}" if look.left else "",
        f"fill-{look.fill}" if look.fill else "",
        "bold" if look.bold else "",
        "italic" if look.italic else "",
        "muted" if look.mute else "",
    )
    return " ".join(one for one in classes if one)
