"""One issue on its scale: whose words, reported or own, claims apart, blanks in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import combinations

import pytest

from components.charts.issue_scale import describe, draw, table
from components.figures.issue_drawing import CLOSE, PAPER, TOUCH, IssueLayout, Pitch
from components.figures.lanes import IssueScale, issue_scale
from components.figures.range_band import Room
from components.figures.ranges import PHONE, SCREEN
from components.figures.scene import Bar, Drawing, Label, Line, Marker, Shape
from components.figures.scene_svg import scene_svg
from components.theme import party_marks
from positions.reading.dossier import dossier_folder, load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.view import View, view_of
from tests.components.figures.test_ranges import boxes
from tests.components.figures.test_scene_page import INKS
from tests.components.report.many_parties import many_parties
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


def drawn(issue: str, *parties: str, room: Room = PHONE, explained: bool = False) -> Drawing:
    """The figure of that view in a room."""
    return IssueLayout(scale_of(issue, *parties), room, explained=explained).drawing()


def marks_in(drawing: Drawing) -> dict[str, Marker]:
    """The marks of the lanes by the name that each tells."""
    shapes = (one for band in drawing.bands for one in band.scene.shapes)
    return {one.tip.split("\n")[0]: one for one in shapes if isinstance(one, Marker)}


def labels(drawing: Drawing) -> dict[str, Label]:
    """All words by what they say, lines joined."""
    return {" ".join(one.lines): one for one in drawing.whole.shapes if isinstance(one, Label)}


def lines_of(drawing: Drawing, role: str) -> list[Shape]:
    """The lines and bars of a role in the lanes."""
    shapes = (one for band in drawing.bands for one in band.scene.shapes)
    return [one for one in shapes if isinstance(one, Line | Bar) and one.role == role]


def test_reported_speech_is_a_ring_and_own_words_are_filled() -> None:
    """A reader sees from the mark whether the words are the side's own."""
    marks = marks_in(drawn("neutrality", "russia", "ukraine"))

    assert (marks["Ukraine"].role, marks["Russia"].role) == ("reported", "own")


def test_a_claim_is_dashed_and_says_who_makes_it() -> None:
    """What one side says of another stands in a lane of its own below that side, and moves no mark."""
    drawing = drawn("crimea", "russia", "ukraine")
    band = next(one for one in drawing.bands if "as Russia says" in one.words)
    own, claim = (one for one in band.scene.shapes if isinstance(one, Marker))
    assert band.scale

    assert (own.role, claim.role) == ("own", "claimed")
    assert (band.scale.step(own.x), band.scale.step(claim.x)) == (2, 0)
    assert claim.tip.startswith("Ukraine as Russia says, 30 Mar 2022\n")
    assert claim.y > own.y
    assert "Ukraine as Russia says, 30 Mar 2022 at 0" in describe(scale_of("crimea", "russia", "ukraine"))


def test_blanks_are_words_in_their_lane() -> None:
    """Who stated nothing has words in italics in its lane, no mark, and no step drawn through them."""
    drawing = drawn("crimea", "west", "ukraine")
    band = next(one for one in drawing.bands if one.words.startswith("West"))
    (words,) = (one for one in band.scene.shapes if isinstance(one, Label) and one.role == "unplaced")
    rules = [one.x1 for one in band.scene.shapes if isinstance(one, Line) and one.role == "rule"]

    assert words.lines == ("not stated",)
    assert "West" not in marks_in(drawing)
    assert rules
    assert not any(words.left <= x <= words.left + words.width for x in rules)
    assert 'font-style="italic"' in scene_svg(band.scene, ("", ""), INKS)


def test_words_of_the_steps_stand_above_all_lanes_and_names_left_of_the_lines() -> None:
    """No mark ever lies on a word."""
    drawing = drawn("ceasefire", "russia", "ukraine", "west")
    heads = {" ".join(one.lines) for one in drawing.head.shapes if isinstance(one, Label)}
    name, line = labels(drawing)["Russia"], lines_of(drawing, "lane")[0]

    assert heads == {step.short for step in TABLES.scales["ceasefire"].scale}
    assert isinstance(line, Line)
    assert name.left + name.width < line.x1


def test_long_words_of_the_steps_stand_where_no_page_explains_them() -> None:
    """In reports each step has its short and its long words."""
    heads = labels(drawn("ceasefire", "russia", room=SCREEN, explained=True))

    assert "With withdrawal (Ceasefire with Russian withdrawal)" in heads


def test_members_have_lanes_below_the_name_of_their_grouping() -> None:
    """A grouping without a voice is a heading, and each member that spoke has its mark."""
    drawing = drawn("ceasefire", "west")

    assert "West" in labels(drawing)
    assert sorted(marks_in(drawing)) == ["France (West)", "Germany (West)"]


