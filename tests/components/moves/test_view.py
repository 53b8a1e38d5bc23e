"""The page draws of a movement what the record says, on a desk and on a phone, for any statements."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from components.figures.figure_text import plain, wrapped
from components.moves.view import ArrowsView, RecordView, arrows_view, record_view
from components.sheet.view import movement_of
from components.sheet.words import record_table, said_of
from components.theme import PALETTES, Scheme, party_marks
from positions.model.dossier import Dossier
from positions.reading.dossier import dossier_folder, load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.text.labels import MARK_WORDS
from positions.view import View, view_of
from tests.positions.factories import AS_OF, FEW, dossiers, view_at

TABLES = Tables(load_dossier("istanbul-2022"), dossier_folder("istanbul-2022"))
PARTIES = ("russia", "turkey", "ukraine", "west")
ISSUES = ("neutrality", "crimea", "security_guarantees", "ceasefire", "leaders_meeting", "sanctions")
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def shown(day: str = "2022-04-05", **chosen: Any) -> View:
    """A view of the bundled dossier of 2022, compared with the second round."""
    selection = default_selection(TABLES.dossier, dt.date.fromisoformat(day))
    wanted: dict[str, Any] = {"parties": PARTIES, "issues": ISSUES, "since": dt.date(2022, 3, 3)} | chosen
    return view_of(TABLES, replace(selection, **wanted))


def record(view: View, scheme: Scheme = "light") -> RecordView:
    """The record over time of a view."""
    marks, said = party_marks(view.tables.dossier, scheme), said_of(view.tables)
    return record_view(movement_of(view), marks, scheme, said)


def rows(view: View, scheme: Scheme = "light") -> ArrowsView:
    """The two days of a view."""
    return arrows_view(movement_of(view), party_marks(view.tables.dossier, scheme), scheme)


def level(panel: dict[str, Any], column: str) -> list[dict[str, Any]]:
    """The level strokes of a column in a panel."""
    return [one for one in panel["strokes"] if one["column"] == column and one["y1"] == one["y2"]]


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
def test_movement_can_be_drawn_for_any_view(view: View) -> None:
    """Every view has its drawings and its table, also one without a single position."""
    drawn = movement_of(view)

    for scheme in SCHEMES:
        assert json.dumps(record(view, scheme))
        assert json.dumps(rows(view, scheme))
    assert len(record_table(drawn)) == sum(
        len(line.stretches) for panel in drawn.panels for line in panel.lines
    )


@FEW
@given(dossiers())
def test_any_statements_can_be_drawn(dossier: Dossier) -> None:
    """Whatever is said, by whom and how unsurely, each mark has what it says and opens."""
    view = view_at(Tables(dossier, Path()), since=AS_OF - dt.timedelta(days=30))
    drawn = record(view)

    for one in drawn["records"]:
        assert [len(panel["marks"]) for panel in one["panels"]] == [len(marks) for marks in drawn["marks"]]
    assert json.dumps(rows(view))


def test_a_line_ends_where_the_view_says_the_party_stands() -> None:
    """The last stroke of each line reaches the day on the step of the party, in both widths."""
    for one in record(shown(parties=("russia", "ukraine"), issues=("crimea",)))["records"]:
        (panel,) = one["panels"]
        ends = {column: level(panel, column)[-1] for column in ("russia", "ukraine")}

        assert {column: (end["x2"], end["y2"]) for column, end in ends.items()} == {
            "russia": (100, panel["grid"][0]),
            "ukraine": (100, panel["grid"][2]),
        }


def test_every_step_has_its_words_at_the_left() -> None:
    """No step is a bare number; its words stand left of the lines, none cut."""
    for one in record(shown(issues=("crimea", "ceasefire")))["records"]:
        for issue, panel in zip(("crimea", "ceasefire"), one["panels"], strict=True):
            told = [" ".join(step["lines"]).replace("- ", "-") for step in panel["steps"]]

            assert told == [step.short.replace("- ", "-") for step in TABLES.scales[issue].scale]


def test_few_events_are_named_and_each_has_its_guide_through_the_panels() -> None:
    """An event has its name once, over the axis; all others are dots that say theirs when pointed at."""
    for one in record(shown())["records"]:
        named, poles = one["axis"]["names"], [pole["x1"] for pole in one["axis"]["poles"]]

        assert 0 < len(named) <= 6
        assert len({name["lines"] for name in named}) == len(named)
        assert len(one["axis"]["dots"]) == 7
        assert all(panel["guides"] == tuple(poles) for panel in one["panels"])


def test_who_stated_nothing_has_no_line_and_is_named() -> None:
    """A blank is a gap in the line, never step 0, and is told in words under the scale."""
    panel = record(shown(issues=("crimea",)))["records"][0]["panels"][0]

    assert {one["column"] for one in panel["strokes"] if one["column"]} == {"russia", "ukraine"}
    assert panel["note"] == "Not stated: Turkey and West"


def test_weak_lines_are_thin_and_old_ones_dotted() -> None:
    """What a line rests on can be seen without its marks."""
    late = shown("2022-12-31", parties=("russia", "ukraine"), issues=("crimea",))
    tables = Tables(TABLES.dossier.model_copy(update={"stale_after": 2}), TABLES.folder)
    old = view_of(tables, replace(late.selection, day=dt.date(2022, 4, 5)))
    fresh, aged = (record(view)["records"][0]["panels"][0] for view in (late, old))

    assert level(fresh, "russia")[0]["width"] < level(fresh, "ukraine")[0]["width"]
    assert not any(one["dash"] for one in fresh["strokes"] if one["column"])
    assert {one["dash"] for one in level(aged, "ukraine")} == {"", "2 3"}


def test_every_mark_answers_the_pointer_and_a_click() -> None:
    """A mark says who, when, which step and in what words, and names the cell that a click opens."""
    (marks,) = record(shown(parties=("russia",), issues=("ceasefire",)))["marks"]

    assert all(one["says"][0].startswith("Russia · ") for one in marks)
    assert any("On until aims are met" in one["says"][1] for one in marks)
    assert "russia.ceasefire.2022-03-03" in [one["opens"] for one in marks]
    assert all(one["opens"].startswith("russia.ceasefire.2022-") for one in marks)


def test_dissent_is_small_and_cannot_be_taken_for_the_side() -> None:
    """Who speaks for himself or herself never moves the line."""
    told = json.dumps(record(shown())["marks"])

    assert "Medinsky" in told
    assert not any("Kadyrov" in one.words for panel in movement_of(shown()).panels for one in panel.labels)


def test_only_the_looks_that_are_used_stand_in_the_legends() -> None:
    """Both legends speak the words of the house; the small mark of the earlier day has its date instead."""
    for legend in (record(shown())["legend"], rows(shown())["legend"]):
        told = [one["words"] for one in legend]

        assert "own words" in told
        assert told == [words for words in MARK_WORDS.values() if words in told]
        assert MARK_WORDS["earlier"] not in told
    assert rows(shown())["days"] == ("3 Mar 2022", "5 Apr 2022")


def test_an_arrow_leads_from_the_earlier_step_to_the_later() -> None:
    """Russia moved from step 0 to 1 on the ceasefire: a small mark, a large mark, the words and their day."""
    (panel,) = rows(shown(parties=("russia",), issues=("ceasefire",)))["panels"]
    (row,) = panel["rows"]

    assert (row["before"]["x"], row["after"]["x"]) == (row["guides"][0], row["guides"][1])
    assert row["before"]["size"] < row["after"]["size"]
    assert row["words"].replace("\u00a0", " ") == (
        "moved 1 step: On until aims are met → Reduced in places (29 Mar 2022)"
    )


def test_issues_on_which_somebody_moved_come_first() -> None:
    """The arrow of the finding stands at the top; all other issues keep their order."""
    assert [panel["name"] for panel in rows(shown())["panels"]] == [
        "Ceasefire",
        *(issue.name for issue in shown().issues if issue.id != "ceasefire"),
    ]


def test_both_ends_of_the_scales_are_named() -> None:
    """What left and right mean is said in the dossier's words."""
    assert rows(shown())["ends"] == (TABLES.dossier.low_end, TABLES.dossier.high_end)


def test_colours_come_from_the_scheme() -> None:
    """In the dark each party keeps its mark of that scheme, and rings are filled with dark paper."""
    panel = record(shown(issues=("crimea",)), "dark")["records"][0]["panels"][0]
    marks = party_marks(TABLES.dossier, "dark")

    for column in ("russia", "ukraine"):
        assert level(panel, column)[0]["colour"] == marks[column].colour
    assert any(one["mark"]["fill"] == PALETTES["dark"].paper for one in panel["marks"])


def test_long_names_are_wrapped_and_escaped() -> None:
    """A line holds at most so many letters; a sign that Plotly would obey is written out."""
    assert wrapped("United Kingdom of all", 15) == "United Kingdom<br>of all"
    assert plain("a < b & c") == "a &lt; b &amp; c"
