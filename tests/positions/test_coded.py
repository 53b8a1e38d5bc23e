"""Codings beside a dossier reach points and gaps: the kept one stays the position, others stand beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.sheet.view import movement_of
from components.sheet.words import mark_words, record_table, said_of
from positions.analysis.disagreement import Disagreement, coded_statements
from positions.cell import Cell
from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.reading.dossier import load_dossier
from positions.rows.cells import cell_rows
from positions.rows.changes import span_rows
from positions.rows.pairs import gap_rows
from positions.rows.statements import statement_rows
from positions.selection import default_selection
from positions.tables import Tables
from positions.text.cell import cell_words
from positions.text.cell_sentences import position_sentence
from positions.text.coder_differences import (
    brief_coders,
    coded_cells,
    coded_facts,
    disputed_cells,
    disputed_sentence,
    lacking_sentence,
)
from positions.text.gaps import gap_sentence
from positions.text.movement import change_rows
from positions.text.robustness import count_sentences
from positions.text.scale import row_sentence
from positions.text.short_cell import tight_words
from positions.view import View
from tests.conftest import SMALL
from tests.positions.factories import (
    FEW,
    ISSUES,
    LAST_STEP,
    MANY,
    MEMBERS,
    PARTIES,
    Placement,
    coded_view,
    dossiers,
    placements,
    said,
    view,
)

ACTORS = ("north", "south", *MEMBERS)


def recoded(one: Statement, placed: Placement, **written: object) -> Statement:
    """A statement as a coder placed it."""
    low, high = placed if isinstance(placed, tuple) else (placed, placed)
    return one.model_copy(update={"step_low": low, "step_high": high} | written)


@st.composite
def codings(draw: st.DrawFn, dossier: Dossier) -> list[Statement]:
    """A coding of a dossier: some statements not found, some placed anew, in any order."""
    rows = []
    for one in dossier.statements:
        kind = draw(st.sampled_from(["kept", "kept", "lost", "anew"]))
        if kind == "anew" and one.issue in LAST_STEP and one.mode != "commentary":
            rows.append(recoded(one, draw(placements(LAST_STEP[one.issue]))))
        elif kind != "lost":
            rows.append(one)
    return draw(st.permutations(rows))


def shown(dossier: Dossier, coded: Mapping[str, Sequence[Statement]]) -> View:
    """All columns and issues of a dossier with codings beside it."""
    kept = [one.model_copy(update={"summary": f"{one.id} says so."}) for one in dossier.statements]
    same = {
        coder: [one.model_copy(update={"summary": f"{one.id} says so."}) for one in rows]
        for coder, rows in coded.items()
    }
    return coded_view(kept, same, parties=PARTIES, issues=ISSUES, unfolded=("league",))


def disputes(cells: Sequence[Cell]) -> list[Disagreement | None]:
    """What is disputed of every stance of some cells."""
    return [stance.disputed for cell in cells for _, stance in cell.stances]


@given(st.data(), dossiers(most=12))
@FEW
def test_swapping_coders_changes_nothing(data: st.DataObject, dossier: Dossier) -> None:
    """Neither points nor gaps know which coder is which; and rows may stand in any order."""
    one, other = data.draw(codings(dossier)), data.draw(codings(dossier))
    there, back = (
        shown(dossier, {"a": one, "b": other}),
        shown(dossier, {"a": other[::-1], "b": one[::-1]}),
    )

    assert there.cells == back.cells
    assert there.gaps == back.gaps


@given(st.data(), dossiers(most=12))
@FEW
def test_a_coding_that_equals_the_kept_one_adds_nothing(data: st.DataObject, dossier: Dossier) -> None:
    """Alone it is as if no coding was there; beside another one it widens no gap."""
    one = data.draw(codings(dossier))
    alone = shown(dossier, {"a": dossier.statements})

    assert alone.cells == shown(dossier, {}).cells
    assert not any(disputes(alone.cells))
    assert [gap.coders for gap in shown(dossier, {"a": one, "b": dossier.statements}).gaps] == [
        gap.coders for gap in shown(dossier, {"a": one}).gaps
    ]


@given(st.data(), dossiers(most=12))
@FEW
def test_codings_move_no_position_and_every_step_that_was_chosen_is_covered(
    data: st.DataObject, dossier: Dossier
) -> None:
    """Finding, gaps and words stay those of the kept coding; the interval has the steps of every coder."""
    told = shown(dossier, {"a": data.draw(codings(dossier)), "b": data.draw(codings(dossier))})
    plain = shown(dossier, {})

    assert [gap.share for gap in told.gaps] == [gap.share for gap in plain.gaps]
    for cell in told.cells:
        for _, stance in cell.stances:
            chosen = [one.steps for id_ in stance.statements for one in told.tables.coded.get(id_, ())]
            found = stance.disputed
            low, high = (found.low, found.high) if found else (stance.low, stance.high)
            assert all(low <= steps[0] and steps[1] <= high for steps in chosen if steps)


@dataclass(frozen=True)
class _Voice:
    """What one actor said, and how two coders placed it."""

    kept: Placement
    coded: tuple[Placement, Placement]


_placed = placements(4).filter(lambda one: one is not None)
_voices = st.fixed_dictionaries(
    {actor: st.builds(_Voice, _placed, st.tuples(_placed, _placed)) for actor in ACTORS}
)


@given(_voices, st.data())
@MANY
def test_the_interval_of_a_gap_covers_every_combination(
    voices: Mapping[str, _Voice], data: st.DataObject
) -> None:
    """Whichever coding each actor's words are taken from, alone or in a grouping, gaps lie within."""
    spread = data.draw(st.sampled_from(["said", "doubt"]))
    kept = {actor: said(actor, f"{actor}_head", one.kept, spread=spread) for actor, one in voices.items()}
    coded = {
        coder: [recoded(kept[actor], one.coded[place]) for actor, one in voices.items()]
        for place, coder in enumerate("ab")
    }
    found = coded_view(kept.values(), coded)
    mixed = view(
        *(
            recoded(kept[actor], data.draw(st.sampled_from((one.kept, *one.coded))))
            for actor, one in voices.items()
        )
    )

    assert [gap.pair for gap in found.gaps] == [gap.pair for gap in mixed.gaps]
    for gap, other in zip(found.gaps, mixed.gaps, strict=True):
        least, most = gap.coders or (gap.least, gap.most)
        assert least <= gap.least
        assert gap.most <= most
        assert least <= other.least
        assert other.most <= most


