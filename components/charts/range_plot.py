"""Where the columns stand on each issue's own scale, and how far apart: drawn, in words, and as a table."""

from __future__ import annotations

import pandas as pd

from components.colours import Inks
from components.figures.range_band import Room
from components.figures.ranges import ranges_of
from components.figures.scale import ScaleRow, Spot, scale_rows
from components.figures.scene_page import Page, scene_page
from components.svg_figure.view import Layout
from components.theme import Scheme, view_marks
from positions.model.issues import Issue
from positions.text.coder_differences import coded_reach
from positions.text.labels import MARK_WORDS
from positions.text.scale import row_sentence, scale_marks
from positions.text.wording import place_numbers, short_steps
from positions.view import View


def draw(view: View, scheme: Scheme, name: str, room: Room) -> Layout:
    """The figure for pages of a kind, the widest gap first, with the legend of exactly what it uses."""
    marks = view_marks(view, scheme)
    return scene_page(ranges_of(view, marks, room).whole, Page(name, Inks(marks, scheme, room.size)))


def describe(view: View) -> str:
    """Every row in words: who stands where, of whom nothing is placed, and the widest gap."""
    return " ".join(row_sentence(view, issue) for issue in view.by_gap)


def table(view: View) -> pd.DataFrame:
    """What is drawn: a line per mark, blank and gap, with the words of every step of the scale."""
    lines = [line for row in scale_rows(view) for line in _lines(row)]
    return pd.DataFrame(lines, columns=["Issue", "Who", "Step", "In words", "Words are"])


def _lines(row: ScaleRow) -> list[tuple[str, str, str, str, str]]:
    name, issue = row.issue.name, row.issue
    lines = [
        (
            name,
            spot.label,
            place_numbers(issue, spot.low, spot.high),
            short_steps(issue, spot),
            _kind(spot, issue),
        )
        for spot in (*row.spots, *row.earlier)
    ]
    lines += [(name, blank.names, "–", blank.words, "") for blank in row.blanks]
    lines.append((name, "Farthest apart", row.gap.size, ", ".join(row.gap.lines), ""))
    if issue.numeric:
        ends = place_numbers(issue, 0, issue.length)
        return [*lines, (name, "Scale", ends, " · ".join(mark.explained for mark in scale_marks(issue)), "")]
    scale = " · ".join(f"{mark.number} {mark.explained}" for mark in scale_marks(issue))
    return [*lines, (name, "Scale", f"0–{row.last}", scale, "")]


def _kind(spot: Spot, issue: Issue) -> str:
    told = [MARK_WORDS[spot.role]]
    told += [MARK_WORDS["old"]] if spot.old else []
    told += [MARK_WORDS["weak"]] if spot.weak else []
    told += ["the coder was unsure"] if spot.doubt else []
    told += [coded_reach(issue, spot.coded)] if spot.coded else []
    return ", ".join(told)
