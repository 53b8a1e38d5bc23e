"""Variants are counted as they are: the kept coding first, no share above one, no order of rows."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.analysis.gap import farthest
from positions.analysis.position import position_of
from positions.analysis.robustness import Variant
from positions.measures.variants import variants
from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.reading.dossier import BUNDLED, load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.text.robustness import counted_name, held_words
from positions.view import View
from tests.benchmarks.synthetic import write_square
from tests.conftest import SMALL, Changed
from tests.positions.factories import (
    AS_OF,
    FEW,
    ISSUES,
    PARTIES,
    days,
    dossier_of,
    dossiers,
    said,
    view,
    view_at,
)


def whole(dossier: Dossier, day: dt.date = AS_OF) -> View:
    """All columns and issues of a dossier, members too."""
    return view_at(Tables(dossier, Path()), day, parties=PARTIES, issues=ISSUES, unfolded=("league",))


def landing(folder: Path) -> View:
    """What a reader sees who opens the dossier of a folder."""
    dossier = load_dossier(folder)
    return View(Tables(dossier, folder), default_selection(dossier))


@given(dossiers(), days)
@FEW
def test_the_first_variant_is_the_view_itself(dossier: Dossier, day: dt.date) -> None:
    """The kept coding with nothing left out and the window as coded has the very gaps that the view tells."""
    shown = whole(dossier, day)
    first = shown.robustness.outcomes[0]

    assert first.variant == Variant("", "nothing", "as_coded", dossier.window)
    assert first.farthest == shown.farthest


@given(dossiers(), days)
@FEW
def test_counts_lie_between_none_and_all(dossier: Dossier, day: dt.date) -> None:
    """Nothing is widest in more variants than there are; what a finding names is so in half at least."""
    found = whole(dossier, day).robustness

    assert found.count == len({one.variant for one in found.outcomes}) > 0
    assert all(0 < times / found.count <= 1 for _, times in found.shares)
    assert all(2 * times >= found.count for times in found.firm.values())
    assert 1 <= found.whole() <= found.count
    assert 0 <= found.empty < found.count or not found.outcomes[0].farthest


@given(dossiers(), st.randoms(use_true_random=False))
@FEW
def test_the_order_of_rows_does_not_matter(dossier: Dossier, random: Random) -> None:
    """A file sorted another way has the same counts, and the same statements change the finding."""
    rows = list(dossier.statements)
    random.shuffle(rows)
    one, other = whole(dossier), whole(dossier.model_copy(update={"statements": tuple(rows)}))

    assert one.robustness.shares == other.robustness.shares
    assert one.removals == other.removals


@given(dossiers(), days, st.integers(1, 90))
@FEW
def test_a_variant_is_the_view_of_a_dossier_coded_so(dossier: Dossier, day: dt.date, window: int) -> None:
    """Counting again from fewer words, or with another window, gives what a dossier coded so would give."""
    shown = whole(dossier.model_copy(update={"window": window}), day)
    speakers = shown.tables.speakers
    kept: dict[str, tuple[Statement, ...]] = {
        "nothing": dossier.statements,
        "low_confidence": tuple(one for one in dossier.statements if one.confidence != "low"),
        "reported_speech": tuple(one for one in dossier.statements if one.mode != "reported_speech"),
        "delegated_speakers": tuple(
            one for one in dossier.statements if speakers[one.speaker].authority != "delegated"
        ),
    }

    for outcome in shown.robustness.outcomes:
        changed = {"statements": kept[outcome.variant.without], "window": outcome.variant.days}
        gaps = View(Tables(dossier.model_copy(update=changed), Path()), shown.selection)
        same = [
            gap
            for gap in (gaps.gap(issue.id, *pair) for issue in shown.scaled for pair in shown.pairs)
            if gap is not None
        ]
        assert {(one.issue, one.pair, one.share) for one in outcome.farthest} == {
            (one.issue, one.pair, one.share) for one in farthest(same)
        }


@given(dossiers())
@FEW
def test_what_no_cell_shows_changes_nothing(dossier: Dossier) -> None:
    """Only statements behind the view are left out in turn, for without any other the gaps are the same."""
    shown = whole(dossier)
    for one in dossier.statements:
        if one.id not in shown.statements:
            rest = tuple(other for other in dossier.statements if other.id != one.id)
            without = whole(dossier.model_copy(update={"statements": rest}))
            assert [(gap.issue, gap.pair, gap.share) for gap in without.farthest] == [
                (gap.issue, gap.pair, gap.share) for gap in shown.farthest
            ]


@given(dossiers(), days)
@FEW
def test_a_removal_is_the_view_of_a_dossier_without_it(dossier: Dossier, day: dt.date) -> None:
    """Each statement and each source left out tells what a dossier tells that never had them."""
    for one in whole(dossier, day).removals:
        left = tuple(each for each in dossier.statements if one.left_out not in (each.id, each.source))
        without = whole(dossier.model_copy(update={"statements": left}), day)

        assert {(gap.issue, gap.pair, gap.share) for gap in one.farthest} == {
            (gap.issue, gap.pair, gap.share) for gap in without.farthest
        }


@given(dossiers())
@FEW
def test_a_window_beyond_all_days_is_as_good_as_any_longer_one(dossier: Dossier) -> None:
    """Days are only compared with each other: a window that holds all of them changes no position."""
    for words in Tables(dossier, Path()).words.values():
        span = (words[-1].day - words[0].day).days
        assert position_of(words, dt.date.max, window=span) == position_of(
            words, dt.date.max, window=span + 3652
        )


@given(dossiers(), days)
@FEW
def test_no_issue_that_is_not_named_is_widest_more_often(dossier: Dossier, day: dt.date) -> None:
    """What finding and grey line leave out holds in no more variants than anything that they name."""
    shown = whole(dossier, day)
    found, told = shown.robustness, f"{shown.finding} · {held_words(shown)}"
    counts = {counted_name(shown, name): times for name, times in found.shares}
    named = [times for name, times in counts.items() if name in told]

    assert all(times <= min(named) for name, times in counts.items() if name not in told)
    if found.firm:
        exact = re.search(r", (?:the whole sentence|exactly as coded) in (\d+)$", told)
        assert (exact is None) == (2 * found.whole() >= found.count)
        assert exact is None or int(exact[1]) == found.whole()


@given(dossiers(), days)
@FEW
def test_what_a_finding_names_has_no_rival(dossier: Dossier, day: dt.date) -> None:
    """Of issues, and of the pairs on one, what is not widest as coded is so in fewer variants than that."""
    shown = whole(dossier, day)
    for issues in (("dam",), ISSUES):
        found = View(shown.tables, replace(shown.selection, issues=issues)).robustness
        assert set(found.as_coded) | set(found.rivals) == {name for name, _ in found.shares}
        assert all(times > rival for times in found.firm.values() for rival in found.rivals.values())
        outside = [times for name, times in found.shares if name not in found.leading]
        assert all(times < coded for times in outside for coded in found.as_coded.values())


def test_what_is_widest_beside_another_is_not_told_as_if_alone() -> None:
    """In 12 of 48 variants Crimea is as wide as the Donbas, which alone is named in the finding."""
    shown = landing(BUNDLED / "ukraine-2014-2026")

    assert shown.finding == "Farthest apart: the Donbas, Russia and Ukraine, 3.5 of 4 steps (3–4)"
    assert held_words(shown) == "the Donbas widest in 48 of 48 variants, alone in 36"


@pytest.mark.parametrize(
    ("name", "day", "finding", "line"),
    [
        (
            "ukraine-2014-2026",
            dt.date(2025, 6, 2),
            "No one widest issue: neutrality in 36, the Donbas in 36 of 48 variants",
            "as coded neutrality, Russia – Ukraine, 4 of 4 steps: widest in 36 of 48 variants, "
            "exactly so in 12",
        ),
        (
            "ukraine-2014-2026",
            dt.date(2025, 8, 19),
            "No one widest issue: neutrality in 27 of 48 variants",
            "as coded the withdrawal of forces, Russia – Ukraine, 3.5 of 4 steps (3–4): widest in 25 of 48 "
            "variants, exactly so in 5",
        ),
        (
            "ukraine-2014-2026",
            dt.date(2025, 12, 31),
            "Farthest apart: Crimea, Russia and Ukraine, 4 of 4 steps",
            "Crimea widest in 36 of 48 variants, exactly as coded in 8",
        ),
        (
            "istanbul-2022",
            dt.date(2022, 3, 29),
            "Farthest apart: the ceasefire, Russia and Ukraine, 2 of 4 steps",
            "widest: the ceasefire in 28, neutrality in 20 of 48 variants, exactly as coded in 12",
        ),
        (
            "istanbul-2022",
            dt.date(2022, 4, 5),
            "Farthest apart: neutrality and the ceasefire, Russia and Ukraine, 2 of 4 steps",
            "widest: neutrality in 27, the ceasefire in 28 of 48 variants, the whole sentence in 19",
        ),
    ],
)
def test_a_finding_that_most_variants_contradict_says_so(
    name: str, day: dt.date, finding: str, line: str
) -> None:
    """Days on which fewer than half of the variants say what the dossier's own coding says."""
    shown = landing(BUNDLED / name).on(day)

    assert shown.finding == finding
    assert shown.measure.split(" · ")[1] == line


