"""One issue on its own scale: a lane for each side and member, steps in words above, claims apart."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from components.colours import Inks
from components.figures.issue_drawing import IssueLayout
from components.figures.lanes import IssueScale, Lane
from components.figures.range_band import Room
from components.figures.scale import Spot
from components.figures.scene_page import Page, scene_page
from components.svg_figure.view import Layout
from components.theme import Scheme, view_marks
from positions.model.issues import Issue
from positions.text.coder_differences import coded_reach
from positions.text.labels import MARK_WORDS
from positions.text.wording import joined, place_numbers, said_on_words, short_steps, step_words
from positions.view import View


def draw(scale: IssueScale, view: View, scheme: Scheme, name: str, room: Room) -> Layout:
    """The figure for pages of a kind: names left of what stretches, day and speaker right of it."""
    layout = IssueLayout(scale, room)
    inks = Inks(view_marks(view, scheme), scheme, room.size)
    return scene_page(layout.drawing().whole, Page(name, inks, layout.left, layout.beside))


def describe(scale: IssueScale) -> str:
    """Every lane in words, then every claim about another side."""
    lanes = [lane.sentence(scale.issue) for lane in scale.lanes if not lane.claim]
    claims = [lane.sentence(scale.issue) for lane in scale.lanes if lane.claim]
    tail = f" Claimed by others: {'; '.join(claims)}." if claims else ""
    return f"{scale.issue.name}: {'; '.join(lanes)}.{tail}"


def table(scale: IssueScale, view: View) -> pd.DataFrame:
    """One row per mark, or lane without one: its step, other current words, day and kind of its words."""
    rows = [(lane.whole_name, *told) for lane in scale.lanes for told in _told(lane, scale.issue, view)]
    heads = ["Who", "Step", "In words", "Other current words reach", "Words are"]
    return pd.DataFrame(rows, columns=heads)


def _told(lane: Lane, issue: Issue, view: View) -> Iterator[tuple[str, str, str, str]]:
    if not lane.spots:
        yield "–", lane.words, "", ""
    for spot in lane.spots:
        yield _marked(lane, spot, issue, view)


def _marked(lane: Lane, spot: Spot, issue: Issue, view: View) -> tuple[str, str, str, str]:
    said = view.tables.by_id[spot.statement]
    extra = [MARK_WORDS[key] for key, true in (("old", spot.old), ("weak", spot.weak)) if true]
    extra += ["the coder was unsure"] if spot.doubt else []
    extra += [coded_reach(issue, spot.coded)] if spot.coded else []
    reach = [step_words(issue, one.low, one.high, short=True) for one in lane.reaches]
    return (
        place_numbers(issue, spot.low, spot.high),
        short_steps(issue, spot),
        joined(reach),
        ", ".join([MARK_WORDS[spot.role], *extra, said_on_words(said.said_on)]),
    )
