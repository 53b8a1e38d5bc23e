"""The shortest moves to a common step are mirrored, as long as the gap is, and need no more than was said."""

from __future__ import annotations

import re
from itertools import product
from typing import Any

import pytest
from hypothesis import given

from positions.analysis.gap import APART, NEAR, SAME, Point
from positions.analysis.meeting import UNKNOWN, Move, meeting, meetings
from positions.measures.tallies import together
from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.reading.dossier import BUNDLED, bundled_dossiers
from positions.rows.pairs import tally_rows
from positions.text.meeting import RULE, meeting_words
from positions.text.meeting_lines import meeting_lines, tally_sentences
from positions.view import View
from tests.positions.analysis.test_gap import gap, pairs, point
from tests.positions.analysis.test_robustness import landing, whole
from tests.positions.factories import FEW, ISSUES, MANY, dossiers, said, tables_of, view, view_at

Pair = tuple[Point, Point, int]


@given(pairs())
@MANY
def test_moves_are_mirrored_when_sides_are_swapped(drawn: Pair) -> None:
    """Whoever is named first, each side's move is the same, and both are as long."""
    one, other, _ = drawn
    there, back = meeting(one, other), meeting(other, one)

    assert there.moves == back.moves[::-1]
    assert (there.moves[0].start, there.moves[0].end) == (there.moves[1].end, there.moves[1].start)
    assert there.between == back.between


@given(pairs())
@MANY
def test_a_move_is_as_long_as_the_least_gap(drawn: Pair) -> None:
    """Its least is that of the gap's interval; without a doubt it is exactly that."""
    one, other, last = drawn
    found, told = meeting(one, other), gap(one, other, last)

    assert all(move.least == told.least for move in found.moves)
    assert all(told.least <= move.most <= told.most for move in found.moves)
    if not (one.doubt or other.doubt):
        assert all(move.least == move.most for move in found.moves)


@given(pairs())
@MANY
def test_a_pair_at_the_same_step_needs_no_move_and_no_other_pair_needs_none(drawn: Pair) -> None:
    """No move is needed, for certain, of those alone that the gap calls the same step."""
    one, other, last = drawn

    assert meeting(one, other).met == (gap(one, other, last).relation == SAME)


@given(pairs())
@MANY
def test_no_shorter_move_reaches_the_other_side(drawn: Pair) -> None:
    """Every reading of both points, tried step by step, needs between the least and the most; both occur."""
    one, other, _ = drawn

    def readings(each: Point) -> list[list[int]]:
        steps = list(range(int(each.low), int(each.high) + 1))
        return [[step] for step in steps] if each.doubt else [steps]

    needed = {
        min(abs(start - end) for start, end in product(first, second))
        for first, second in product(readings(one), readings(other))
    }
    assert (min(needed), max(needed)) == (
        meeting(one, other).moves[0].least,
        meeting(one, other).moves[0].most,
    )


@given(dossiers())
@FEW
def test_an_added_dissent_changes_nothing(dossier: Dossier) -> None:
    """What one says who speaks for himself moves no side and settles no issue."""
    rebel = said("dissent", "north_rebel", 4, said_on="2030-06-30", condition="for himself")
    before = whole(dossier)
    after = whole(dossier.model_copy(update={"statements": (*dossier.statements, rebel)}))

    assert [meetings(one) for one in after.gaps] == [meetings(one) for one in before.gaps]
    assert [(one.same, one.near, one.apart, one.unknown) for one in after.tallies] == [
        (one.same, one.near, one.apart, one.unknown) for one in before.tallies
    ]
    assert after.other_words() == before.other_words()


@given(dossiers())
@FEW
def test_every_issue_stands_once_in_a_tally(dossier: Dossier) -> None:
    """Each is at the same step, near, apart, open, weak, split, unknown or not asked, and nothing else."""
    shown = whole(dossier)
    issues = {issue.id for issue in shown.scaled}

    assert [one.pair for one in shown.tallies] == list(shown.pairs)
    for one in shown.tallies:
        gaps = [
            found.issue
            for part in (one.same, one.near, one.apart, one.unsure, one.weak, one.split)
            for found in part
        ]
        found = [*gaps, *one.unknown, *one.beside]
        assert set(found) == issues
        assert len(found) == one.count == len(issues)
        assert all(gap.least > 0 for gap in (*one.near, *one.apart))
        for relation, part in ((SAME, one.same), (NEAR, one.near), (APART, one.apart)):
            assert {gap.relation for gap in part} <= {relation}