def test_worked_by_hand() -> None:
    """Two issues are half a scale wide; one of them rests on an envoy, so it falls where envoys do not count.

    On the dam the heads stand at 0 and 2 of 4; on the toll a head at 0 and an envoy at 1 of 2. Of 16
    variants 4 are without delegated speakers: the toll is widest in 12, the dam in all.
    """
    shown = view(
        said("a", "north_head", 0),
        said("b", "south_head", 2),
        said("c", "north_head", 0, issue="toll"),
        said("d", "south_envoy", 1, issue="toll"),
        issues=ISSUES,
    )
    found = shown.robustness

    assert found.count == 16
    assert found.shares == ((("dam",), 16), (("toll",), 12))
    assert found.whole() == 12
    assert shown.measure.split(" · ")[1] == "widest: the dam in 16, Toll in 12 of 16 variants"
    assert {one.left_out for one in found.changes(shown.removals)} == {"a", "b", "c", "d", "gazette"}


def test_what_holds_in_fewer_than_half_is_not_called_widest() -> None:
    """The finding tells what is widest in how many variants, and the grey line what is so as coded.

    On the dam Northland rests on an envoy's reported words 15 days older than its president's, which are
    of low confidence. They count in 7 of 16 variants: with all statements unless the window is half (10
    days), and without low confidence in any window. In the other 9 the toll alone can be compared.
    """
    shown = view(
        said("a", "north_envoy", 0, mode="reported_speech", said_on="2030-06-01"),
        said("b", "north_head", 2, confidence="low", said_on="2030-06-16"),
        said("c", "south_head", 4),
        said("d", "north_head", 0, issue="toll"),
        said("e", "south_head", 1, issue="toll"),
        issues=ISSUES,
    )

    assert [gap.issue for gap in shown.farthest] == ["dam"]
    assert shown.robustness.shares == ((("toll",), 9), (("dam",), 7))
    assert not shown.robustness.firm
    assert shown.finding == "No one widest issue: Toll in 9, the dam in 7 of 16 variants"
    assert shown.measure.split(" · ")[1] == (
        "as coded the dam, Northland – Southland, 4 of 4 steps: widest in 7 of 16 variants"
    )