def test_what_coders_chose_is_told_wherever_the_position_is() -> None:
    """By hand: North is kept at 1; coder a says 1, b says 3. South is kept at 4, and both say so.

    The gap is 3 steps. With b it would be 1, so codings allow 1 to 3.
    """
    north, south = said("n", "north_head", 1), said("s", "south_head", 4)
    found = coded_view(
        (north, south), {"a": (north, south), "b": (recoded(north, 3, note="No date."), south)}
    )
    cell, (gap,) = found.cell("north", "dam"), found.gaps_on("dam")
    words, issue = cell_words(cell, found.tables), found.tables.scales["dam"]

    assert (cell.position.point and cell.position.point.disputed) == Disagreement(
        ((1, 1), (3, 3)), unplaced=False, differ=True, low=1, high=3
    )
    assert words.title == "Dam half open"
    assert words.notes == ("coders differ: ‘Dam half open’ (1) or ‘Dam mostly open’ (3)",)
    assert tight_words(cell, words, found.tables).lines[-1].endswith(" · 1 source · coders: step 1 or 3")
    assert tight_words(cell, words, found.tables).left_out.short == ""
    assert "; coders differ: ‘Dam half open’ (1) or ‘Dam mostly open’ (3))" in position_sentence(
        cell, found.tables
    )
    assert (gap.gap, gap.least, gap.most, gap.coders) == (3, 3, 3, (1, 3))
    assert gap_sentence(gap, found.tables).startswith("3 of 4 steps (coders 1–3): from ")
    assert found.finding == "Farthest apart: the dam, Northland and Southland, 3 of 4 steps"
    assert "coders differ in 1 of 2 positions they coded" in found.measure
    assert disputed_sentence(found) == (
        "Of 2 positions on screen that coders coded 1 rests on words that a coder placed elsewhere: "
        "Northland on the dam."
    )
    assert "Northland at step 1, Dam half open, coders differ;" in row_sentence(found, issue)
    assert list(coded_facts(north, found.tables)) == [
        ("Coder a", "‘Dam half open’ (1)"),
        ("Coder b", "‘Dam mostly open’ (3) · No date."),
    ]
    assert list(coded_facts(south, found.tables)) == [("Coders", "a and b: the same")]
    (row,) = [one for one in cell_rows(found) if (one.holder, one.issue) == ("north", "dam")]
    assert (row.point_low, row.coders_low, row.coders_high) == (1, 1, 3)
    assert row.coders == "coders differ: ‘Dam half open’ (1) or ‘Dam mostly open’ (3)"
    assert [one.codings for one in statement_rows(found)] == [
        "Coder a: ‘Dam half open’ (1)\nCoder b: ‘Dam mostly open’ (3) · No date.",
        "Coders: a and b: the same",
    ]
    assert [(one.least, one.coders_least, one.coders_most) for one in gap_rows(found)] == [(3, 1, 3)]