@given(dossiers())
@FEW
def test_no_line_asks_anything_of_anybody_or_drops_a_condition(dossier: Dossier) -> None:
    """No "should", no "must"; each condition of the words that set a point stands in the line."""
    shown = whole(dossier)
    lines = meeting_words(shown, shown.gaps)

    for one in lines:
        assert not {"should", "must", "ought", "needs"} & set(one.sentence.lower().split())
        for each in one.meeting.points:
            for stance in each.stances:
                assert all(condition in one.sentence for condition in stance.conditions)
    assert "reservation point" in RULE
    assert all(sentence.endswith(".") for sentence in tally_sentences(shown))


@given(dossiers())
@FEW
def test_short_lines_drop_no_condition_no_doubt_and_no_pair(dossier: Dossier) -> None:
    """A line per pair and per side; a pair repeats each condition and says where the coder was unsure."""
    shown = whole(dossier)

    for issue in shown.scaled:
        lines, found = meeting_lines(shown, issue.id), meeting_words(shown, shown.gaps_on(issue.id))
        lead = f"{issue.name}, "
        assert [one.lead for one in lines.pairs] == [f"{lead}{one.pair}" for one in found]
        assert {one.lead for one in lines.stands} == {
            f"{lead}{name}" for one in found for name in one.pair.split(" – ")
        }
        told = " ".join(one.words for one in lines.stands)
        for line, one in zip(lines.pairs, found, strict=True):
            for each in one.meeting.points:
                conditions = {condition for stance in each.stances for condition in stance.conditions}
                assert all(condition in line.words and condition in told for condition in conditions)
            doubt = any(point.doubt for point in one.meeting.points)
            assert doubt <= ("unsure" in line.words or one.meeting.met)
            stances = [stance for each in one.meeting.points for stance in each.stances]
            assert any(stance.weak for stance in stances) == ("Low confidence: " in line.words)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (point(1), point(3), Move((1, 1), (3, 3), 2, 2)),
        (point(0, 1), point(3, 4), Move((1, 1), (3, 3), 2, 2)),  # the nearest of what was said
        (point(0, 1, doubt=True), point(3), Move((0, 1), (3, 3), 2, 3)),
        (point(1), point(1, 3, doubt=True), Move((1, 1), (1, 3), 0, 2)),
        (point(2), point(1, 3), Move((2, 2), (1, 3), 0, 0)),
    ],
)
def test_moves_worked_by_hand(one: Point, other: Point, expected: Move) -> None:
    """The first alone: from its nearest step to the other's; of a doubt all steps, and as many lengths."""
    assert meeting(one, other).moves[0] == expected


def at(*statements: Statement, **chosen: Any) -> View:
    """Northland and Southland on the dam alone."""
    return view(*statements, **({"parties": ("north", "south"), "issues": ("dam",)} | chosen))


def test_a_line_worked_by_hand() -> None:
    """Both directions, what lies between, the condition and who has none."""
    shown = at(
        said("a", "north_head", 0, condition="once the fish return"),
        said("b", "south_envoy", 2, mode="official_text"),
    )

    assert [one.sentence for one in meeting_words(shown, shown.gaps)] == [
        "On the dam, either of these moves would bring Northland and Southland to the same step. Northland "
        "alone: 2 of 4 steps, from ‘Dam closed’ (North head, 10 May 2030, quoted directly) to ‘Dam shared’. "
        "Southland alone: 2 of 4 steps, from ‘Dam shared’ (South envoy, 10 May 2030, official text) to ‘Dam "
        "closed’. Between the two: ‘Dam half open’. Conditions that stand against either move: Northland "
        "(condition: once the fish return). None is on record for Southland."
    ]
    assert tally_sentences(shown) == (
        "Northland and Southland, if every stated condition held: at the same step on none of 1 issue; apart "
        "on 1: the dam; unknown on none.",
    )