def test_more_than_three_counts_become_one_range(tmp_path: Path) -> None:
    """A grey line names at most three counts; of more it says how many issues, and between what counts."""
    write_square(tmp_path, parties=12, issues=12)
    shown = landing(tmp_path)

    assert len(shown.robustness.firm) > 3
    assert re.search(r" · \d+ issues each widest in \d+( to \d+)? of 16 variants · ", shown.measure)


def test_of_one_issue_the_pair_is_counted() -> None:
    """Where there is one issue only, the finding is about who is farthest apart on it."""
    shown = view(
        said("a", "north_envoy", 0, mode="reported_speech", said_on="2030-06-01"),
        said("b", "north_head", 2, confidence="low", said_on="2030-06-16"),
        said("c", "south_head", 4),
        said("d", "harbour_head", 3),
        parties=("north", "south", "harbour"),
        issues=("dam",),
    )

    assert shown.robustness.shares == ((("south", "harbour"), 9), (("north", "south"), 7))
    assert shown.finding == "No one widest pair: Southland – Harbour in 9 of 16 variants"


def test_the_training_case_worked_by_hand(small: Dossier) -> None:
    """Access is widest whatever is chosen; by 3 of 4 steps only while what Haldane is reported to say counts.

    He is a delegate, and his offer is reported speech, in all three codings: without either kind Northland
    stands where its president does, and the gap is 4 of 4. So the whole finding holds in half of 48.
    """
    found = View(Tables(small, SMALL), default_selection(small)).robustness

    assert found.shares == ((("access",), 48),)
    assert found.whole() == 24
    assert {one.share for one in found.outcomes} == {0.75, 1.0}
    assert {one.variant.without for one in found.outcomes if one.share == 1.0} == {
        "reported_speech",
        "delegated_speakers",
    }