def test_coders_who_agree_with_each_other_alone_are_not_said_to_differ() -> None:
    """Both placed it at 3, the dossier at 1: a choice made afterwards, told as that."""
    north = said("n", "north_head", 1)
    rows = (recoded(north, 3),)
    cell = coded_view((north,), {"a": rows, "b": rows}).cell("north", "dam")
    tables = coded_view((north,), {"a": rows, "b": rows}).tables

    words = cell_words(cell, tables)
    assert words.notes == ("coders otherwise: ‘Dam mostly open’ (3)",)
    assert tight_words(cell, words, tables).lines[-1].endswith(" · 1 source · coders otherwise: step 3")


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (1, 1, "coders otherwise: step 1"),
        ((0, 1), (0, 1), "coders otherwise: steps 0–1"),
        (None, None, "coders otherwise: no step"),
        (1, None, "coders: step 1 or no step"),
        ((0, 1), 3, "coders: steps 0–1 or 3"),
    ],
)
def test_no_step_of_coders_reads_as_a_number_of_coders(one: Placement, other: Placement, told: str) -> None:
    """In brief too a number of a step comes with the word; the dossier has these words at 2."""
    north = said("n", "north_head", 2)
    found = coded_view((north,), {"a": (recoded(north, one),), "b": (recoded(north, other),)})
    point = found.cell("north", "dam").position.point

    assert point
    assert brief_coders(found.tables.scales["dam"], point.disputed) == told


def test_a_coder_who_found_no_step_widens_nothing_and_is_told() -> None:
    """The words of the other stay the position."""
    north, south = said("n", "north_head", 1), said("s", "south_head", 4)
    found = coded_view((north, south), {"a": (north,), "b": (recoded(north, None),)})

    assert cell_words(found.cell("north", "dam"), found.tables).notes == (
        "coders differ: ‘Dam half open’ (1) or no step",
    )
    assert [gap.coders for gap in found.gaps] == [None]


def test_nothing_is_told_where_no_coding_stands_beside_a_dossier() -> None:
    """Nor is anything of a statement that no coder found, or of an issue without a scale."""
    north, fish = said("n", "north_head", 1), said("f", "north_head", issue="fish")
    found = view(north, fish)

    assert disputed_cells(found) == ""
    assert list(coded_facts(north, found.tables)) == []
    assert coded_statements(found.tables.dossier, {"a": (fish,)}) == {}


def test_who_found_no_words_cannot_differ_on_them() -> None:
    """Of three positions coder a has two, coder b one, placed elsewhere: 1 of 2, and the third is named."""
    north, south, harbour = (said(one, f"{one}_head", 1) for one in ("north", "south", "harbour"))
    found = coded_view(
        (north, south, harbour),
        {"a": (north, south), "b": (recoded(north, 3),)},
        parties=("north", "south", "harbour"),
        issues=("dam",),
    )

    assert disputed_cells(found) == "coders differ in 1 of 2 positions they coded"
    assert disputed_sentence(found) == (
        "Of 2 positions on screen that coders coded 1 rests on words that a coder placed elsewhere: "
        "Northland on the dam. The words of 1 more are in no coding: Harbour on the dam."
    )
    lacking = "Of 3 placed statements in the dossier coder a lacks 1 and coder b lacks 2."
    assert lacking_sentence(found.tables, ("a", "b")) == lacking
    assert lacking in count_sentences(found)


