"""The sheet of positions over time says what the tables say, and its labels stand apart and inside."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from math import isnan
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.movement import describe, draw, table
from components.figure_text import plain, spread, wrapped
from components.sheet.layout import HEAD, LINE, Movement
from components.theme import party_marks
from positions.analysis.trajectory import Placing, Span, placings
from positions.fields import last_day
from positions.frames import typed_rows
from positions.loading import dossier_folder, load_dossier
from positions.movement import positions_over_time
from positions.tables import Tables, standing
from tests.positions.factories import MODEST

TABLES = Tables(load_dossier("istanbul-2022"), dossier_folder("istanbul-2022"))
MARKS = party_marks(TABLES.dossier)
PARTIES = ("russia", "turkey", "ukraine", "west")
MEMBERS = ("france", "germany", "us")
ISSUES = ("neutrality", "crimea", "security_guarantees", "ceasefire", "leaders_meeting", "sanctions")


def sheet(
    day: str = "2022-04-05",
    holders: tuple[str, ...] = PARTIES,
    issues: tuple[str, ...] = ISSUES,
    **changed: Any,
) -> Movement:
    """The sheet of a view of the bundled dossier."""
    as_of = dt.date.fromisoformat(day)
    spans = [one for one in typed_rows(positions_over_time(TABLES, as_of), Span) if one.holder in holders]
    spoken = [one for one in typed_rows(placings(TABLES.statements, as_of), Placing) if one.holder in holders]
    view = Movement(
        issues=[TABLES.scales[issue] for issue in issues],
        spans=sorted(spans, key=lambda one: holders.index(one.holder)),
        spoken=[(one.holder, one) for one in spoken],
        said=TABLES.by_id,
        names=TABLES.names,
        events=[(last_day(one.day), one) for one in TABLES.dossier.events if one.day],
        first=dt.date(2022, 2, 24),
        last=as_of,
        since=dt.date(2022, 3, 3),
    )
    return replace(view, **changed)


def traces(movement: Movement, mode: str) -> list[Any]:
    """The named traces of the figure that are lines, or marks."""
    drawn: Any = draw(movement, MARKS, "light").data
    return [one for one in drawn if one.mode == mode and one.name]


def texts(movement: Movement) -> list[str]:
    """Every label of the figure."""
    return [note["text"] for note in draw(movement, MARKS, "light").to_dict()["layout"]["annotations"]]


@pytest.mark.parametrize(
    "movement",
    [
        sheet(),
        sheet("2022-02-24", since=None),
        sheet(holders=("russia",), issues=("crimea",)),
        sheet(issues=("sanctions",)),
        sheet(holders=(*PARTIES, *MEMBERS)),
        sheet(events=[]),
    ],
    ids=["all", "before anybody spoke", "one row", "no scale", "members", "no events"],
)
def test_the_sheet_can_be_drawn_for_any_view(movement: Movement) -> None:
    """Every view has its figure, sentence and table, also one without a single position."""
    scaled = [issue for issue in movement.issues if issue.scale]

    assert draw(movement, MARKS, "light").to_plotly_json()
    assert draw(movement, MARKS, "dark").to_plotly_json()
    assert [one.issue for one in movement.panels] == scaled
    assert all(issue.name in describe(movement) for issue in scaled)
    assert len(table(movement)) == sum(len(one.spans) for one in movement.panels)


def test_a_line_ends_where_the_table_says_the_party_stands() -> None:
    """The last point of each line is the step of the party as of the day."""
    movement = sheet(holders=("russia", "ukraine"), issues=("crimea",))
    panel, cells = movement.panels[0], standing(TABLES, dt.date(2022, 4, 5))

    for trace in traces(movement, "lines"):
        cell = cells[(cells["name"] == trace.name) & (cells["issue"] == "crimea")].iloc[0]
        places = [place for place in trace.y if not isnan(place)]
        assert places[-1] == panel.y(cell["point"])


def test_who_stated_nothing_has_no_line_and_is_named() -> None:
    """A blank is a gap in the line, never step 0, and is told in words under the scale."""
    movement = sheet(issues=("crimea",))

    assert {trace.name for trace in traces(movement, "lines")} == {"Russia", "Ukraine"}
    assert "Not stated: Turkey and West (0 of 8)" in texts(movement)
    assert "Not stated: Turkey and West (0 of 8)" in describe(movement)


def test_a_line_begins_on_the_day_of_the_first_position() -> None:
    """Before anybody had spoken there is nothing, not even a line on the floor."""
    movement = sheet(holders=("ukraine",), issues=("crimea",))

    assert traces(movement, "lines")[0].x[0] == movement.axis.place(dt.date(2022, 3, 29))


def test_what_is_no_longer_current_is_dotted() -> None:
    """A stale span has its own, dotted line, and its side is named under the scale."""
    fresh = sheet(holders=("ukraine",), issues=("crimea",))
    old = [replace(one, state="stale" if one.drawn else one.state) for one in fresh.spans]
    movement = sheet(holders=("ukraine",), issues=("crimea",), spans=old)

    assert {trace.line.dash for trace in traces(fresh, "lines")} == {"solid"}
    assert {trace.line.dash for trace in traces(movement, "lines")} == {"dot"}
    assert "No longer current: Ukraine" in texts(movement)


def test_marks_are_filled_for_own_words_and_rings_for_reports() -> None:
    """Each mark stands on the day and step of its statements and says who, where and in what words."""
    movement = sheet(holders=("russia",), issues=("ceasefire",))
    trace = traces(movement, "markers")[0]
    spoken = [one for _, one in movement.spoken if one.issue == "ceasefire"]

    assert list(trace.x) == [movement.axis.place(one.day.date()) for one in spoken]
    assert list(trace.y) == [movement.panels[0].y(one.point) for one in spoken]
    for one, fill, words in zip(spoken, trace.marker.color, trace.hovertext, strict=True):
        assert (fill == MARKS["russia"].colour) == one.own_words
        assert words.startswith("Russia · ")
        assert f"Step {one.point:g}: " in words


def test_dissent_is_not_drawn() -> None:
    """Who speaks for himself has no mark: no hover names him."""
    hovers = " ".join(text for trace in traces(sheet(), "markers") for text in trace.hovertext)

    assert "Medinsky" in hovers
    assert "Kadyrov" not in hovers


def test_lines_that_meet_are_drawn_apart_and_stay_near_their_step() -> None:
    """On the ceasefire three members and Ukraine meet on a step: no two lines share a height."""
    panel = sheet(holders=(*PARTIES, *MEMBERS), issues=("ceasefire",)).panels[0]
    step = panel.y(1) - panel.y(0)
    on_three = [panel.y(3, holder) for holder, spans in panel.lines.items() if spans[-1].point == 3]

    assert len(set(on_three)) == len(on_three) == 4
    assert all(abs(one - panel.y(3)) < step / 2 for one in on_three)


def test_names_stand_apart_and_inside_their_panel() -> None:
    """Labels at the lines' ends neither overlap nor leave the panel, whoever is shown."""
    for panel in sheet(holders=(*PARTIES, *MEMBERS)).panels:
        places = sorted(place for _, _, place in panel.labels())

        assert all(other - one >= LINE - 1e-6 for one, other in pairwise(places))
        assert all(panel.bottom <= place <= panel.top - HEAD / 2 for place in places)


