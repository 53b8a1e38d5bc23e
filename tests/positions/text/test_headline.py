"""The three lines of every output: short, with issue and pair by name, from firm positions only."""

from __future__ import annotations

import datetime as dt
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.analysis.gap import FIRM, SAME
from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.selection import Shown
from positions.tables import Tables
from positions.text.headline import MOST_WORDS, rest_words
from positions.view import View
from tests.positions.factories import (
    AS_OF,
    DESCRIPTION,
    FEW,
    ISSUES,
    MODEST,
    PARTIES,
    SOURCES,
    days,
    days_before,
    dossier_of,
    dossiers,
    parties_with,
    said,
    tables_of,
    view,
    view_at,
)


def whole(dossier: Dossier, day: dt.date = AS_OF, **chosen: Any) -> View:
    """All columns and issues of a dossier."""
    return view_at(Tables(dossier, Path()), day, **{"parties": PARTIES, "issues": ISSUES, **chosen})


def on(issue: str, north: int, south: int, **written: Any) -> list[Statement]:
    """Northland and Southland on an issue."""
    return [
        said(f"{issue}{side}", f"{side}_head", step, issue=issue, **written)
        for side, step in (("north", north), ("south", south))
    ]


def finding(*statements: Statement, **chosen: Any) -> str:
    """The finding on all issues."""
    return view(*statements, **{"issues": ISSUES, **chosen}).finding


@given(dossiers(), days)
@FEW
def test_a_finding_is_short_and_names_a_firm_pair_of_the_widest(dossier: Dossier, day: dt.date) -> None:
    """At most 14 words; issue and pair are of one of the widest firm gaps, or it says that there is none."""
    shown = whole(dossier, day, unfolded=("league",))

    assert len(shown.finding.split()) <= MOST_WORDS
    if not shown.widest:
        assert shown.finding.startswith("No two firm positions to compare by ")
        return
    if not shown.robustness.firm:
        assert shown.finding.startswith("No one ")
        return
    names = shown.tables.names
    assert all(gap.basis == FIRM for gap in shown.widest)
    assert any(
        (shown.tables.scales[gap.issue].in_sentence or shown.tables.scales[gap.issue].name) in shown.finding
        and all(names[holder] in shown.finding for holder in gap.pair)
        for gap in shown.widest
    )
    assert shown.finding.startswith("Same step: ") == all(gap.relation == SAME for gap in shown.widest)


hostile = st.lists(st.text("abc–'“&<", min_size=1, max_size=4), min_size=1, max_size=16).map(" ".join)


@given(st.lists(hostile, min_size=4, max_size=4, unique=True), st.booleans(), st.booleans(), st.booleans())
@MODEST
def test_hostile_names_never_make_a_finding_long(
    names: list[str], old: bool, both: bool, third: bool
) -> None:
    """However long names are it keeps to 14 words; a tie is told, issue and pair are there when they fit."""
    parties = [
        {**party, "name": name} if name else party
        for party, name in zip(DESCRIPTION["parties"], [*names[:2], None, None], strict=True)
    ]
    issues = [
        {**issue, "name": name, "in_sentence": None}
        for issue, name in zip(DESCRIPTION["issues"], [*names[2:], "fish"], strict=True)
    ]
    words = on("dam", 0, 4, said_on=days_before(90 if old else 9))
    words += on("toll", 0, 2) if both else []
    words += [said("h", "harbour_head", 4)] if third else []
    tables = tables_of(*words, parties=parties, issues=issues)
    chosen = ("harbour", "north", "south") if third else ("north", "south")
    shown = view_at(tables, parties=chosen, issues=("dam", "toll"))
    undated = f"{names[0]} and {names[1]}"
    pair = f"{names[0]} (Apr 2030) and {names[1]} (Apr 2030)" if old else undated
    tie = "; 1 more issue equally" if both else ""

    assert len(shown.finding.split()) <= MOST_WORDS
    if third:
        return
    assert shown.finding.startswith("Farthest apart: ")
    assert ("equally" in shown.finding or " and fish, " in shown.finding) == both
    fitting = [one for one in (pair, undated) if len(f": {names[2]}, {one}{tie}".split()) + 1 <= MOST_WORDS]
    assert all(one in shown.finding for one in (names[2], *fitting[:1]) if fitting)


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ([], "No two firm positions to compare by 30 Jun 2030"),
        ([said("a", "north_head", 1)], "No two firm positions to compare by 30 Jun 2030"),
        (on("dam", 0, 3), "Farthest apart: the dam, Northland and Southland, 3 of 4 steps"),
        (on("dam", 2, 2), "Same step: the dam, Northland and Southland"),
        (
            [*on("dam", 0, 3), *on("toll", 0, 2)],
            "Farthest apart: Toll, Northland and Southland, 2 of 2 steps",
        ),
        (
            [*on("dam", 0, 4), *on("toll", 0, 2)],
            "Farthest apart: the dam and Toll, Northland and Southland, 4 of 4 steps",
        ),
        (
            [*on("dam", 0, 3), said("c", "south_envoy", (2, 4), said_on="2030-05-11", spread="said")],
            "Farthest apart: the dam, Northland and Southland, 3 of 4 steps (2–4)",
        ),
        (
            [*on("dam", 0, 3), said("c", "east_head", 3), said("d", "west_head", 3)],
            "Farthest apart: the dam, League and Northland; 1 more pair equally",
        ),
    ],
)
def test_findings_worked_by_hand(statements: list[Statement], expected: str) -> None:
    """What is farthest apart, between whom, and how many more are as far; scales count by their share."""
    assert finding(*statements) == expected


