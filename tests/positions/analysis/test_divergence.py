"""Other words of one side: own words alone, far enough apart, close enough in time, whatever the ids."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.analysis.divergence import DAYS, STEPS
from positions.model.dossier import Dossier
from positions.model.fields import UNDATED, first_day, last_day
from positions.model.statements import CELL_MODES, Statement
from positions.reading.dossier import BUNDLED, bundled_dossiers, load_dossier
from positions.rows.changes import divergence_rows
from positions.selection import default_selection
from positions.tables import Tables
from positions.text.divergence import count_sentence, divergence_words
from positions.view import View
from tests.numeric_case import numeric_folder
from tests.positions.analysis.test_robustness import landing, whole
from tests.positions.factories import (
    AS_OF,
    FEW,
    PARTIES,
    coded_view,
    dossier_of,
    dossiers,
    parties_with,
    said,
    view,
    view_at,
    with_charter,
)

Found = set[tuple[str, frozenset[str], frozenset[str]]]


def found_in(shown: View, days: int = DAYS) -> Found:
    """Actor and statements of each divergence."""
    return {
        (one.actor, frozenset(one.found.earlier.statements), frozenset(one.found.later.statements))
        for one in shown.other_words(days)
    }


def own_words(dossier: Dossier) -> list[Statement]:
    """The placed statements that could set a cell, by brute force."""
    tables = Tables(dossier, Path())
    return [
        one
        for one in dossier.statements
        if one.mode in CELL_MODES
        and one.placed
        and one.until is None
        and one.said_on != UNDATED
        and (one.member or one.party != "league")
        and last_day(one.said_on) <= AS_OF
        and tables.speaker_of(one).authority in ("principal", "delegated", "adviser")
        and tables.speaker_of(one).document is None
    ]


def far(one: Statement, other: Statement, days: int) -> bool:
    """Whether two statements of one side lie two steps apart within the days, whatever days are meant."""
    assert one.step_low is not None
    assert one.step_high is not None
    assert other.step_low is not None
    assert other.step_high is not None
    ends = [(first_day(each.said_on), last_day(each.said_on)) for each in (one, other)]
    most = max((ends[1][1] - ends[0][0]).days, (ends[0][1] - ends[1][0]).days)
    steps = max(other.step_low - one.step_high, one.step_low - other.step_high)
    said_at_once = (one.speaker, one.source, ends[0][1]) == (other.speaker, other.source, ends[1][1])
    return steps >= STEPS and most <= days and not said_at_once


@given(dossiers(), st.sampled_from([0, 10, DAYS]))
@FEW
def test_the_pairs_are_those_of_brute_force(dossier: Dossier, days: int) -> None:
    """Each pair is two own words far apart within the days; who has such words before is in a pair."""
    shown, own = whole(dossier), own_words(dossier)
    by_id = {one.id: one for one in own}
    pairs = found_in(shown, days)

    for actor, earlier, later in pairs:
        one, other = (by_id[next(iter(each))] for each in (earlier, later))
        assert {one.member or one.party, other.member or other.party} == {actor}
        assert last_day(one.said_on) <= last_day(other.said_on)
        assert any(far(by_id[first], by_id[second], days) for first in earlier for second in later)
    told = {one for _, earlier, later in pairs for one in (*earlier, *later)}
    for other in own:
        for one in own:
            alike = (one.issue, one.member, one.party) == (other.issue, other.member, other.party)
            if alike and last_day(one.said_on) < last_day(other.said_on) and far(one, other, days):
                assert other.id in told


@given(dossiers())
@FEW
def test_they_stand_newest_first_and_more_days_find_no_fewer_statements(dossier: Dossier) -> None:
    """Later words run from the newest on; who has other words within few days has them within many."""
    shown = whole(dossier)
    days = [one.found.later.day for one in shown.other_words()]

    assert days == sorted(days, reverse=True)
    assert {later for _, _, later in found_in(shown, 10)} <= {later for _, _, later in found_in(shown, 365)}


@given(dossiers(), st.randoms(use_true_random=False))
@FEW
def test_neither_ids_nor_the_order_of_rows_play_a_part(dossier: Dossier, random: Random) -> None:
    """A file sorted another way, and with other ids, says the same."""
    rows = list(dossier.statements)
    random.shuffle(rows)
    renamed = tuple(one.model_copy(update={"id": f"r{number:02}"}) for number, one in enumerate(rows))
    changed = dossier.model_copy(update={"statements": renamed, "refusals": ()})

    first, second = (
        [one.sentence for one in divergence_words(whole(each))]
        for each in (dossier.model_copy(update={"refusals": ()}), changed)
    )
    assert first == second


def test_a_pair_worked_by_hand() -> None:
    """Both phrases, conditions, speakers, days and sources; the newest earlier words that lie so far."""
    shown = view(
        said("a", "north_head", 0, said_on="2030-03-01"),
        said("b", "north_head", 1, said_on="2030-04-01", phrase="shut it", condition="in May alone"),
        said("c", "north_envoy", 3, said_on="2030-04-21", phrase="let them in", source="wire"),
        parties=PARTIES,
        issues=("dam",),
    )

    assert [one.sentence for one in divergence_words(shown)] == [
        "Northland on the dam: two statements 2 of 4 steps apart, 20 days between them. Later: ‘Dam mostly "
        "open to all ships’ (North envoy, 21 Apr 2030, quoted directly): “let them in”, in Wire. Earlier: "
        "‘Dam half open to all ships’; condition: in May alone (North head, 1 Apr 2030, quoted directly): "
        "“shut it”, in Gazette."
    ]
    assert divergence_words(shown, 19) == ()
    assert count_sentence(0, 19) == "No two such statements lie within 19 days of each other."


def test_coders_are_told_and_only_codings_that_place_both_are_counted() -> None:
    """Kept at 1 and 3. Coder a has both so; b has 2 and 3, one step; c does not place the later words."""
    north, envoy = (
        said("b", "north_head", 1, said_on="2030-04-01"),
        said("c", "north_envoy", 3, said_on="2030-04-21", source="wire"),
    )
    elsewhere = north.model_copy(update={"step_low": 2, "step_high": 2})
    unplaced = envoy.model_copy(update={"step_low": None, "step_high": None})
    codings = {"a": (north, envoy), "b": (elsewhere, envoy), "c": (north, unplaced)}
    shown = coded_view((north, envoy), codings)
    (words,) = divergence_words(shown)
    (row,) = divergence_rows(shown)

    assert (
        "2 of 4 steps apart, 20 days between them; holds in 1 of 2 codings that place both. "
        in words.sentence
    )
    assert "coders differ: ‘Dam half open’ (1) or ‘Dam shared’ (2)" in words.texts[3]
    assert "coders differ: ‘Dam mostly open’ (3) or no step" in words.texts[2]
    assert words.texts[4] == "2 of 4 steps; holds in 1 of 2 codings that place both"
    assert (row.codings, row.holds) == (2, 1)
    for coding, told in (
        ((unplaced,), "no coding places both"),
        ((elsewhere, envoy), "holds in 0 of 1 coding that places both"),
    ):
        (alone,) = divergence_words(coded_view((north, envoy), {"c": coding}))
        assert f"between them; {told}. " in alone.sentence


@pytest.mark.parametrize("name", bundled_dossiers())
def test_codings_that_hold_are_those_of_brute_force(name: str) -> None:
    """Each pair of a bundled dossier, looked up coder by coder; what a coder chose otherwise is told."""
    shown = landing(BUNDLED / name)
    coded = shown.tables.coded
    for words in divergence_words(shown, 365):
        found, holds, both = words.of.found, 0, 0
        for coder in shown.tables.codings:
            steps = [
                [each.steps for id_ in side.statements for each in coded.get(id_, ()) if each.coder == coder]
                for side in (found.earlier, found.later)
            ]
            earlier, later = ([step for placed in side if placed for step in placed] for side in steps)
            both += bool(earlier and later)
            holds += (
                bool(earlier and later) and max(min(later) - max(earlier), min(earlier) - max(later)) >= STEPS
            )
        assert (found.holds, found.codings) == (holds, both)
        issue, by_id = shown.tables.scales[words.of.issue], shown.tables.by_id
        otherwise = any(
            each.steps != issue.placement(by_id[id_])
            for side in (found.earlier, found.later)
            for id_ in side.statements
            for each in coded.get(id_, ())
        )
        assert otherwise == ("; coders " in words.sentence)


@pytest.mark.parametrize(
    "other",
    [
        said("b", "north_rebel", 4),
        said("b", "south_head", 4, mode="attributed", about=("north",)),
        said("b", "pundit", mode="commentary", about=("north",)),
        said("b", "north_plan", 4, source="wire"),
        said("b", "north_protocol", 4, source="wire"),
        said("b", "north_head", 4, source="wire", until="2030-05-20"),
        said("b", "north_head", 4, source="wire", said_on=UNDATED),
        said("b", "north_head", 4),  # one speaker in one source on one day
        said("b", "north_head", 1, source="wire"),
        said("b", "north_head", (1, 4), source="wire", spread="doubt"),
        said("b", "north_head", 4, source="wire", said_on="2030"),  # perhaps in January
    ],
)
def test_what_is_kept_out(other: Statement) -> None:
    """Dissent, claims, commentary, drafts, bounded measures; what may be near in steps or far in time."""
    assert (
        view(said("a", "north_head", 0), other, parties=PARTIES, day=dt.date(2030, 12, 31)).other_words()
        == ()
    )


def test_weak_and_doubted_words_and_those_of_another_government_say_so() -> None:
    """None is dropped: low confidence, an adviser, a doubt and a new government stand in the line."""
    since = [{"since": "2029-01-01", "name": "The old one"}, {"since": "2030-05-01", "name": "The new one"}]
    dossier = dossier_of(
        (
            said("a", "north_head", 0, said_on="2030-04-20", confidence="low"),
            said("b", "north_aide", (2, 3), spread="doubt"),
        ),
        parties=parties_with("north", governments=since),
    )
    (words,) = divergence_words(view_at(Tables(dossier, Path())))

    assert "two statements at least 2 of 4 steps apart" in words.sentence
    assert "low confidence: the words do not spell the step out" in words.sentence
    assert "the coder was unsure between these steps; an adviser" in words.sentence
    assert "no phrase is kept, in short north_head speaks" in words.sentence
    assert words.sentence.endswith("The next government took office between the two.")


def test_members_speak_for_themselves_and_reference_texts_have_no_side() -> None:
    """Two members of a grouping are a split and no divergence; each has its own, with the grouping named."""
    rows = (
        said("a", "east_head", 0),
        said("b", "west_head", 4, source="wire"),
        said("c", "west_head", 1, said_on="2030-06-10"),
        said("d", "charter_head", 0),
        said("e", "charter_head", 4, source="wire", said_on="2030-06-01"),
    )
    shown = view_at(Tables(dossier_of(rows, **with_charter()), Path()), parties=("charter", "league"))

    assert [one.sentence[:22] for one in divergence_words(shown)] == ["West (League) on the d"]


def test_half_of_a_numeric_scale_is_far(tmp_path: Path) -> None:
    """On a scale of 60 millimetres 9.5 are not far and 34.5 are; the length is told in its unit."""
    folder = numeric_folder(tmp_path / "dossier")
    path = folder / "statements.csv"

    def told() -> list[str]:
        dossier = load_dossier(folder)
        shown = View(Tables(dossier, folder), replace(default_selection(dossier), issues=("mesh",)))
        return [one.sentence for one in divergence_words(shown)]

    assert told() == []
    path.write_text(path.read_text(encoding="utf-8").replace(",60.5", ",35.5", 1), encoding="utf-8")
    (sentence,) = told()
    assert "two statements 34.5 of 60 millimetres apart, 34 days between them" in sentence