def test_a_grouping_is_never_named_without_its_members() -> None:
    """The West's line says how many of its members it rests on."""
    assert any("West (2 of 8)" in text for text in texts(sheet(issues=("ceasefire",))))


def test_events_are_ticks_with_their_names() -> None:
    """Events of one day share a tick, and hover says their names."""
    drawn: Any = draw(sheet(), MARKS, "light").data[-1]

    assert len(drawn.x) == len({one.day for one in TABLES.dossier.events if one.day})
    assert any("Istanbul round" in text for text in drawn.hovertext)


def test_names_are_text_in_the_sheet() -> None:
    """A name that looks like a tag is printed, not obeyed."""
    issue = TABLES.scales["crimea"].model_copy(update={"name": "<b>Crimea</b>"})
    movement = sheet(issues=("crimea",))
    named = [replace(one, name="<i>X</i>") for one in movement.spans]
    shown = texts(replace(movement, issues=[issue], spans=named))

    assert any("&lt;b&gt;Crimea" in text for text in shown)
    assert any("&lt;i&gt;X" in text for text in shown)
    assert not any("<i>" in text for text in shown)


@given(
    st.lists(st.floats(0, 100), min_size=1, max_size=8),
    st.floats(1, 30),
    st.floats(0, 10),
    st.floats(90, 200),
)
@MODEST
def test_spread_labels_keep_order_and_distance(
    places: list[float], apart: float, low: float, high: float
) -> None:
    """Labels keep their order, stand inside the ends, and as far apart as asked or as room allows."""
    found = spread(places, apart, low, high)
    room = min(apart, (high - low) / max(1, len(places) - 1))
    ordered = [one for _, one in sorted(zip(places, found, strict=True), key=lambda pair: pair[0])]

    assert all(low - 1e-6 <= one <= high + 1e-6 for one in found)
    assert all(abs(other - one) >= room - 1e-6 for one, other in pairwise(sorted(found)))
    if len(set(places)) == len(places):
        assert ordered == sorted(found)


def test_labels_that_do_not_touch_stay_where_they_are() -> None:
    """Nothing is moved without need; two on one spot move by half each."""
    assert spread([10, 40], 15, 0, 50) == [10, 40]
    assert spread([20, 20], 10, 0, 50) == [15, 25]
    assert spread([], 10, 0, 50) == []


def test_long_names_are_wrapped_and_escaped() -> None:
    """A line holds at most so many letters; a sign that Plotly would obey is written out."""
    assert wrapped("United Kingdom of all", 15) == "United Kingdom<br>of all"
    assert plain("a < b & c") == "a &lt; b &amp; c"
