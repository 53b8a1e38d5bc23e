"""The figures of movement draw what the record says, on a desk and on a phone, for any statements."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given

from components.chart_legend import DOTS
from components.charts import arrows, movement
from components.figure_text import plain, wrapped
from components.figures.arrow_layout import NARROW_ROWS, WIDE_ROWS
from components.sheet.axis_names import flags
from components.sheet.geometry import NARROW, WIDE
from components.sheet.view import movement_of
from components.sheet.words import said_of
from components.theme import MARKS, PALETTES, Scheme, party_marks
from positions.model.dossier import Dossier
from positions.reading.dossier import dossier_folder, load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.text.labels import MARK_WORDS
from positions.view import View, view_of
from tests.components.figures import marks_of, notes_of, shapes_of
from tests.positions.factories import AS_OF, FEW, dossiers, view_at

TABLES = Tables(load_dossier("istanbul-2022"), dossier_folder("istanbul-2022"))
PARTIES = ("russia", "turkey", "ukraine", "west")
ISSUES = ("neutrality", "crimea", "security_guarantees", "ceasefire", "leaders_meeting", "sanctions")
BOTH = pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def shown(day: str = "2022-04-05", **chosen: Any) -> View:
    """A view of the bundled dossier of 2022, compared with the second round."""
    selection = default_selection(TABLES.dossier, dt.date.fromisoformat(day))
    wanted: dict[str, Any] = {"parties": PARTIES, "issues": ISSUES, "since": dt.date(2022, 3, 3)} | chosen
    return view_of(TABLES, replace(selection, **wanted))


def record(view: View, scheme: Scheme = "light", *, narrow: bool = False) -> go.Figure:
    """The record over time of a view."""
    marks, room = party_marks(view.tables.dossier, scheme), NARROW if narrow else WIDE
    return movement.draw(movement_of(view), marks, scheme, said=said_of(view.tables), room=room)


def rows(view: View, scheme: Scheme = "light", *, narrow: bool = False) -> go.Figure:
    """The arrows of a view."""
    room = NARROW_ROWS if narrow else WIDE_ROWS
    return arrows.draw(movement_of(view), party_marks(view.tables.dossier, scheme), scheme, room)


def lines_of(figure: go.Figure) -> list[Any]:
    """The named step lines of a figure."""
    traces: list[Any] = list(figure.data)
    return [trace for trace in traces if trace.mode == "lines" and trace.name]


@BOTH
@pytest.mark.parametrize(
    "view",
    [
        shown(),
        shown("2022-02-24", since=None),
        shown(parties=("russia",), issues=("crimea",)),
        shown(issues=("sanctions",)),
        shown(parties=(*PARTIES, "france", "germany", "us")),
    ],
    ids=["all", "before anybody spoke", "one row", "no scale", "members"],
)
def test_movement_can_be_drawn_for_any_view(view: View, narrow: bool) -> None:
    """Every view has its figures, sentences and tables, also one without a single position."""
    drawn = movement_of(view)

    for scheme in SCHEMES:
        assert record(view, scheme, narrow=narrow).to_plotly_json()
        assert rows(view, scheme, narrow=narrow).to_plotly_json()
    assert len(arrows.table(drawn)) == sum(len(panel.rows) for panel in drawn.arrows)
    assert len(movement.table(drawn)) == sum(
        len(line.stretches) for panel in drawn.panels for line in panel.lines
    )


@FEW
@given(dossiers())
def test_any_statements_can_be_drawn(dossier: Dossier) -> None:
    """Whatever is said, by whom and how unsurely, both figures come out."""
    view = view_at(Tables(dossier, Path()), since=AS_OF - dt.timedelta(days=30))

    assert record(view).to_plotly_json()
    assert rows(view, narrow=True).to_plotly_json()


@BOTH
def test_a_line_ends_where_the_view_says_the_party_stands(narrow: bool) -> None:
    """The last point of each line lies on the step of the party as of the day."""
    view = shown(parties=("russia", "ukraine"), issues=("crimea",))
    figure = record(view, narrow=narrow)
    grid: Any = figure.data[0]
    heights = grid.y[::3]

    ends = {trace.name: (trace.x[-2], trace.y[-2]) for trace in lines_of(figure)}
    assert ends == {"Russia": (1.0, heights[0]), "Ukraine": (1.0, heights[2])}


@BOTH
def test_every_step_has_its_words_at_the_left(narrow: bool) -> None:
    """No step is a bare number; its words stand left of the lines, none cut."""
    figure = record(shown(issues=("crimea", "ceasefire")), narrow=narrow)
    left = [text.replace("<br>", " ") for text, note in notes_of(figure).items() if note.xshift == -11]

    for issue in ("crimea", "ceasefire"):
        assert all(step.short in left for step in TABLES.scales[issue].scale)


@BOTH
def test_events_and_days_stand_above_the_first_panel(narrow: bool) -> None:
    """The axis is at the top: named events over it, days under it, the first issue below both."""
    view = shown()
    notes: list[Any] = list(record(view, narrow=narrow).layout.annotations)
    highest = {note.text: note.y for note in reversed(notes)}

    assert highest["<b>Neutrality</b>"] < highest["24 Feb 2022"] == highest["5 Apr 2022"]
    for flag in flags(movement_of(view), NARROW if narrow else WIDE):
        assert highest["<br>".join(flag.lines)] > highest["5 Apr 2022"]


def test_days_are_repeated_at_the_foot_of_a_long_record() -> None:
    """Where the record is longer than a screen, its days stand below it too; a short one has them once."""
    long = [note.text for note in record(shown()).layout.annotations]
    short = [note.text for note in record(shown(issues=("crimea",))).layout.annotations]

    assert long.count("5 Apr 2022") == 2
    assert short.count("5 Apr 2022") == 1


def test_who_stated_nothing_has_no_line_and_is_named() -> None:
    """A blank is a gap in the line, never step 0, and is told in words under the scale."""
    view = shown(issues=("crimea",))

    assert {trace.name for trace in lines_of(record(view))} == {"Russia", "Ukraine"}
    assert "<i>Not stated: Turkey and West</i>" in notes_of(record(view))
    assert "Not stated: Turkey and West" in movement.describe(movement_of(view))


def test_weak_lines_are_thin_and_old_ones_dotted() -> None:
    """What a line rests on can be seen without its marks."""
    late = shown("2022-12-31", parties=("russia", "ukraine"), issues=("crimea",))
    styles = {trace.name: (trace.line.width, trace.line.dash) for trace in lines_of(record(late))}
    tables = Tables(TABLES.dossier.model_copy(update={"stale_after": 2}), TABLES.folder)
    old = view_of(tables, replace(late.selection, day=dt.date(2022, 4, 5)))

    assert styles["Russia"][0] < styles["Ukraine"][0]
    assert {dash for _, dash in styles.values()} == {"solid"}
    assert {trace.line.dash for trace in lines_of(record(old))} == {"solid", DOTS}


def test_every_mark_answers_the_pointer_and_a_click() -> None:
    """A mark says who, when, which step and in what words, and names the cell that a click opens."""
    figure = record(shown(parties=("russia",), issues=("ceasefire",)))
    trace = marks_of(figure)["Russia"]

    assert all(text.startswith("Russia · ") for text in trace.hovertext)
    assert any("It goes on until aims are met" in text.replace("<br>", " ") for text in trace.hovertext)
    assert "russia.ceasefire.2022-03-03" in list(trace.customdata)
    assert all(part.startswith("russia.ceasefire.2022-") for part in trace.customdata)


def test_dissent_is_small_and_cannot_be_taken_for_the_side() -> None:
    """Who speaks for himself or herself never moves the line."""
    names = " ".join(text for trace in marks_of(record(shown())).values() for text in (trace.hovertext or ()))

    assert "Medinsky" in names
    assert not any("Kadyrov" in one.words for panel in movement_of(shown()).panels for one in panel.labels)


def test_a_mark_looks_the_same_in_both_figures_and_in_their_legends() -> None:
    """Only the looks that a figure uses stand in its legend, in the words of the house."""
    for figure in (record(shown()), rows(shown())):
        texts = notes_of(figure)
        told = [words for words in MARK_WORDS.values() if words in texts]

        assert "own words" in told
        assert len(shapes_of(figure, "legend")) == len(told)


@BOTH
def test_an_arrow_leads_from_the_earlier_step_to_the_later(narrow: bool) -> None:
    """Russia moved from step 0 to 1 on the ceasefire: a small mark, an arrow, a large mark, and the words."""
    figure = rows(shown(parties=("russia",), issues=("ceasefire",)), narrow=narrow)
    (arrow,) = [note for note in figure.layout.annotations if note.showarrow]
    (small,), (large,) = shapes_of(figure, "earlier"), shapes_of(figure, "Russia")

    assert (arrow.ax, arrow.x) == (0.0, 0.25)
    assert (small.xanchor, large.xanchor) == (0.0, 0.25)
    assert small.yanchor == large.yanchor == arrow.y
    words = " ".join(text.replace("<br>", " ") for text in notes_of(figure))
    assert "moved 1 step: It goes on until aims are met → Reduced in places, no ceasefire" in words


@BOTH
def test_both_ends_of_the_scales_are_named_at_the_top(narrow: bool) -> None:
    """What left and right mean is said in the dossier's words, above the first row."""
    figure = rows(shown(), narrow=narrow)
    notes = {text.replace("<br>", " "): note for text, note in notes_of(figure).items()}
    first = notes["<b>Neutrality</b>"].y

    assert notes[TABLES.dossier.low_end].y > first
    assert notes[TABLES.dossier.high_end].y > first