def test_two_doubts_around_one_middle_are_not_at_one_step() -> None:
    """Both placed at 1 or 2 by a coder who was unsure: no step apart, and yet nobody shares a step."""
    shown = view(said("a", "north_head", (1, 2)), said("b", "south_head", (1, 2)))

    assert shown.finding == "Farthest apart: the dam, Northland and Southland, 0 of 4 steps (0–1)"
    assert "no common step" in shown.measure


@pytest.mark.parametrize(
    "south",
    [
        [said("b", "south_head", 4, confidence="low")],
        [said("b", "south_head")],
        [said("b", "south_plan", 4)],
        [said("b", "south_rebel", 4)],
        [said("b", "east_head", 4)],
        [said("b", "east_head", 0), said("c", "west_head", 4)],
        [said("b", "council_head", 4)],
        [said("b", "south_head", 4, until="2030-07-30")],
    ],
    ids=["weak", "unplaced", "draft", "individual", "by name", "split", "body", "bounded"],
)
def test_a_finding_rests_on_firm_positions_only(south: list[Statement]) -> None:
    """Low confidence, a draft, dissent, a grouping by name or a split one make no finding."""
    shown = view(said("a", "north_head", 0), *south)

    assert shown.finding == "No two firm positions to compare by 30 Jun 2030"
    assert "step" not in shown.measure.replace("each issue on its own steps", "")


def test_three_issues_are_two_names_and_a_number() -> None:
    """Of several equally far apart at most two issues are named, the rest are counted."""
    more = [{**DESCRIPTION["issues"][1], "id": one, "name": one.title()} for one in ("lock", "quay")]
    words = [
        said(f"{issue}{side}", f"{side}_head", step, issue=issue)
        for issue, (side, step) in product(("dam", "lock", "quay"), (("north", 0), ("south", 0)))
    ]
    tables = tables_of(*words, issues=[*DESCRIPTION["issues"], *more])
    shown = view_at(tables, issues=("dam", "lock", "quay"))

    assert shown.finding == "Same step: the dam and Lock, Northland and Southland; 1 more issue equally"
    assert (
        "same step: the dam (Northland – Southland), Lock (Northland – Southland) and 1 more issue"
        in shown.measure
    )


def test_the_measure_line_worked_by_hand() -> None:
    """What is measured, how many cells hold words, who shares a step, who is split, on how much it rests."""
    shown = view(
        *on("dam", 0, 0),
        said("c", "east_head", 0, issue="toll", source="wire"),
        said("d", "west_head", 2, issue="toll"),
        said("e", "pundit", mode="commentary", about=("south",)),
        issues=ISSUES,
    )

    assert shown.measure == (
        "Stated positions as of 30 Jun 2030, each issue on its own steps · the dam at the same step in "
        "16 of 16 variants · 3 of 9 cells filled · "
        "same step: the dam (Northland – Southland) · League split on Toll · 4 statements in 2 sources"
    )


def test_the_source_line_carries_what_every_output_must() -> None:
    """As-of day, sources behind what is shown, order rule, data version, and that equal steps are assumed."""
    assert view(*on("dam", 0, 3)).source_line == (
        "As of 30 Jun 2030 · sources: Gazette · parties in alphabetical order · data 0a1b2c3d · "
        "equal steps are an assumption"
    )
    assert "no source" in view().source_line


def test_another_order_is_printed_as_such() -> None:
    """A view in another order does not claim to be alphabetical."""
    line = view(parties=("south", "north")).source_line

    assert "parties in the reader's order" in line
    assert "alphabetical" not in line


