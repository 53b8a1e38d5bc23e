"""Agreement of two coders: the published alpha, and pairs, shares and disputes by hand."""

from __future__ import annotations

from random import Random
from typing import get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.analysis.matching import matched
from positions.analysis.reliability import FEWEST_UNITS, Level, agreement, alpha_interval, krippendorff_alpha
from positions.model.statements import Statement
from tests.positions.factories import MANY, MODEST, Placement, said

SCALED = ("dam", "toll")
LEVELS: tuple[Level, ...] = get_args(Level)
NONE = float("nan")

# The examples of K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), by its parts: two
# observers of ten units with two values, two of twelve with five, four of twelve with values missing.
PART_A = ((0, 1, 0, 0, 0, 0, 0, 0, 1, 0), (1, 1, 1, 0, 0, 1, 0, 0, 0, 0))
PART_B = ((1, 1, 2, 2, 4, 3, 3, 3, 5, 4, 4, 1), (2, 1, 2, 2, 2, 3, 3, 3, 5, 4, 4, 4))
PART_C = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, NONE, NONE, NONE),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NONE, 3),
    (NONE, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NONE),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NONE),
)


def coded(name: str, placed: Placement = None, span: tuple[int, int] = (0, 100), **rest: object) -> Statement:
    """A statement of North's head in a passage."""
    return said(name, "north_head", placed, start=span[0], end=span[1], **rest)


def row(prefix: str, *steps: Placement) -> list[Statement]:
    """One statement per step, each in a passage of its own."""
    return [
        coded(f"{prefix}{place}", step, (100 * place, 100 * place + 50)) for place, step in enumerate(steps)
    ]


@pytest.mark.parametrize(
    ("coded_units", "level", "alpha"),
    [
        (PART_A, "nominal", 0.095),
        (PART_B, "nominal", 0.692),
        (PART_C, "nominal", 0.743),
        (PART_C, "ordinal", 0.815),
        (PART_C, "interval", 0.849),
    ],
)
def test_alpha_is_the_published_one(
    coded_units: tuple[tuple[float, ...], ...], level: Level, alpha: float
) -> None:
    """Alpha has the values that Krippendorff (2011) prints for his examples, with missing values too."""
    found = krippendorff_alpha(np.array(coded_units, dtype=float), level)

    assert found is not None
    assert round(found, 3) == alpha


steps_or_none = st.one_of(st.just(NONE), st.sampled_from([0.0, 0.5, 1.0, 2.0, 3.0]))
tables = (
    st.integers(2, 4)
    .flatmap(lambda coders: st.lists(st.tuples(*[steps_or_none] * coders), min_size=1, max_size=9))
    .map(lambda units: np.array(units).T)
)


@given(tables, st.sampled_from(LEVELS), st.randoms(use_true_random=False))
@MANY
def test_neither_the_order_of_coders_nor_of_units_changes_alpha(
    table: np.ndarray, level: Level, order: Random
) -> None:
    """It does not matter who coded first, nor which unit was read first."""
    coders, units = (order.sample(range(count), count) for count in table.shape)

    assert krippendorff_alpha(table[coders][:, units], level) == pytest.approx(
        krippendorff_alpha(table, level)
    )


@given(tables, st.sampled_from(LEVELS))
@MANY
def test_alpha_is_1_exactly_where_every_unit_has_one_value(table: np.ndarray, level: Level) -> None:
    """Perfect agreement is 1, any disagreement is less; values that nobody else gave count for nothing."""
    values = [set(unit[~np.isnan(unit)]) for unit in table.T if (~np.isnan(unit)).sum() > 1]
    alpha = krippendorff_alpha(table, level)

    assert (alpha is None) == (len(set().union(*values)) < 2)
    assert alpha is None or (alpha == 1) == all(len(found) == 1 for found in values)
    assert alpha is None or alpha <= 1


@given(tables, st.sampled_from(LEVELS), steps_or_none)
@MANY
def test_a_unit_that_one_coder_placed_alone_changes_no_alpha(
    table: np.ndarray, level: Level, step: float
) -> None:
    """Where only one coder gave a value there is nothing to compare."""
    alone = np.full((len(table), 1), NONE)
    alone[0] = step

    assert krippendorff_alpha(np.hstack([table, alone]), level) == krippendorff_alpha(table, level)


@given(tables)
@MANY
def test_only_the_order_of_steps_matters_to_ordinal_alpha(table: np.ndarray) -> None:
    """Stretching the scale changes interval alpha at most; by the order of steps nothing has moved."""
    stretched = krippendorff_alpha(table**3 + 1, "ordinal")

    assert stretched == krippendorff_alpha(table, "ordinal")