def test_near_is_near_in_a_tally_too() -> None:
    """One of four steps is near, the two ends of Toll are apart: of two columns and of all of them."""
    shown = view(
        said("a", "north_head", 0),
        said("b", "south_head", 1),
        said("c", "harbour_head", 1),
        said("d", "north_head", 0, issue="toll"),
        said("e", "south_head", 2, issue="toll"),
        parties=("north", "south", "harbour"),
        issues=ISSUES,
    )
    whole_words, *pairs = tally_sentences(shown)

    assert together(shown) == {NEAR: ("dam",), APART: ("toll",)}
    assert "; two or more of them apart on 1: Toll; two or more of them near on 1: the dam; " in whole_words
    assert "; near on 1: the dam; apart on 1: Toll; " in pairs[0]
    (row, *_) = tally_rows(shown)
    assert (row.near, row.apart) == (("dam",), ("toll",))


def test_short_lines_worked_by_hand() -> None:
    """Who said what stands once; a pair has the length, both ways, what lies between, and conditions."""
    shown = at(
        said("a", "north_head", (0, 1), spread="doubt", condition="once the fish return"),
        said("b", "south_envoy", 3, mode="official_text"),
    )
    lines = meeting_lines(shown, "dam")

    assert [(one.lead, one.words) for one in lines.stands] == [
        (
            "Dam, Northland",
            "‘Dam closed’ or ‘Dam half open’ (North head, 10 May 2030, quoted directly; the coder was unsure "
            "between these steps). Condition: once the fish return.",
        ),
        (
            "Dam, Southland",
            "‘Dam mostly open’ (South envoy, 10 May 2030, official text). No condition is on record.",
        ),
    ]
    assert [(one.lead, one.words) for one in lines.pairs] == [
        (
            "Dam, Northland – Southland",
            "2 or 3 of 4 steps: Northland alone to ‘Dam mostly open’, or Southland alone to ‘Dam closed’ or "
            "‘Dam half open’ (the coder was unsure between these). Conditions that stand against either "
            "move: Northland (condition: once the fish return).",
        )
    ]


def test_one_step_of_both_needs_no_move_and_keeps_the_condition() -> None:
    """The same step is told with both words; that a condition still has to hold is too."""
    shown = at(said("a", "north_head", 2), said("b", "south_head", 2, condition="in May alone"))
    (line,) = meeting_words(shown, shown.gaps)

    assert "name the same step, ‘Dam shared’, so that no move is needed" in line.sentence
    assert "Conditions that still have to hold: Southland (condition: in May alone)" in line.sentence
    assert (
        "Conditions that still have to hold: on the dam, Southland (condition: in May alone)."
        in (tally_sentences(shown)[0])
    )


def test_weak_old_and_split_words_are_told_as_such() -> None:
    """Low confidence is not counted, a split grouping moves by its nearest and farthest members alone."""
    shown = view(
        said("a", "north_head", 0, confidence="low"),
        said("b", "south_head", 1, said_on="2030-01-10"),
        said("c", "east_head", 2),
        said("d", "west_head", 4),
        parties=("league", "north", "south"),
        issues=("dam",),
    )
    lines = [one.sentence for one in meeting_words(shown, shown.gaps)]
    found = {one.pair: one for one in shown.tallies}

    assert len(lines) == 5  # nearest and farthest for the league, one for the two states
    assert sum("The members of League are split and have no step in common" in one for one in lines) == 4
    assert "The nearest" not in " ".join(lines)
    assert sum("low confidence: the words do not spell the step out" in one for one in lines) == 3
    assert sum("171 days old" in one for one in lines) == 3
    short = meeting_lines(shown, "dam")
    names = ("East (League)", "West (League)", "Northland", "Southland")
    assert [one.lead for one in short.stands] == [f"Dam, {name}" for name in names]
    assert ["The members of League are split" in one.words for one in short.stands] == [
        True,
        True,
        False,
        False,
    ]
    assert ["171 days old" in one.words for one in short.stands] == [False, False, False, True]
    assert sum("Low confidence: Northland." in one.words for one in short.pairs) == 3
    assert sum("Old words: Southland." in one.words for one in short.pairs) == 3
    for part in ("nearest", "farthest"):
        assert sum(one.words.endswith(f"These are the {part} members.") for one in short.pairs) == 2
    assert [gap.issue for gap in found["north", "south"].weak] == ["dam"]
    assert "not counted, for low confidence, on 1: the dam" in " ".join(tally_sentences(shown))
    assert "on the dam the members of League are split, 1–3 steps from Southland" in " ".join(
        tally_sentences(shown)
    )