@given(dossiers(), days)
@FEW
def test_the_lines_count_what_is_there(dossier: Dossier, day: dt.date) -> None:
    """Cells with words, statements and sources are those of the view."""
    shown = whole(dossier, day)
    held = sum(not cell.blank for cell in shown.cells)

    assert f"{held} of {len(shown.cells)} cells filled" in shown.measure
    assert f"{len(shown.statements)} statement" in shown.measure
    for source in SOURCES:
        assert (source.title() in shown.source_line) == (source in shown.sources)


def test_many_sources_are_a_number() -> None:
    """Beyond a dozen the foot says how many sources there are and where they are named."""
    sources = [
        {
            **DESCRIPTION["sources"][0],
            "id": f"s{number}",
            "custom": {"short_name": f"S{number}", "read_in": "x"},
        }
        for number in range(13)
    ]
    words = [said(f"a{number}", "north_head", 1, source=f"s{number}") for number in range(13)]
    tables = Tables(dossier_of(words, sources=sources, searched=[]), Path())

    assert "13 sources" in view_at(tables).source_line


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (Shown(6, 38, 10, 38), "32 more parties and 28 more issues are not shown"),
        (Shown(37, 38, 38, 38), "1 more party is not shown"),
        (Shown(38, 38, 37, 38), "1 more issue is not shown"),
        (Shown(38, 38, 38, 38), "All 38 parties and 38 issues are chosen"),
    ],
)
def test_what_is_not_shown_is_told_in_one_sentence(shown: Shown, words: str) -> None:
    """A reader of a wide dossier sees how much more there is, and where it is chosen."""
    assert rest_words(shown).startswith(words)


def test_the_grey_line_tells_how_much_of_a_wide_dossier_is_shown() -> None:
    """Six of seven states are shown at first; where all are, or all are few, nothing is said of it."""
    parties = [{"id": f"p{one}", "name": f"State {one}", "kind": "state"} for one in range(7)]
    seven = tables_of(parties=parties, speakers=[])
    first = view_at(seven)
    whole = view_at(seven, parties=tuple(one["id"] for one in parties), issues=ISSUES)

    assert "6 of 7 parties, 1 of 3 issues" in first.measure
    assert "of 7 parties" not in whole.measure
    assert "parties" not in view(said("a", "north_head", 1)).measure


def test_a_finding_of_many_issues_names_one_and_counts_the_rest() -> None:
    """Where all 38 issues are equally far apart in two pairs, 14 words still count both."""
    issues = [DESCRIPTION["issues"][0] | {"id": f"i{one}", "name": f"Toll {one}"} for one in range(38)]
    issues = [{name: one for name, one in issue.items() if name != "in_sentence"} for issue in issues]
    spoken = [
        said(f"{side}{one}", f"{side}_head", step, issue=f"i{one}")
        for one in range(38)
        for side, step in (("north", 0), ("south", 4), ("harbour", 0))
    ]
    many = tables_of(*spoken, issues=issues)
    shown = view_at(
        many, parties=("harbour", "north", "south"), issues=tuple(one.id for one in many.dossier.issues)
    )

    assert shown.finding == "Farthest apart: Toll 0, 2 pairs equally; 37 more issues equally"


def test_a_tie_is_told_before_days() -> None:
    """Where the months of a pair leave no room for the issues that are as far apart, the months go."""
    issues = [
        {**DESCRIPTION["issues"][0], "id": one, "name": f"{one.title()} gate at night"}
        for one in ("lock", "quay", "weir")
    ]
    issues = [{name: one for name, one in issue.items() if name != "in_sentence"} for issue in issues]
    spoken = [
        said(f"{issue['id']}{side}", f"{side}_head", step, issue=issue["id"], said_on=days_before(90))
        for issue in issues
        for side, step in (("north", 0), ("south", 4))
    ]
    shown = view_at(tables_of(*spoken, issues=issues), issues=("lock", "quay", "weir"))

    assert shown.finding == (
        "Farthest apart: Lock gate at night, Northland and Southland; 2 more issues equally"
    )


def test_a_tie_of_long_names_is_counted() -> None:
    """Where 14 words have no room for a pair and its tie, the tie is told and no pair preferred."""
    long = "The Greater Northland Federation of Free Harbours and Inland Waters"
    spoken = [said(one, f"{one}_head", step) for one, step in (("north", 0), ("south", 4), ("harbour", 4))]
    shown = view_at(
        tables_of(*spoken, parties=parties_with("north", name=long)),
        parties=("harbour", "north", "south"),
        issues=("dam",),
    )

    assert shown.finding == "Farthest apart: the dam, 2 pairs equally, 4 of 4 steps"
