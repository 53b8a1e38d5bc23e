"""The briefing as one HTML file: no network, no script, numbered notes, and a style for print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from components.briefing.content import Briefing
from components.briefing.parts import CellText, Column, Matrix, Note
from components.briefing.shapes import SHAPES
from components.briefing.svg_moves import moves_drawings
from components.briefing.svg_ranges import range_drawing
from components.charts import movement
from components.theme import FONT, PALETTES
from positions.text.citation import source_citation
from positions.csl import Source
from positions.text.wording import day_words

_HOME = Path(__file__).parent
MOST_COLUMNS = 6  # sides that can be read beside each other on A4 across


@dataclass(frozen=True)
class Sheet:
    """Columns of the matrix that stand beside each other: from `first` on, with their place in all."""

    first: int
    columns: tuple[Column, ...]
    caption: str


def html(briefing: Briefing) -> bytes:
    """The whole briefing as UTF-8 HTML; every text is escaped, the only addresses are links to sources."""
    page = (
        _environment()
        .get_template("briefing.html.jinja")
        .render(
            briefing=briefing,
            head=briefing.head,
            matrix=briefing.matrix,
            sheets=list(_sheets(briefing)),
            ranges=[range_drawing(row, briefing.marks) for row in briefing.gaps.ranges],
            moves=moves_drawings(briefing.moves.movement, briefing.marks),
            spans=movement.table(briefing.moves.movement),
            sources=[
                (source, source_citation(source), _link(source)) for source in briefing.codebook.sources
            ],
            css=(_HOME / "html.css").read_text(encoding="utf-8"),
            palette=PALETTES["light"],
            font=FONT,
            shapes=SHAPES,
            day_words=day_words,
        )
    )
    return page.encode()


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
    environment.filters["css_string"] = css_string
    environment.globals.update(cell_id=cell_id, cells_of=cells_of, state_class=_state_class)
    return environment


def _sheets(briefing: Briefing) -> Iterator[Sheet]:
    """The columns in groups that fit a page; more than one group is numbered."""
    columns: Sequence[Column] = briefing.matrix.columns
    firsts = range(0, len(columns), MOST_COLUMNS) or range(1)
    caption = f"Position of each side on each issue as of {briefing.head.as_of_words}"
    for first in firsts:
        shown = tuple(columns[first : first + MOST_COLUMNS])
        part = f", columns {first + 1} to {first + len(shown)} of {len(columns)}" if len(firsts) > 1 else ""
        yield Sheet(first, shown, caption + part)


def _state_class(cell: CellText) -> str:
    """The look of a cell: its state, and whether its grouping is thin."""
    return f"{cell.state} thin" if cell.thin else cell.state


def _link(source: Source) -> str | None:
    """The address of a source, if it is one that a browser opens as a page."""
    return source.url if source.url and source.url.startswith(("https://", "http://")) else None
