"""One issue on its scale: whose words, reported or own, claims apart, blanks in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from components.charts.issue_scale import WIDE_ROOM, IssueScale, describe, draw, issue_scale, table
from components.theme import party_marks
from positions.reading.dossier import dossier_folder, load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.view import View, view_of
from tests.components.figures import marks_of, notes_of, shapes_of
from tests.positions.factories import said, view

TABLES = Tables(load_dossier("istanbul-2022"), dossier_folder("istanbul-2022"))
MARKS = party_marks(TABLES.dossier)


def shown(issue: str, *parties: str, day: str = "2022-04-05") -> View:
    """A view of one issue of the bundled dossier."""
    selection = default_selection(TABLES.dossier, dt.date.fromisoformat(day))
    return view_of(TABLES, replace(selection, parties=parties, issues=(issue,)))


def scale_of(issue: str, *parties: str, day: str = "2022-04-05") -> IssueScale:
    """What the figure of that view is drawn from."""
    return issue_scale(shown(issue, *parties, day=day), TABLES.scales[issue])


def test_reported_speech_is_a_ring_and_own_words_are_filled() -> None:
    """A reader sees from the mark whether the words are the side's own."""
    figure = draw(scale_of("neutrality", "russia", "ukraine"), MARKS, "light")

    assert shapes_of(figure, "Ukraine")[0].fillcolor.upper() == "#FFFFFF"
    assert shapes_of(figure, "Russia")[0].fillcolor.upper() == MARKS["russia"].colour


def test_a_claim_is_dashed_and_says_who_makes_it() -> None:
    """What one side says of another stands in a lane of its own, dashed, and moves no mark."""
    scale = scale_of("crimea", "russia", "ukraine")
    figure = draw(scale, MARKS, "light")
    (dashed,) = shapes_of(figure, "Ukraine as Russia says, 30 Mar 2022")

    assert dashed.line.dash == "3px,2px"
    assert any("as Russia says" in text.replace("<br>", " ") for text in notes_of(figure))
    assert "Ukraine as Russia says, 30 Mar 2022 at 0" in describe(scale)
    assert marks_of(figure)["Ukraine"].x[0] == 0.5
    assert dashed.xanchor == 0.0
    assert dashed.yanchor < marks_of(figure)["Ukraine"].y[0]


def test_blanks_are_words_in_their_lane() -> None:
    """Who stated nothing has words in its lane and no mark on the scale."""
    figure = draw(scale_of("crimea", "west", "ukraine"), MARKS, "dark")

    assert "<i>not stated</i>" in notes_of(figure)
    assert "West" not in marks_of(figure)


def test_words_of_the_steps_stand_above_all_lanes_and_names_left_of_the_lines() -> None:
    """No mark ever lies on a word."""
    scale = scale_of("ceasefire", "russia", "ukraine", "west")
    figure = draw(scale, MARKS, "light")
    notes = {text.replace("<br>", " "): note for text, note in notes_of(figure).items()}
    top = max(mark.y[0] for mark in marks_of(figure).values())

    assert all(notes[step.short].y > top for step in scale.issue.scale)
    assert notes["<b>Russia</b>"].xshift == -(figure.layout.margin.l or 0) < 0
    assert notes["<b>Russia</b>"].xanchor == "left"


def test_members_have_lanes_below_the_name_of_their_grouping() -> None:
    """A grouping without a voice is a heading, and each member that spoke has its mark."""
    figure = draw(scale_of("ceasefire", "west"), MARKS, "light")

    assert "<b>West</b>" in notes_of(figure)
    assert sorted(marks_of(figure)) == ["France (West)", "Germany (West)"]


def test_the_table_says_what_is_drawn() -> None:
    """Step, words, other current words, and how and when the words of the mark were said, per lane."""
    view = shown("ceasefire", "russia", "west")
    rows = table(scale_of("ceasefire", "russia", "west"), view).to_dict("records")

    assert rows[0] == {
        "Who": "Russia",
        "Step": "1",
        "In words": "Reduced in places",
        "Other current words reach": "On until aims are met / Reduced in places",
        "Words are": "own words, 29 Mar 2022",
    }
    assert [row["Who"] for row in rows] == [
        "Russia",
        "Russia as United States says, 30 Mar 2022",
        "Russia as Ukraine says, 29 Mar 2022",
        "France (West)",
        "Germany (West)",
        "United States (West)",
    ]
    assert rows[-1]["In words"] == "said, but does not fit the scale"


def test_the_legend_names_claims_only_where_there_are_some() -> None:
    """It has exactly the marks that the figure uses."""
    with_claim = draw(scale_of("crimea", "russia", "ukraine"), MARKS, "light")
    without = draw(scale_of("neutrality", "russia"), MARKS, "light")

    assert "claimed by others" in notes_of(with_claim)
    assert "claimed by others" not in notes_of(without)


def test_the_widest_gap_has_a_line_of_its_own() -> None:
    """From one side's step to the other's, dark, below all lanes; none where there is no firm pair."""
    figure = draw(scale_of("neutrality", "russia", "ukraine"), MARKS, "light")
    (gap,) = [one for one in shapes_of(figure, "gap") if one.type == "line"]
    lowest = min(mark.y[0] for mark in marks_of(figure).values())

    assert (gap.x0, gap.x1) == (0.0, 0.5)
    assert gap.y0 == gap.y1 < lowest
    assert "2 of 4 steps" in notes_of(figure)
    assert shapes_of(draw(scale_of("crimea", "russia", "west"), MARKS, "light"), "gap") == []


def test_a_wide_figure_says_day_and_speaker_beside_each_line() -> None:
    """Day and speaker stand right of a line, the pair right of the gap; a narrow page has neither."""
    scale = scale_of("neutrality", "russia", "ukraine")
    wide = notes_of(draw(scale, MARKS, "light", WIDE_ROOM))
    narrow = notes_of(draw(scale, MARKS, "light"))

    for words in ("3 Mar 2022 · Putin", "2 of 4 steps, Russia – Ukraine"):
        assert words in {text.replace("<br>", " ") for text in wide}
        assert words not in {text.replace("<br>", " ") for text in narrow}


def test_names_are_text() -> None:
    """A name that looks like a tag is printed, not obeyed."""
    fictional = view(said("a", "north_head", 1))
    scale = issue_scale(fictional, fictional.tables.scales["dam"])
    sly = replace(scale, lanes=[replace(lane, name="<b>N") for lane in scale.lanes])
    figure = draw(sly, party_marks(fictional.tables.dossier), "light")

    assert any("&lt;b&gt;N" in text for text in notes_of(figure))


@pytest.mark.parametrize("day", ["2022-02-24", "2022-03-29"])
def test_every_scaled_issue_can_be_drawn_on_any_day(day: str) -> None:
    """Also before anybody spoke."""
    for issue in TABLES.dossier.issues:
        if issue.scale:
            scale = scale_of(issue.id, "russia", "ukraine", "west", "france", day=day)

            assert draw(scale, MARKS, "light").to_plotly_json()
            assert describe(scale).startswith(issue.name)