def test_names_are_text_in_the_figures() -> None:
    """A name that looks like a tag is printed, not obeyed."""
    issue = TABLES.scales["crimea"].model_copy(update={"name": "<b>Crimea</b>"})
    view = shown(issues=("crimea",))
    drawn = movement_of(view)
    panels = tuple(replace(one, issue=issue) for one in drawn.panels)
    blocks = tuple(replace(one, issue=issue) for one in drawn.arrows)
    named = replace(drawn, panels=panels, arrows=blocks)
    marks = party_marks(TABLES.dossier)

    for figure in (
        movement.draw(named, marks, "light", said=said_of(TABLES)),
        arrows.draw(named, marks, "light"),
    ):
        assert "<b>&lt;b&gt;Crimea&lt;/b&gt;</b>" in notes_of(figure)


def test_colours_come_from_the_scheme() -> None:
    """In the dark the words are light, and each party keeps its mark of that scheme."""
    figure = record(shown(issues=("crimea",)), "dark")
    colours = {trace.name: trace.line.color for trace in lines_of(figure)}
    marks = party_marks(TABLES.dossier, "dark")

    assert notes_of(figure)["<b>Crimea</b>"].font.color == PALETTES["dark"].ink
    assert colours == {"Russia": marks["russia"].colour, "Ukraine": marks["ukraine"].colour}
    assert MARKS["own"].fill == 1


def test_long_names_are_wrapped_and_escaped() -> None:
    """A line holds at most so many letters; a sign that Plotly would obey is written out."""
    assert wrapped("United Kingdom of all", 15) == "United Kingdom<br>of all"
    assert plain("a < b & c") == "a &lt; b &amp; c"
