"""The codings beside a dossier, compared: the bundled figures, their words, and what is missing."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

import pandas as pd
import pytest

from positions.analysis.reliability import agreement
from positions.method.agreement import (
    Codings,
    agreement_sentences,
    alpha_word,
    compared_codings,
    compared_pair,
    reading_sentences,
    review_sentence,
)
from positions.reading.codings import load_codings
from positions.reading.dossier import bundled_dossiers, dossier_folder, load_dossier
from positions.tables import Tables
from tests.conftest import Changed
from tests.numeric_case import numeric_folder
from tests.positions.factories import dossier_of, said

BUNDLED = Tables(load_dossier("istanbul-2022"), dossier_folder("istanbul-2022"))


def test_the_figures_are_those_of_the_two_files() -> None:
    """What the page prints is what the measure finds in the two codings that are kept."""
    kept = load_codings(BUNDLED.dossier, BUNDLED.folder)
    scaled = [issue.id for issue in BUNDLED.dossier.issues if issue.scale]
    (pair,) = compared_codings(BUNDLED)

    assert (pair.first, pair.second) == ("a", "b")
    assert pair.found == agreement(kept["a"], kept["b"], scaled)


def test_the_figures_in_words() -> None:
    """Counts, shares and alpha are told, and an issue that one coder could not place is named."""
    (pair,) = compared_codings(BUNDLED)

    told = " ".join(agreement_sentences(pair, BUNDLED.dossier))

    assert "Coder a entered 267 statements, coder b 294." in told
    assert "192 were found by both, 87% of those that either found." in told
    assert "On the 62 statements that both placed on steps of a scale they chose the same step in 95%" in told
    assert "Krippendorff's alpha is .995: reliable." in told
    assert "With units drawn anew it lies from .989 to 1.000 in 95 of 100 cases." in told
    assert "Coder b placed nothing on the presidents' meeting" in told


def test_every_disputed_placement_is_listed_with_both_steps() -> None:
    """A reader sees who placed what where, and what the dossier has now."""
    (pair,) = compared_codings(BUNDLED)

    assert len(pair.disputed) == len(pair.found.disputed) == 3
    assert pair.disputed.iloc[0].tolist() == [
        "Ukrainian delegation",
        "Neutrality",
        "“non-nuclear country”",
        "1–2",
        "1",
        "1–2",
        "Nuclear arms are named in step 1; 2 kept in the range for the protection clause; 0 rejected.",
        "'Uzbekistan' is a translation error for Ukraine. Step 1 names nuclear arms; 0 rejected (Ukraine's "
        "own offer, no demilitarisation), 2 rejected for this element: no exchange stated.",
    ]


def test_agreement_is_told_issue_by_issue() -> None:
    """Every issue with a scale has its row; what was not measured is blank."""
    (pair,) = compared_codings(BUNDLED)
    table = pair.by_issue.set_index("Issue")

    assert table.index.to_list() == [issue.name for issue in BUNDLED.dossier.issues if issue.scale]
    assert [*table.loc["Neutrality"]] == [20, "95%", ".983", ".948 to 1.000"]
    assert [*table.loc["Presidents' meeting"]] == [0, "", "", ""]
    assert table["Placed by both"].sum() == pair.found.placed


def test_a_dossier_without_two_codings_has_nothing_to_compare(coded_once: Path) -> None:
    """No figure is made up where nobody coded twice."""
    assert compared_codings(Tables(load_dossier(coded_once), coded_once)) == ()


@pytest.mark.parametrize(
    ("alpha", "word"), [(0.8, "reliable"), (0.799, "tentative"), (0.667, "tentative"), (0.5, "not reliable")]
)
def test_alpha_is_named_by_the_usual_marks(alpha: float, word: str) -> None:
    """From .800 reliable, from .667 tentative, below it neither."""
    assert alpha_word(alpha) == word


def test_values_have_an_alpha_of_their_own(tmp_path: Path) -> None:
    """Interval, per issue, and never mixed with steps: units of unlike kinds are not added up.

    By hand: tolls of 75 and 25 by one coder, 75 and 37.5 by the other. The differences of the two units are
    0 and 12.5, each three times; Do = 2 · 3 · 12.5² / 12. Of the twelve values 25 and 37.5 occur three times
    and 75 six, so De = 2 · (9 · 12.5² + 18 · 50² + 18 · 37.5²) / (12 · 11).
    """
    folder = numeric_folder(tmp_path / "numeric")
    tables = Tables(load_dossier(folder), folder)
    said_once = [
        one for one in tables.dossier.statements if one.issue == "toll" and one.value in ("75", "25")
    ]
    tolls = [
        one.model_copy(update={"id": f"{one.id}{time}", "start": time, "end": time + 1})
        for one, time in product(said_once, range(3))
    ]
    again = [one.model_copy(update={"value": "37.5" if one.value == "25" else one.value}) for one in tolls]
    pair = compared_pair(("a", "b"), (tuple(tolls), tuple(again)), tables)
    expected = 2 * (9 * 12.5**2 + 18 * 50**2 + 18 * 37.5**2) / (12 * 11)
    row = pair.by_issue.set_index("Issue").loc["Toll"]

    assert pair.found.placed == 0
    assert row["Placed by both"] == 6
    assert row["Same step or value"] == "50%"
    assert float(str(row["Alpha"])) == round(1 - (12.5**2 / 2) / expected, 3)
    assert pair.disputed[["Step by a", "Step by b"]].to_numpy().tolist() == [["25", "37.5"]] * 3
    assert "interval form" in " ".join(reading_sentences(tables.dossier))
    assert "interval form" not in " ".join(reading_sentences(BUNDLED.dossier))


def test_how_to_read_alpha_names_both_marks_and_the_upper_bound() -> None:
    """The figures are never printed without how far they can be trusted."""
    told = " ".join(reading_sentences(BUNDLED.dossier))

    assert "From .800 upwards" in told
    assert ".667" in told
    assert "upper bound" in told


def test_what_a_review_found_is_told_apart() -> None:
    """Statements of both coders, of one, and of the review are counted apart."""
    coders = ("a+b", "a+b", "a+b", "b", "b", "audit")
    spoken = [said(f"s{place}", "north_head", 1, coder=coder) for place, coder in enumerate(coders)]
    assert review_sentence(dossier_of(spoken)) == (
        "Of 6 statements in the dossier 3 were found by a and b and 2 were found by b alone. A further "
        "reader went through the result; 1 statement found only then carries audit as the coder."
    )
    assert review_sentence(BUNDLED.dossier).startswith(f"Of {len(BUNDLED.dossier.statements)} statements")
    assert review_sentence(dossier_of([said("x", "north_head", 1)])) == (
        "Of 1 statement in the dossier 1 were found by a alone."
    )


def test_too_little_for_a_figure_is_said() -> None:
    """Where both coders placed everything on one step, or nothing, no alpha is printed."""
    first = [said(f"a{place}", "north_head", 1, start=place, end=place + 1) for place in range(6)]
    alike = Codings("a", "b", agreement(first, first, ["dam"]), pd.DataFrame(), {"a": (), "b": ()})
    single = replace(alike, found=agreement(first, first[:1], ["dam"]))
    nothing = replace(alike, found=agreement(first, [], ["dam"]))

    told = [agreement_sentences(pair, dossier_of())[1] for pair in (alike, single, nothing)]

    lead, throughout = "that both placed on steps of a scale", "both chose one step throughout"
    assert told == [
        f"On the 6 statements {lead} {throughout}; alpha has no meaning where nothing varies.",
        f"On the 1 statement {lead} there is too little for a figure, which takes 6 of them.",
        f"On the 0 statements {lead} there is too little for a figure, which takes 6 of them.",
    ]


def test_a_coder_who_was_handed_statements_has_found_none() -> None:
    """No share of found statements is told, and it is said why; who found them is told with the share."""
    spoken = [said(f"s{place}", "north_head", place % 3, coder="a") for place in range(6)]
    tables = Tables(dossier_of(spoken), Path())
    kept = tables.dossier.statements
    again = tuple(one.model_copy(update={"coder": "c"}) for one in kept[:4])
    pair = compared_pair(("dossier", "c"), (kept, again), tables)
    (told, placed), own = agreement_sentences(pair, tables.dossier)[:2], replace(pair, handed=())

    assert told == (
        "Coder c coded 4 statements, given from the dossier without the first placements. Whether two coders "
        "find the same statements is therefore not measured."
    )
    assert placed.endswith("there is too little for a figure, which takes 6 of them.")
    assert "of those that either found" in agreement_sentences(own, tables.dossier)[0]


@pytest.mark.parametrize("dossier", bundled_dossiers())
def test_no_bundled_coding_was_handed(dossier: str) -> None:
    """Their coders looked for statements themselves, though the ids were made equal afterwards."""
    tables = Tables(load_dossier(dossier), dossier_folder(dossier))

    assert [pair.handed for pair in compared_codings(tables)] == [()]


def test_what_both_placed_alike_and_the_dossier_does_not_is_counted(changed: Changed) -> None:
    """A step changed or taken away by a later reading is told with its number; of none nothing is said."""
    folder = changed()
    tables = Tables(load_dossier(folder), folder)
    (pair,) = compared_codings(tables)
    kept = load_codings(tables.dossier, folder)
    held = {one.id: one for one in tables.dossier.statements}
    same = [
        one.id
        for one in kept["a"]
        for other in kept["b"]
        if one.id == other.id in held
        and one.placed
        and (one.step_low, one.step_high) == (other.step_low, other.step_high)
        and (held[one.id].step_low, held[one.id].step_high) == (one.step_low, one.step_high)
    ][:2]
    gone = {"step_low": None, "step_high": None, "spread": None}
    statements = [one.model_copy(update=gone) if one.id in same else one for one in tables.dossier.statements]
    dossier = tables.dossier.model_copy(update={"statements": tuple(statements)})
    (again,) = compared_codings(Tables(dossier, folder))

    assert len(same) == 2
    assert set(again.elsewhere) == {*pair.elsewhere, *same}
    assert f"{len(again.elsewhere)} statements that both placed alike have another step" in " ".join(
        agreement_sentences(again, dossier)
    )
    assert "that both placed alike" not in " ".join(agreement_sentences(replace(pair, elsewhere=()), dossier))


def test_a_dispute_that_the_dossier_left_without_a_step_says_so(changed: Changed) -> None:
    """Where the final coding places words on no step, the list of disputes says "not placed"."""
    folder = changed()
    dossier = load_dossier(folder)
    tables = Tables(dossier, folder)
    (pair,) = compared_codings(tables)
    unplaced = [one.model_copy(update={"step_low": None, "step_high": None}) for one in dossier.statements]
    (again,) = compared_codings(Tables(dossier.model_copy(update={"statements": tuple(unplaced)}), folder))

    assert len(pair.disputed)
    assert "not placed" not in set(pair.disputed["In the dossier"])
    assert set(again.disputed["In the dossier"]) == {"not placed"}