def test_variants_are_those_that_the_dossier_names(changed: Changed) -> None:
    """The kept coding as it is stands first; named coders, omissions and windows follow, none twice."""
    folder = changed(
        dossier=[
            ("codings: [a, b]", "codings: [b]"),
            ("without: [low_confidence, reported_speech, delegated_speakers]", "without: [low_confidence]"),
            ("windows: [half, double, ten_years]", "windows: [as_coded, double]"),
        ]
    )
    found = landing(folder).robustness

    assert [(one.variant.coding, one.variant.without, one.variant.days) for one in found.outcomes] == [
        ("", "nothing", 20),
        ("", "nothing", 40),
        ("", "low_confidence", 20),
        ("", "low_confidence", 40),
        ("b", "nothing", 20),
        ("b", "nothing", 40),
        ("b", "low_confidence", 20),
        ("b", "low_confidence", 40),
    ]


def test_windows_of_as_many_days_are_one() -> None:
    """Half of no window is no window: no variant counts twice."""
    tables = Tables(dossier_of(window=0), Path())

    assert [one.days for one in variants(tables, ("",)) if one.without == "nothing"] == [0, 3652]


def test_a_coding_that_cannot_be_read_is_named_and_not_tried(changed: Changed) -> None:
    """A faulty coding takes nothing from the page; a coder who is named and not there is told."""
    named = landing(changed(dossier=[("codings: [a, b]", "codings: [a, zed]")]))
    faulty = landing(changed(coding=[("gazette-1,gazette,30", "gazette-1,nowhere,30")]))

    assert named.robustness.missing == ("zed",)
    assert {one.variant.coding for one in named.robustness.outcomes} == {"", "a"}
    assert {one.variant.coding for one in faulty.robustness.outcomes} == {""}
    assert faulty.robustness.missing == ("a", "b")


@pytest.mark.parametrize("name", ["istanbul-2022", "ukraine-2014-2026", SMALL.name])
def test_the_bundled_dossiers_have_48_variants(name: str) -> None:
    """Three codings, four sets of statements, four windows."""
    found = landing(BUNDLED / name).robustness

    assert found.count == len(found.outcomes) == 48
    assert len({one.variant for one in found.outcomes}) == 48