@given(st.data(), dossiers(most=12))
@FEW
def test_coders_differ_only_on_what_one_of_them_coded(data: st.DataObject, dossier: Dossier) -> None:
    """Every position stands once among those that are in a coding and those that are in none."""
    found = shown(dossier, {"a": data.draw(codings(dossier)), "b": data.draw(codings(dossier))})
    coded, alone = coded_cells(found)

    places = [(cell.holder, cell.issue) for cell in (*coded, *alone)]
    assert sorted(places) == sorted((cell.holder, cell.issue) for cell in found.cells if cell.placed)
    assert not any(cell.disputed for cell in alone)


def test_the_training_case_by_hand() -> None:
    """Saltmere on patrols: kept "2 or 3, either would do"; coder a 2, coder b 2 to 3.

    The League shares step 2 in either coding, so no gap is wider for it. Hale on the quota: the dossier and
    coder a a doubt between 1 and 2, coder b 2. Every other position is as both coders have it.
    """
    dossier = load_dossier(SMALL)
    found = View(Tables(dossier, SMALL), default_selection(dossier))
    disputed = {(cell.holder, cell.issue) for cell in found.cells if cell.disputed}
    league = found.cell("coast", "patrols")

    assert disputed == {("coast", "patrols"), ("northland", "quota")}
    assert "coders differ on the words of Saltmere" in cell_words(league, found.tables).notes
    assert [gap.coders for gap in found.gaps if gap.coders] == []
    assert disputed_cells(found) == "coders differ in 2 of 8 positions they coded"
    assert found.finding.endswith("Northland and Southland, 3 of 4 steps")


def test_an_agreed_grouping_in_two_codings_by_hand() -> None:
    """East names 1 to 3, West 2: they share 2. With coder a West is at 3: then they share 3, else 2.

    North is at 0, so codings allow 2 to 3 steps. With coder b West is at 4 and the two share nothing: the
    nearest is East at 1, the farthest West at 4.
    """
    east, west = said("e", "east_head", (1, 3), spread="said"), said("w", "west_head", 2)
    north = said("n", "north_head", 0)

    def coders(placed: int) -> tuple[float, float] | None:
        found = coded_view((east, west, north), {"a": (recoded(west, placed),)})
        (gap,) = found.gaps_on("dam")
        assert gap.gap == 2
        return gap.coders

    assert [coders(placed) for placed in (2, 3, 4)] == [None, (2, 3), (1, 4)]


def test_movement_says_where_coders_differ() -> None:
    """Rows of both days, the record over time and its marks have it beside the words, and nobody else's."""
    kept = (
        said("a", "north_head", 1, said_on="2030-05-01"),
        said("b", "north_head", 3, said_on="2030-05-20"),
        said("c", "south_head", 2, said_on="2030-05-01"),
    )
    codings = {"x": (recoded(kept[0], 1), recoded(kept[1], 4)), "y": (kept[0], kept[1], kept[2])}
    shown = coded_view(kept, codings, parties=("north", "south"), issues=("dam",), since=dt.date(2030, 5, 10))
    north, south = change_rows(shown)
    record = record_table(movement_of(shown))
    (panel,) = movement_of(shown).panels
    marks = {one.statements: mark_words(one, panel, said_of(shown.tables))[1] for one in panel.spoken}

    assert north.before == "Dam half open (1 May 2030 · North head)"
    assert north.after == "Dam mostly open, coders: step 3 or 4 (20 May 2030 · North head)"
    assert north.words == ("moved 2 steps: Dam half open → Dam mostly open; coders differ")
    assert "coder" not in f"{south.before} {south.after} {south.words}"
    assert [one.words for one in span_rows(shown) if one.actor == "north"] == [
        "Dam half open",
        "Dam mostly open, coders: step 3 or 4",
    ]
    assert list(record["Position"])[:2] == [
        "Dam half open",
        "Dam mostly open, coders: step 3 or 4",
    ]
    assert marks["b",].endswith("; coders differ: ‘Dam mostly open’ (3) or ‘Dam open’ (4)")
    assert not [one for ids, one in marks.items() if ids != ("b",) and "coder" in one]