def test_all_columns_together_follow_from_what_is_certain() -> None:
    """Two that are apart settle an issue, one without a step leaves it unknown; all may share a step."""
    columns: dict[str, Any] = {"parties": ("harbour", "north", "south"), "issues": ("dam",)}
    apart = view(said("a", "north_head", 0), said("b", "south_head", 2), **columns)
    silent = view(said("a", "north_head", 2), said("b", "south_head", 2), **columns)
    same = view(*(said(side, f"{side}_head", 2) for side in ("north", "south", "harbour")), **columns)

    assert together(apart) == {APART: ("dam",)}
    assert together(silent) == {UNKNOWN: ("dam",)}
    assert together(same) == {SAME: ("dam",)}
    assert "unknown on 1 issue: the dam (no step of Harbour)" in tally_sentences(silent)[0]
    assert tally_sentences(view_at(tables_of(), parties=("north",), issues=("dam",))) == ()


def test_a_doubt_that_leaves_it_open_is_told_once_and_no_step_is_moved_to_itself() -> None:
    """Each side has its steps, then how far the two may be apart."""
    shown = at(said("a", "north_head", (1, 3), spread="doubt"), said("b", "south_head", 1))
    (line,) = meeting_words(shown, shown.gaps)

    assert line.sentence == (
        "On the dam, Northland and Southland may name the same step already: the coder was unsure. "
        "Northland: ‘Dam half open’, ‘Dam shared’ or ‘Dam mostly open’ (North head, 10 May 2030, quoted "
        "directly; the coder was unsure between these steps). Southland: ‘Dam half open’ (South head, "
        "10 May 2030, quoted directly). If they do not, either alone would have to move, by at most 2 of 4 "
        "steps. No condition is on record for either."
    )
    assert line.first.startswith("at most 2 of 4 steps, from ‘Dam half open’, ‘Dam shared’ or ‘Dam ")
    assert line.notes == "They may name the same step already: the coder was unsure."


@pytest.mark.parametrize(
    ("placed", "spread", "told"),
    [
        ((0, 1), "doubt", "alone: 2 or 3 of 4 steps, from ‘Dam closed’ or ‘Dam half open’ ("),
        ((0, 2), "doubt", "alone: 1 to 3 of 4 steps, from ‘Dam closed’, ‘Dam half open’ or ‘Dam shared’ ("),
        (
            (0, 2),
            "said",
            "alone: 1 of 4 steps, from ‘Dam shared’, the nearest of ‘Dam closed’ to ‘Dam shared’ (",
        ),
    ],
)
def test_a_range_is_told_by_what_it_is(placed: tuple[int, int], spread: str, told: str) -> None:
    """Steps in doubt are named one by one with "or"; of what was said the nearest and both ends."""
    shown = at(said("a", "north_head", placed, spread=spread), said("b", "south_head", 3))
    (line,) = meeting_words(shown, shown.gaps)

    assert f"Northland {told}" in line.sentence


@pytest.mark.parametrize("name", bundled_dossiers())
def test_no_sentence_of_a_bundled_dossier_needs_to_be_deciphered(name: str) -> None:
    """No slash between steps, no length as 0–2, and no move from some steps to the very same ones."""
    shown = landing(BUNDLED / name)
    for one in meeting_words(shown, shown.gaps):
        assert "’ / ‘" not in one.sentence
        assert not re.search(r"alone: (at most|0|\d–)", one.sentence)