@given(tables, st.sampled_from([0.01, 2.0, 1000.0]), st.sampled_from([-40.0, 0.0, 3.5]))
@MANY
def test_the_unit_of_a_value_does_not_matter_to_interval_alpha(
    table: np.ndarray, unit: float, start: float
) -> None:
    """Metres or kilometres, counted from wherever: two values are as far apart as they were."""
    measured = krippendorff_alpha(table * unit + start, "interval")

    assert measured == pytest.approx(krippendorff_alpha(table, "interval"))


def test_perfect_agreement() -> None:
    """Two coders who place everything alike have alpha 1 and nothing in dispute."""
    found = agreement(row("a", 0, 2, 4, 0, 2, 4), row("b", 0, 2, 4, 0, 2, 4), SCALED)

    assert (found.alpha, found.same_step, found.within_one) == (1, 1, 1)
    assert (found.both, found.placed, found.share_found, found.disputed) == (6, 6, 1, ())


@pytest.mark.parametrize("count", range(9))
def test_alpha_of_too_few_units_is_withheld(count: int) -> None:
    """With fewer than six units there is neither alpha nor interval; the shares, which only count, stay.

    Six is the least number whose whole range holds the middle in 95 of 100 cases: 1 − 2 · ½ⁿ.
    """
    found = agreement(row("a", *([0, 3] * 9)[:count]), row("b", *([1, 3] * 9)[:count]), SCALED)
    enough = 1 - 2 * 0.5**count >= 0.95

    assert enough == (count >= FEWEST_UNITS)
    assert (found.alpha is not None) == (found.interval is not None) == enough
    assert (found.same_step is not None) == (count > 0)


def test_one_disputed_step() -> None:
    """Of eight placements one is off by a step: alpha = 1 − Do / De.

    The values 0, 1, 3, 4 occur 4, 4, 7, 1 times in n = 16 codings. Ordinal differences are the squared
    ranks between two values: 0–1 4², 0–3 9.5², 0–4 13.5², 1–3 5.5², 1–4 9.5², 3–4 4². One unit of eight
    differs, by 3–4, so Do = 2 · 4² / 16; De = 2 · Σ nₖ nₗ δ² / (16 · 15). Krippendorff 2011, part C.
    """
    found = agreement(row("a", 0, 1, 3, 3, 0, 1, 3, 3), row("b", 0, 1, 3, 4, 0, 1, 3, 3), SCALED)
    observed = 2 * 4**2 / 16
    expected = 2 * (16 * 16 + 28 * 90.25 + 4 * 182.25 + 28 * 30.25 + 4 * 90.25 + 7 * 16) / (16 * 15)

    assert found.alpha == pytest.approx(1 - observed / expected)
    assert (found.same_step, found.within_one) == (0.875, 1)
    assert found.disputed == (("a3", "b3"),)


def test_a_dispute_of_more_than_one_step() -> None:
    """Two steps apart is neither the same nor within one; a range counts by its middle."""
    found = agreement(row("a", 0, (1, 2)), row("b", 2, (1, 2)), SCALED)

    assert (found.same_step, found.within_one) == (0.5, 0.5)


def test_nothing_in_common() -> None:
    """Coders who read different passages share nothing, and there is no alpha to tell."""
    found = agreement([coded("a", 1, (0, 50))], [coded("b", 1, (50, 99))], SCALED)

    assert (found.both, found.placed, found.share_found) == (0, 0, 0)
    assert (found.alpha, found.same_step, found.within_one, found.disputed) == (None, None, None, ())


def test_one_coder_only() -> None:
    """With a single coding nothing was found by both."""
    found = agreement(row("a", 0, 4), [], SCALED)

    assert (found.first, found.second, found.both, found.share_found) == (2, 0, 0, 0)
    assert found.alpha is None


def test_alpha_has_no_meaning_for_a_single_value() -> None:
    """Where everything was placed on one step there is no variation to agree on: no alpha, but shares."""
    found = agreement(row("a", *[2] * 6), row("b", *[2] * 6), SCALED)

    assert (found.alpha, found.same_step) == (None, 1)


def test_only_scaled_issues_and_parties_enter_alpha() -> None:
    """Statements on other issues, unplaced ones and commentary are counted as found, not as placed."""

    def both(prefix: str) -> list[Statement]:
        comment = said(
            f"{prefix}3", "pundit", mode="commentary", about=("south",), issue="fish", start=300, end=350
        )
        return [
            coded(f"{prefix}0", 1),
            coded(f"{prefix}1", None, (100, 150)),
            coded(f"{prefix}2", 1, (200, 250), issue="toll"),
            comment,
        ]

    found = agreement(both("a"), both("b"), ["dam"])

    assert (found.first, found.both, found.both_sides, found.first_sides, found.placed) == (4, 4, 3, 3, 1)


