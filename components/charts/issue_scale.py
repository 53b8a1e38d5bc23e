"""One issue on its own scale: a lane for each side and member, steps in words above, claims apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from components.app.chart_legend import DOTS, draw_legend
from components.colours import pale
from components.figures.drawing import Paper, Pen, Stamp, Type, answer, blank_paper, line, mark, note
from components.figures.figure_text import filled_lines, plain
from components.figures.lanes import Lane, issue_lanes
from components.figures.legend import Meaning, legend
from components.figures.scale import Spot, scale_row
from components.figures.step_labels import EDGE, NARROW, WORDS, WORDS_LINE, StepLabel, step_labels
from components.theme import Mark, Scheme, mark_look
from positions.model.issues import Issue
from positions.text.disputed import coded_reach
from positions.text.gaps import WidestWords
from positions.text.labels import MARK_WORDS, MATRIX_WORDS
from positions.text.wording import joined, place_numbers, said_on_words, short_steps, step_words
from positions.view import View

_INSET, _HEADING, _LEAST = 12.0, 26.0, 30.0
_NO_BREAK = "\u00a0"
_MANY = 8  # lanes from which on the words of the steps stand below them too


@dataclass(frozen=True)
class IssueScale:
    """What the figure is drawn from: lanes and the widest gap."""

    issue: Issue
    lanes: Sequence[Lane]
    gap: WidestWords
    ends: tuple[float, float] | None


@dataclass(frozen=True)
class Room:
    """The least page that a layout fits, and what of it is left and right of the lines, in pixels."""

    page: float
    names: float
    said: float

    @property
    def scale(self) -> float:
        """The length of a line from the first step to the last."""
        return (self.page - self.names - self.said) / (1 + 2 * EDGE)


NARROW_ROOM = Room(NARROW, 116.0, 0.0)
WIDE_ROOM = Room(840.0, 168.0, 186.0)


def issue_scale(view: View, issue: Issue) -> IssueScale:
    """The lanes of a view on an issue with a scale."""
    lanes, row = issue_lanes(view, issue), scale_row(view, issue)
    return IssueScale(issue, lanes, row.gap, row.ends)


def draw(scale: IssueScale, marks: dict[str, Mark], scheme: Scheme, room: Room = NARROW_ROOM) -> go.Figure:
    """The figure: names left of the lines, marks on them, below a line what else is current.

    Where there is room, day and speaker stand right of it. y counts pixels down, x runs from 0 to 1
    along the scale; names stand in the margin left of it.
    """
    paper = blank_paper(marks, scheme)
    labels = step_labels(scale.issue, room.scale, room.names)
    y = _draw_steps(paper, labels, 0.0)
    for place, lane in enumerate(scale.lanes):
        if lane.inside and (place == 0 or scale.lanes[place - 1].inside != lane.inside):
            y = _draw_heading(paper, lane.inside, y, room)
        y = _draw_lane(paper, lane, scale, y, room)
    if _apart(scale):
        y = _draw_gap(paper, scale, y, room)
    _draw_guides(paper, labels, y)
    if len(scale.lanes) > _MANY:
        y = _draw_steps(paper, labels, y - 6)
    height = draw_legend(paper, _legend(scale), y, start=-room.names, wide=room.page)
    return paper.figure(
        height=height,
        margin={"l": room.names, "r": room.said, "t": 0, "b": 0},
        xaxis={"range": [-EDGE, 1 + EDGE]},
        yaxis={"range": [-height, 0]},
    )


def describe(scale: IssueScale) -> str:
    """Every lane in words, then every claim about another side."""
    lanes = [_sentence(lane, scale.issue) for lane in scale.lanes if not lane.claim]
    claims = [_sentence(lane, scale.issue) for lane in scale.lanes if lane.claim]
    tail = f" Claimed by others: {'; '.join(claims)}." if claims else ""
    return f"{scale.issue.name}: {'; '.join(lanes)}.{tail}"


def table(scale: IssueScale, view: View) -> pd.DataFrame:
    """One row per mark, or lane without one: its step, other current words, day and kind of its words."""
    rows = [(_name(lane), *told) for lane in scale.lanes for told in _told(lane, scale.issue, view)]
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


def _name(lane: Lane) -> str:
    if lane.claim:
        return f"{lane.about} {lane.name}"
    return f"{lane.name} ({lane.inside})" if lane.inside else lane.name


def _sentence(lane: Lane, issue: Issue) -> str:
    if not lane.spots:
        return f"{_name(lane)}: {lane.words}"
    return f"{_name(lane)} at {joined([_place(spot, issue) for spot in lane.spots])}"


def _place(spot: Spot, issue: Issue) -> str:
    number = "" if issue.numeric else f"{place_numbers(issue, spot.low, spot.high)}, "
    coders = f" ({coded_reach(issue, spot.coded)})" if spot.coded else ""
    return f"{number}{short_steps(issue, spot)}{coders}"


def _legend(scale: IssueScale) -> tuple[Meaning, ...]:
    spots = [spot for lane in scale.lanes for spot in lane.spots]
    reaches = [reach for lane in scale.lanes for reach in lane.reaches]
    return legend(spots, reaches, gap=_apart(scale), issues=[scale.issue])


def _apart(scale: IssueScale) -> bool:
    return scale.ends is not None and scale.ends[0] != scale.ends[1]


def _draw_steps(paper: Paper, labels: Sequence[StepLabel], top: float) -> float:
    """The words of the steps across the figure; the answer is where they end."""
    for label in labels:
        words = "<br>".join(map(plain, label.lines))
        style = Type(WORDS, paper.palette.mute, "center", "top", (label.shift, 0))
        note(paper, (label.share, top - 2 - label.down), words, style)
    return top - 2 - max(label.down + len(label.lines) * WORDS_LINE for label in labels) - 6


def _draw_guides(paper: Paper, labels: Sequence[StepLabel], bottom: float) -> None:
    """A line from the words of each step down through all lanes, under everything else."""
    drawn = list(paper.shapes)
    paper.shapes.clear()
    for label in labels:
        top = -4 - label.down - len(label.lines) * WORDS_LINE
        line(paper, ((label.share, top), (label.share, bottom)), Pen(paper.palette.line, 1))
    paper.shapes.extend(drawn)


def _draw_heading(paper: Paper, name: str, y: float, room: Room) -> float:
    style = Type(13, paper.palette.ink, "left", "middle", (-room.names, 0))
    note(paper, (-EDGE, y - _HEADING / 2 - 2), f"<b>{plain(name)}</b>", style)
    return y - _HEADING


def _draw_lane(paper: Paper, lane: Lane, scale: IssueScale, top: float, room: Room) -> float:
    """A lane with its name; the answer is where it ends."""
    inset = _INSET * (bool(lane.inside) + lane.claim)
    lines = filled_lines(_whole_date(lane.name), WORDS + 0.5, room.names - inset - 4)
    height = max(_LEAST, len(lines) * WORDS_LINE + 10)
    y = top - height / 2
    ink = paper.palette.mute if lane.claim else paper.palette.ink
    words = "<br>".join(map(plain, lines))
    bold = words if inset else f"<b>{words}</b>"
    note(paper, (-EDGE, y), bold, Type(WORDS + 0.5, ink, "left", "middle", (inset - room.names, 0)))
    if lane.spot is None:
        blank = "<br>".join(
            map(plain, filled_lines(lane.words, WORDS, (room.page - room.names - room.said) * 0.9))
        )
        note(paper, (-0.02, y), f"<i>{blank}</i>", Type(WORDS, paper.palette.mute, "left"))
        paper.texts[-1]["bgcolor"] = paper.palette.paper
        return top - height
    line(paper, ((0, y), (1, y)), Pen(paper.palette.connector, 1))
    _draw_reach(paper, lane, scale.issue, y)
    for spot in lane.spots:
        _draw_words(paper, lane, spot, scale.issue, y)
    if room.said and lane.said:
        _draw_beside(paper, lane.said, y, room)
    return top - height


def _whole_date(name: str) -> str:
    """A name whose day or month, after its last comma, stays in one piece."""
    head, comma, day = name.rpartition(", ")
    return f"{head}{comma}{day.replace(' ', _NO_BREAK)}" if comma else name


def _draw_beside(paper: Paper, words: str, y: float, room: Room, colour: str = "") -> None:
    """Words right of a line, in the margin that is left for them."""
    told = "<br>".join(map(plain, filled_lines(words, WORDS, room.said - 8)))
    note(paper, (1 + EDGE, y), told, Type(WORDS, colour or paper.palette.mute, "left", shift=(8, 0)))


def _draw_gap(paper: Paper, scale: IssueScale, top: float, room: Room) -> float:
    """The widest gap as a dark line of its own below all lanes; its size beside it, or above it."""
    assert scale.ends is not None
    last, height = scale.issue.length, _LEAST + (0 if room.said else WORDS_LINE)
    y, ink = top - height + _LEAST / 2, paper.palette.ink
    name = Type(WORDS + 0.5, ink, "left", "middle", (-room.names, 0))
    note(paper, (-EDGE, y), f"<b>{plain(MATRIX_WORDS['gap'])}</b>", name)
    ends = (scale.ends[0] / last, scale.ends[1] / last)
    line(paper, ((ends[0], y), (ends[1], y)), Pen(ink, 4), "gap")
    if room.said:
        _draw_beside(paper, ", ".join((scale.gap.size, *scale.gap.pairs[:1])), y, room, ink)
    else:
        note(paper, (sum(ends) / 2, y + 4), plain(scale.gap.size), Type(WORDS, ink, over="bottom"))
        paper.texts[-1]["bgcolor"] = paper.palette.paper
    return top - height


def _draw_reach(paper: Paper, lane: Lane, issue: Issue, y: float) -> None:
    """The range of other current words; where there are none that of each mark."""
    colour = pale(paper.marks[lane.column].colour, paper.palette.paper)
    said = () if lane.reaches else [(one.low, one.high) for one in lane.spots if not one.doubt]
    for low, high in (*((one.low, one.high) for one in lane.reaches), *said):
        if low != high:
            ends = (low / issue.length, y - 11), (high / issue.length, y - 11)
            line(paper, ends, Pen(colour, 5), "range")


def _draw_words(paper: Paper, lane: Lane, spot: Spot, issue: Issue, y: float) -> None:
    """A mark, and a doubt about it."""
    party, last = paper.marks[lane.column], issue.length
    if spot.doubt:
        pen = Pen(party.colour, 3, DOTS)
        line(paper, ((spot.low / last, y - 11), (spot.high / last, y - 11)), pen, "doubt")
    if spot.coded:
        low, high = (step / last for step in spot.coded)
        line(paper, ((low, y + 11), (high, y + 11)), Pen(party.colour, 1), "coders")
    look = mark_look(spot.role, old=spot.old, weak=spot.weak)
    name = plain(_name(lane))
    mark(paper, (spot.point / last, y), Stamp(party, look, name))
    words = plain(short_steps(issue, spot))
    answer(paper, (spot.point / last, y), name, f"{name}<br>{words}")
