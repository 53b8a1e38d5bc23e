"""Figures say what the view says, for the whole dossier, for one row and for none."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import given

from components.charts import distance_grid, pair_map, range_plot
from components.colours import Inks
from components.figures.legend import meanings
from components.figures.ranges import SCREEN, ranges, ranges_of
from components.figures.scale import scale_rows
from components.figures.scene import Bar, Label, Line, Marker, Scale, Scene
from components.figures.scene_page import Page, scene_page
from components.svg_figure.view import Layout
from components.theme import MARKS, PALETTES, Scheme, party_marks
from positions.model.dossier import Dossier
from positions.reading.dossier import dossier_folder, load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.text.labels import LINE_WORDS, MARK_WORDS
from positions.view import View, view_of
from tests.components.figures import notes_of, shapes_of
from tests.positions.factories import FEW, days_before, dossiers, said, view, view_at

TABLES = Tables(load_dossier("istanbul-2022"), dossier_folder("istanbul-2022"))
RECORD = Tables(load_dossier("ukraine-2014-2026"), dossier_folder("ukraine-2014-2026"))
MARKS_OF_PARTIES = party_marks(TABLES.dossier)
_S = TypeVar("_S", Bar, Line, Marker)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
PARTIES = ("russia", "turkey", "ukraine", "west")
ISSUES = ("neutrality", "crimea", "donbas", "security_guarantees", "ceasefire", "sanctions")


def shown(day: str, parties: tuple[str, ...] = PARTIES, issues: tuple[str, ...] = ISSUES) -> View:
    """A view of the bundled dossier of 2022."""
    selection = default_selection(TABLES.dossier, dt.date.fromisoformat(day))
    return view_of(TABLES, replace(selection, parties=parties, issues=issues))


def plot(view: View) -> Scene:
    """The ranges of a view on a wide screen."""
    return ranges_of(view, party_marks(view.tables.dossier), SCREEN).whole


def on_page(view: View, scheme: Scheme = "light") -> Layout:
    """The same as the page draws it."""
    return range_plot.draw(view, scheme, "wide", SCREEN)


def drawn(scene: Scene, role: str, column: str, kind: type[_S]) -> list[_S]:
    """The shapes of a role and column, without those of the legend."""
    return [
        one
        for one in scene.shapes
        if isinstance(one, kind) and (one.role, one.column) == (role, column) and one.pin != 0
    ]


def words_of(scene: Scene) -> set[str]:
    """All words, each text in one line."""
    return {" ".join(one.lines) for one in scene.shapes if isinstance(one, Label)}


def inked(view: View, name: str) -> dict[str, Any]:
    """The first shape of that name on the page."""
    return next(one for one in on_page(view)["shapes"] if one["name"] == name)


def scales(view: View) -> list[Scale]:
    """Where the steps of each issue stand on a wide screen, as in the figure."""
    drawing = ranges_of(view, party_marks(view.tables.dossier), SCREEN)
    tops = [drawing.head.height]
    for band in drawing.bands:
        tops.append(tops[-1] + band.scene.height)
    return [
        replace(band.scale, y=band.scale.y + top)
        for band, top in zip(drawing.bands, tops, strict=False)
        if band.scale
    ]


@pytest.mark.parametrize(
    ("day", "parties", "issues"),
    [
        ("2022-04-05", PARTIES, ISSUES),
        ("2022-02-24", PARTIES, ISSUES),
        ("2022-04-05", ("russia", "ukraine"), ("crimea",)),
        ("2022-04-05", ("russia", "ukraine"), ("sanctions",)),
        ("2022-04-05", ("russia",), ISSUES),
        ("2022-04-05", ("west", "france", "germany", "us"), ISSUES),
    ],
)
def test_charts_can_be_drawn_for_any_view(
    day: str, parties: tuple[str, ...], issues: tuple[str, ...]
) -> None:
    """Every view has its figures, sentences and tables, also one without a single position."""
    view = shown(day, parties, issues)

    for scheme in SCHEMES:
        assert bool(on_page(view, scheme)["shapes"]) == bool(view.scaled)
        assert bool(pair_map.draw(view, scheme)["words"]) == bool(view.pairs or view.scaled)
        assert distance_grid.draw(view, scheme)["height"] > 0
    assert len(pair_map.table(view)) == len(view.scaled)
    assert len(distance_grid.table(view)) == len(view.distances)
    assert isinstance(range_plot.describe(view), str)
    assert isinstance(pair_map.describe(view), str)


@FEW
@given(dossiers())
def test_any_statements_can_be_drawn(dossier: Dossier) -> None:
    """Whatever is said, by whom and how unsurely, figures and tables come out."""
    view = view_at(Tables(dossier, Path()))

    assert on_page(view)["shapes"]
    assert len(range_plot.table(view)) == sum(
        len(row.spots) + len(row.earlier) + len(row.blanks) + 2 for row in scale_rows(view)
    )
    assert pair_map.draw(view, "light")["words"]


def test_a_mark_stands_at_the_step_of_the_position() -> None:
    """Where a party stands in the figure is where its words put it."""
    view = shown("2022-04-05", PARTIES, ("crimea",))
    (scale,), figure = scales(view), plot(view)
    (russia,), (ukraine,) = drawn(figure, "weak", "russia", Marker), drawn(figure, "own", "ukraine", Marker)

    assert (scale.step(russia.pin or 0), scale.step(ukraine.pin or 0)) == (0.0, 2.0)
    assert ukraine.tip.startswith("Ukraine: ")


def test_who_stated_nothing_is_never_on_the_scale() -> None:
    """A blank is named in words below the scale and has no mark at any step."""
    view = shown("2022-04-05", PARTIES, ("crimea",))
    figure = plot(view)

    assert not [one for one in figure.shapes if one.column == "west"]
    assert any("Turkey and West: not stated" in text for text in words_of(figure))
    assert "West: not stated" in range_plot.describe(view)


def test_every_step_has_its_words_under_the_line() -> None:
    """No step is a bare tick: its short words stand below it, none cut."""
    view = shown("2022-04-05", PARTIES, ("crimea", "ceasefire"))
    texts = words_of(plot(view))

    for issue in view.scaled:
        assert all(step.short in texts for step in issue.scale)


def test_the_gap_is_one_dark_line_between_the_two_points() -> None:
    """It is ink, stands on the scale, and nothing weak or split draws one."""
    firm = view(said("a", "north_head", 1), said("b", "south_head", 4))
    (scale,), figure = scales(firm), plot(firm)
    (gap,) = drawn(figure, "gap", "", Line)

    assert (scale.step(gap.x1), scale.step(gap.x2)) == (1.0, 4.0)
    assert inked(firm, "gap")["stroke"] == PALETTES["light"].ink
    assert gap.y1 == gap.y2 == scale.y == drawn(figure, "own", "north", Marker)[0].y
    weak = plot(view(said("a", "north_head", 1), said("b", "south_head", 4, confidence="low")))
    assert not drawn(weak, "gap", "", Line)


def test_own_words_are_filled_reported_ones_are_rings_and_weak_ones_dotted() -> None:
    """One mark has one meaning."""
    seen = view(
        said("a", "north_head", 1),
        said("b", "south_head", 4, mode="reported_speech"),
        said("c", "harbour_head", 3, confidence="low"),
        parties=("harbour", "north", "south"),
    )
    marks = party_marks(view().tables.dossier)
    names = ("own north", "reported south", "weak harbour")
    filled, ring, dotted = (inked(seen, name) for name in names)

    assert filled["fill"].upper() == marks["north"].colour
    assert ring["fill"].upper() == PALETTES["light"].paper
    assert ring["stroke"].upper() == marks["south"].colour
    assert not ring["dash"]
    assert ring["wide"] > dotted["wide"]
    assert dotted["dash"] == "1.5 2"


def test_other_current_words_and_doubts_are_told_apart() -> None:
    """What was said is a bar, what a coder was unsure of is dotted, both below the line."""
    seen = view(
        said("a", "north_head", 0, said_on=days_before(10)),
        said("b", "north_envoy", 2, said_on=days_before(1)),
        said("c", "south_head", (2, 4), spread="doubt"),
    )
    (scale,), figure = scales(seen), plot(seen)
    (bar,), (doubt,) = drawn(figure, "range", "north", Bar), drawn(figure, "doubt", "south", Line)

    assert (scale.step(bar.x), scale.step(bar.x + bar.width)) == (0.0, 2.0)
    assert (scale.step(doubt.x1), scale.step(doubt.x2)) == (2.0, 4.0)
    assert not inked(seen, "range north")["dash"]
    assert inked(seen, "doubt south")["dash"]
    assert min(bar.y, doubt.y1) > scale.y


@pytest.mark.parametrize("day", ["2022-03-29", "2022-04-05"])
def test_the_legend_says_exactly_what_is_drawn(day: str) -> None:
    """A mark that is on the page is in the legend, and no other is."""
    view = shown(day)
    figure, told = plot(view), [one.words for one in meanings(scale_rows(view))]
    texts = words_of(figure)

    assert all(words in texts for words in told)
    known = {*MARK_WORDS.values(), *LINE_WORDS.values()}
    assert known & set(texts) == set(told)
    signs = [one.role for one in figure.shapes if one.pin == 0 and not isinstance(one, Label)]
    assert signs == [one.key for one in meanings(scale_rows(view)) if one.kind != "name"]
    assert ("A (B)" in texts) == (MARK_WORDS["by_name"] in told)
    assert set(MARKS) <= set(MARK_WORDS)
    assert ("low confidence" in told) == (day == "2022-04-05")


def test_rows_run_from_the_widest_gap_down() -> None:
    """The reader meets the widest gap first and issues without a pair last."""
    view = shown("2022-04-05")
    names = {issue.name for issue in view.scaled}
    heads = [one for one in plot(view).shapes if isinstance(one, Label) and one.role == "heading"]
    order = [" ".join(one.lines) for one in heads if " ".join(one.lines) in names]

    assert order == [issue.name for issue in view.by_gap]


def test_the_map_prints_a_dash_where_there_is_no_gap() -> None:
    """A pair of which one stated nothing has a dash and the reason, not a zero."""
    view = shown("2022-04-05", ("russia", "west"), ("crimea", "ceasefire"))

    assert list(pair_map.table(view)["Russia – West"]) == [
        "– (West: no step)",
        "2 of 4 steps; some members only",
    ]


def test_only_firm_gaps_have_a_shade_in_the_map() -> None:
    """What rests on some members, on low confidence or on a split has an outline, said in the legend."""
    selection = default_selection(RECORD.dossier, dt.date(2026, 6, 24))
    view = view_of(RECORD, selection)
    figure = pair_map.draw(view, "light")

    for basis in ("by name", "split"):
        assert shapes_of(figure, basis)
        assert all(shape["fill"] == PALETTES["light"].paper for shape in shapes_of(figure, basis))
    assert all(shape["wide"] == 0 for shape in shapes_of(figure, "firm"))
    assert len(shapes_of(figure, "firm")) == sum(gap.basis == "firm" for gap in view.gaps)
    assert {"some members only", "split: from its nearest to its farthest member"} <= set(notes_of(figure))


def test_a_distance_below_half_of_the_issues_is_withheld() -> None:
    """It says so, with the number of issues, in the table; the figure leaves out who has none."""
    view = view_of(RECORD, default_selection(RECORD.dossier, dt.date(2026, 6, 24)))
    rows = distance_grid.table(view).set_index("Pair")

    assert list(rows.loc["Europe – Russia"]) == ["withheld", "", "1 of 6"]
    assert rows.loc["Russia – Ukraine", "Distance"] == "75% of the scale"
    assert not [text for text in notes_of(distance_grid.draw(view, "light")) if "Europe" in text]


def test_names_are_text_in_a_figure() -> None:
    """A name that looks like a tag is handed to the browser as text, which never reads it as HTML."""
    view = shown("2022-04-05", ("russia", "ukraine"), ("crimea",))
    (row,) = scale_rows(view)
    issue = row.issue.model_copy(update={"name": "<b>Crimea</b>"})
    drawing = ranges([replace(row, issue=issue)], ["."], ("", ""), MARKS_OF_PARTIES, SCREEN)
    page = scene_page(drawing.whole, Page("wide", Inks(MARKS_OF_PARTIES, "light", SCREEN.size)))

    assert any("<b>Crimea" in line["text"] for one in page["words"] for line in one["lines"])


def test_arrows_lead_from_the_earlier_position_to_the_later() -> None:
    """Compared with an earlier day, who moved has an arrow, and who stood still has none.

    Neither has Ukraine, whose words of the earlier day name two steps apart: no middle is drawn for them.
    """
    view = shown("2022-04-05", ("russia", "ukraine"), ("ceasefire", "crimea"))
    compared = view_of(TABLES, replace(view.selection, since=dt.date(2022, 3, 10)))
    (scale, _), figure = scales(compared), plot(compared)
    (way,), (start,) = drawn(figure, "earlier", "russia", Line), drawn(figure, "earlier", "russia", Marker)

    assert (scale.step(start.x), scale.step(way.x2)) == (0.0, 1.0)
    assert not drawn(figure, "earlier", "ukraine", Marker)
    assert inked(compared, "earlier russia")["kind"] == "arrow"
    assert not [one for one in plot(view).shapes if one.role == "earlier"]


def test_marks_on_one_step_stand_side_by_side() -> None:
    """No mark lies on top of another, and each name is joined to its mark."""
    seen = view(said("a", "north_head", 2), said("b", "south_head", 2))
    (scale,), figure = scales(seen), plot(seen)
    north, south = drawn(figure, "own", "north", Marker), drawn(figure, "own", "south", Marker)
    leaders = [one for one in figure.shapes if one.role == "leader"]

    assert (len(north), len(south), len(leaders)) == (1, 1, 1)
    assert {scale.step(one.pin or 0) for one in (*north, *south)} == {2.0}
    assert len({one.x for one in (*north, *south)}) == 2
    assert {"Northland", "Southland"} <= words_of(figure)


def test_a_wide_map_has_the_names_of_pairs_in_one_row_and_a_narrow_one_in_turn() -> None:
    """Where each name fits above its column, all stand at one height."""
    view = view_of(RECORD, default_selection(RECORD.dossier, dt.date(2026, 6, 24)))

    def heights(figure: Layout) -> set[float]:
        return {note["lines"][0]["y"] for text, note in notes_of(figure).items() if "Russia" in text}

    assert len(heights(pair_map.draw(view, "light", "wide", pair_map.WIDE))) == 1
    assert len(heights(pair_map.draw(view, "light"))) > 1


def test_a_table_of_distances_has_intervals_only_where_there_is_one() -> None:
    """No column stands empty from top to bottom."""
    record = view_of(RECORD, default_selection(RECORD.dossier, dt.date(2026, 6, 24)))

    assert "Interval" in distance_grid.table(record)
    assert "Interval" not in distance_grid.table(shown("2022-04-05"))


def test_names_of_rows_are_broken_and_never_touch() -> None:
    """A name of one long word has as many lines as it needs, and its row is as high as they are."""
    word = "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrente"
    dossier = RECORD.dossier
    issues = tuple(one.model_copy(update={"name": f"{word} {word}"}) for one in dossier.issues)
    parties = tuple(one.model_copy(update={"name": f"{word} {one.name}"}) for one in dossier.parties)
    changed = dossier.model_copy(update={"issues": issues, "parties": parties})
    long = view_of(Tables(changed, Path()), default_selection(dossier, dt.date(2026, 6, 24)))

    for figure in (pair_map.draw(long, "light"), distance_grid.draw(long, "light")):
        rows = [one["lines"] for one in figure["words"] if one["pin"] == 0]
        names = [one for one in rows if word[:9] in "".join(line["text"] for line in one)]
        ends = [(one[0]["y"], one[-1]["y"]) for one in names]
        gaps = [below - above - names[0][0]["size"] * 1.3 for (_, above), (below, _) in pairwise(ends)]

        assert len(names) > 1
        assert all(len(line["text"]) < 24 for one in names for line in one)
        assert min(gaps) >= -0.01