def test_share_found_counts_either_coders_statements() -> None:
    """Two found by both, one more by each: two of four."""
    first = [*row("a", 0, 1), coded("a9", 1, (900, 950))]
    second = [*row("b", 0, 1), coded("b8", 1, (800, 850))]

    assert agreement(first, second, SCALED).share_found == 0.5


def test_two_statements_in_one_sentence_are_told_apart_by_their_phrase() -> None:
    """Same passage, side and issue: what the coders quote decides which statements are the same."""
    first = [coded("a1", 1, phrase="the dam stays closed"), coded("a2", 4, phrase="ships may pass in May")]
    second = [coded("b1", 4, phrase="ships may pass"), coded("b2", 1, phrase="dam stays closed")]

    assert [(a.id, b.id) for a, b in matched(first, second)] == [("a1", "b2"), ("a2", "b1")]


def test_the_passage_decides_where_phrases_do_not() -> None:
    """Of two overlapping passages the one with more in common is the same statement."""
    first = [coded("a", 1, (0, 100))]
    second = [coded("b", 1, (80, 180)), coded("c", 1, (10, 100))]

    assert [b.id for _, b in matched(first, second)] == ["c"]


@pytest.mark.parametrize(
    "other",
    [
        {"source": "wire"},
        {"issue": "toll"},
        {"mode": "attributed", "about": ("south",)},
        {"mode": "commentary", "about": ("south",)},
        {"party": "south"},
        {"party": "league", "member": "east"},
        {"start": None, "end": None},
        {"start": 100, "end": 200},
    ],
    ids=["source", "issue", "claim", "comment", "party", "member", "no span", "no overlap"],
)
def test_what_keeps_two_statements_apart(other: dict[str, object]) -> None:
    """Another source, issue, kind or side, or no shared passage: two statements, not one."""
    first = coded("a", 1)

    assert matched([first], [first.model_copy(update={"id": "b", **other})]) == []


def test_another_own_mode_is_still_the_same_statement() -> None:
    """Coders who differ on quotation or report found the same position."""
    pairs = matched([coded("a", 1)], [coded("b", 1, mode="reported_speech")])

    assert len(pairs) == 1


spans = st.lists(st.tuples(st.integers(0, 8), st.integers(1, 4), st.integers(0, 4)), max_size=6)


@given(spans, spans)
@MODEST
def test_agreement_holds_its_bounds(one: list[tuple[int, int, int]], two: list[tuple[int, int, int]]) -> None:
    """Each statement is in one pair at most; shares are from 0 to 1; who coded first is irrelevant."""
    first = [coded(f"a{n}", step, (start, start + size)) for n, (start, size, step) in enumerate(one)]
    second = [coded(f"b{n}", step, (start, start + size)) for n, (start, size, step) in enumerate(two)]
    pairs = matched(first, second)
    found = agreement(first, second, SCALED)

    assert len({a.id for a, _ in pairs}) == len({b.id for _, b in pairs}) == len(pairs) == found.both
    assert 0 <= found.share_found <= 1
    assert found.alpha is None or found.alpha <= 1
    assert found.same_step is None or 0 <= found.same_step <= (found.within_one or 0) <= 1
    assert len(found.disputed) <= found.placed


@given(spans)
@MODEST
def test_a_coder_agrees_with_himself(coding: list[tuple[int, int, int]]) -> None:
    """The same coding twice finds everything twice; passages that repeat may pair crosswise."""
    first = [coded(f"a{n}", step, (start, start + size)) for n, (start, size, step) in enumerate(coding)]
    found = agreement(first, first, SCALED)

    assert found.both == len(first)
    assert found.share_found == 1


@pytest.mark.parametrize(
    ("other", "pairs"), [({}, 1), ({"speaker": "north_envoy"}, 0), ({"said_on": "2030-05-11"}, 0)]
)
def test_without_a_passage_speaker_and_day_decide(other: dict[str, str], pairs: int) -> None:
    """Where neither coder kept the passage, one speaker on one day said one thing."""
    first = said("a", "north_head", 1)

    assert len(matched([first], [first.model_copy(update=other)])) == pairs
    assert matched([first], [coded("b", 1)]) == []