def test_a_figure_can_be_parted_between_lanes_and_names_a_grouping_again() -> None:
    """Each lane is a band with the claims about it, and a sheet that begins with a member says of whom."""
    layout = IssueLayout(scale_of("ceasefire", "west", "ukraine"), SCREEN, explained=True)
    whole, parted = layout.drawing(), layout.drawing(parted=True)
    france, germany, *_ = parted.bands
    assert germany.opening
    (again,) = (one for one in germany.opening.shapes if isinstance(one, Label))
    steps = [one for one in parted.head.shapes if isinstance(one, Label)]

    assert (france.opening, again.lines) == (None, ("West, continued",))
    assert (again.y + again.height, germany.opening.height) == (0, 0)
    assert all(again.width < one.left or one.y + one.height <= parted.head.height + again.y for one in steps)
    assert parted.whole.height == pytest.approx(whole.whole.height)
    assert list(labels(parted)) == list(labels(whole))


@pytest.mark.parametrize("issue", ["security_guarantees", "crimea"])
@pytest.mark.parametrize("pitch", [TOUCH, PAPER, CLOSE])
def test_no_words_touch_words_or_marks_however_close_lanes_stand(pitch: Pitch, issue: str) -> None:
    """Each name has its own room, and so has each mark."""
    record = Tables(load_dossier("ukraine-2014-2026"), dossier_folder("ukraine-2014-2026"))
    selection = default_selection(record.dossier)
    scale = issue_scale(view_of(record, selection), record.scales[issue])
    drawing = IssueLayout(scale, SCREEN, explained=True, pitch=pitch).drawing()

    for one, other in combinations(boxes(drawing.whole), 2):
        across = min(one[2], other[2]) - max(one[1], other[1])
        down = min(one[4], other[4]) - max(one[3], other[3])
        assert across <= 1 or down <= 1, (one, other)


def test_many_lanes_have_the_words_of_the_steps_below_them_too() -> None:
    """On a page whose head has been scrolled away."""
    many, few = (
        IssueLayout(issue_scale(found, found.issues[0]), PHONE).drawing().legend
        for found in (many_parties(9, 1), many_parties(3, 1))
    )
    roles = [[one.role for one in foot.shapes if isinstance(one, Label)] for foot in (many, few)]

    assert [("step" in one) for one in roles] == [True, False]


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
    assert "claimed by others" in labels(drawn("crimea", "russia", "ukraine"))
    assert "claimed by others" not in labels(drawn("neutrality", "russia"))


def test_the_widest_gap_has_a_line_of_its_own() -> None:
    """From one side's step to the other's, dark, in a band below all lanes; none where no pair is firm."""
    drawing = drawn("neutrality", "russia", "ukraine")
    (gap,) = lines_of(drawing, "gap")
    band = drawing.bands[-1]
    assert isinstance(gap, Line)
    assert band.scale

    assert gap in band.scene.shapes
    assert (band.scale.step(gap.x1), band.scale.step(gap.x2)) == (0, 2)
    assert gap.y1 == gap.y2
    assert "2 of 4 steps" in labels(drawing)
    assert lines_of(drawn("crimea", "russia", "west"), "gap") == []


def test_a_wide_figure_says_day_and_speaker_beside_each_line() -> None:
    """Day and speaker stand right of a line, the pair right of the gap; a narrow page has neither."""
    wide = labels(drawn("neutrality", "russia", "ukraine", room=SCREEN))
    narrow = labels(drawn("neutrality", "russia", "ukraine"))

    for words in ("3 Mar 2022 · Putin", "2 of 4 steps, Russia – Ukraine"):
        assert words in wide
        assert words not in narrow


def test_names_are_text() -> None:
    """A name that looks like a tag is printed, not obeyed."""
    fictional = view(said("a", "north_head", 1))
    scale = issue_scale(fictional, fictional.tables.scales["dam"])
    sly = replace(scale, lanes=[replace(lane, name="<b>N") for lane in scale.lanes])
    layout = draw(sly, fictional, "light", "wide", SCREEN)

    assert any(line["text"] == "<b>N" for words in layout["words"] for line in words["lines"])


@pytest.mark.parametrize("day", ["2022-02-24", "2022-03-29"])
def test_every_scaled_issue_can_be_drawn_on_any_day(day: str) -> None:
    """Also before anybody spoke."""
    for issue in TABLES.dossier.issues:
        if issue.scale:
            view = shown(issue.id, "russia", "ukraine", "west", "france", day=day)
            scale = issue_scale(view, issue)

            assert draw(scale, view, "light", "narrow", PHONE)["words"]
            assert describe(scale).startswith(issue.name)