def test_the_share_of_the_passage_counts_not_its_length() -> None:
    """A fifth of a long passage in common is more than a ninth of a longer one."""
    first = [coded("a", 1, (1000, 1100))]
    second = [coded("b", 1, (1000, 1900)), coded("c", 1, (1000, 1020))]

    assert [b.id for _, b in matched(first, second)] == ["c"]


def test_of_two_phrases_the_larger_share_in_common_decides() -> None:
    """One word of one is more in common than two of three; no phrase has nothing in common."""
    first = [coded("a", 1, (0, 100), phrase="dam closed now")]
    short = coded("b", 1, (0, 50), phrase="dam")
    long = coded("c", 1, (0, 60), phrase="dam closed then")
    without = [coded("d", 1, (0, 100)), coded("e", 1, (0, 50)), coded("f", 1, (0, 90), phrase="dam")]

    assert [b.id for _, b in matched(first, [long, short])] == ["b"]
    assert [b.id for _, b in matched([without[0]], without[1:])] == ["f"]


def test_a_shared_phrase_counts_twice_as_much_as_a_shared_passage() -> None:
    """The whole passage outweighs two words of five; three words of five outweigh it."""
    first = [coded("a", 1, (0, 100), phrase="v w x y z")]
    whole, tenth = coded("b", 1, (0, 100), phrase="k l m n o"), coded("c", 1, (0, 10), phrase="v w m n o")

    assert [b.id for _, b in matched(first, [tenth, whole])] == ["b"]
    assert [b.id for _, b in matched(first, [whole, tenth.model_copy(update={"phrase": "v w x n o"})])] == [
        "c"
    ]


def test_statements_that_are_equally_alike_pair_in_their_order() -> None:
    """The same sentence entered twice by both pairs first with first and second with second."""
    pairs = matched(*([coded(f"{coder}{place}", 1) for place in range(2)] for coder in "ab"))

    assert [(a.id, b.id) for a, b in pairs] == [("a0", "b0"), ("a1", "b1")]


def test_a_step_and_a_half_is_more_than_one() -> None:
    """A range stands by its middle: 1 to 2 is one and a half steps from 0."""
    assert agreement(row("a", 0, 4), row("b", (1, 2), 4), SCALED).within_one == 0.5


@MODEST
@given(
    st.lists(st.tuples(st.integers(0, 4) | st.none(), st.integers(0, 4) | st.none()), max_size=30),
    st.sampled_from(LEVELS),
)
def test_the_interval_holds_alpha_and_is_the_same_each_time(
    pairs: list[tuple[int | None, int | None]], level: Level
) -> None:
    """It is there wherever alpha is, ends at 1 at most, and a second look gives the same."""
    values = np.array(pairs, dtype=float).reshape(-1, 2).T
    alpha, interval = krippendorff_alpha(values, level), alpha_interval(values, level)

    assert (interval is None) == (alpha is None)
    assert interval == alpha_interval(values, level)
    if alpha is not None and interval is not None:
        assert interval[0] <= alpha <= interval[1] <= 1


def test_more_of_the_same_makes_the_interval_narrower() -> None:
    """Ten times as many statements, alike in everything, leave less to chance."""
    values = np.array([[0, 1, 2, 3, 4, 1], [0, 1, 2, 3, 3, 2]], dtype=float)
    few, many = alpha_interval(values, "ordinal"), alpha_interval(np.tile(values, 10), "ordinal")

    assert few is not None
    assert many is not None
    assert many[1] - many[0] < (few[1] - few[0]) / 2


def test_two_coders_who_always_agree_leave_nothing_to_draw() -> None:
    """All differences are 0, so that every draw gives 1."""
    assert alpha_interval(np.array([[0.0, 1, 2], [0, 1, 2]]), "ordinal") == (1.0, 1.0)


@given(spans, spans)
@MODEST
def test_only_statements_of_one_place_are_held_against_each_other_and_nothing_is_lost(
    one: list[tuple[int, int, int]], two: list[tuple[int, int, int]]
) -> None:
    """The pairs are those that come of trying every two, the likest first."""
    first, second = (
        [
            coded(f"{name}{n}", None, (start, start + 4), issue=("dam", "toll")[kind % 2])
            for n, (start, _, kind) in enumerate(rows)
        ]
        for name, rows in (("a", one), ("b", two))
    )
    apart = sorted(
        (abs((a.start or 0) - (b.start or 0)), i, j)
        for i, a in enumerate(first)
        for j, b in enumerate(second)
        if a.issue == b.issue
    )
    taken: dict[int, int] = {}
    for way, i, j in apart:
        if way < 4 and i not in taken and j not in taken.values():
            taken[i] = j

    assert matched(first, second) == [(first[i], second[taken[i]]) for i in sorted(taken)]
