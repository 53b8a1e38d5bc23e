"""Nothing of the list that a dossier was coded from is lost, and where two dossiers differ is said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from positions.method.provenance import (
    compared_day_words,
    difference_table,
    differing_cells,
    first_rows,
    left_out_table,
    year_counts,
    year_table,
)
from positions.model.dossier import Dossier
from positions.reading.dossier import dossier_folder, load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.view import View
from tests.positions.factories import dossier_of, said

LONG = "ukraine-2014-2026"
LISTED = Path(__file__).parents[2] / "dossiers" / "listed" / f"{LONG}.txt"
TABLES = Tables(load_dossier(LONG), dossier_folder(LONG))
OTHER = Tables(load_dossier("istanbul-2022"), dossier_folder("istanbul-2022"))


def test_every_record_of_the_lists_is_entered_or_listed_as_left_out() -> None:
    """No record of the two research lists, of 295 and of 71, is lost; none is both entered and left out."""
    listed = LISTED.read_text(encoding="utf-8").split()
    entered = {one.id for one in TABLES.dossier.statements}
    left_out = {one.record for one in TABLES.dossier.left_out}

    assert len(set(listed)) == 295 + 71
    assert [one for one in listed if one not in entered | left_out] == []
    assert entered & left_out == set()


def test_years_sides_and_issues_add_up_to_the_records() -> None:
    """Each record is counted in one place."""
    assert sum(year_counts(TABLES.dossier).values()) == len(first_rows(TABLES.dossier))


def test_the_table_by_year_counts_every_record_once() -> None:
    """The last column adds up to the number of records, and each row to its own."""
    table = year_table(TABLES.dossier)
    numbers = table.drop(columns="Year and side").map(lambda text: int(text or 0))

    assert numbers["All"].sum() == len(first_rows(TABLES.dossier))
    assert (numbers.drop(columns="All").sum(axis="columns") == numbers["All"]).all()


def test_further_rows_of_a_record_are_not_counted_again() -> None:
    """A second position has the first row's id with a hyphen and a word; any other hyphen means nothing."""
    dossier = dossier_of([said("a", "north_head"), said("a-b", "north_head"), said("c-1", "north_head")])

    assert [one.id for one in first_rows(dossier)] == ["a", "c-1"]


def test_what_is_left_out_stands_in_a_list_with_its_reason() -> None:
    """The reader sees each omitted record, whose it is, and why it is no position."""
    table = left_out_table(TABLES.dossier)

    assert list(table["Record"]) == [one.record for one in TABLES.dossier.left_out]
    assert all(table["Why it is left out"].str.len() > 20)


def test_every_difference_from_the_other_dossier_is_explained_and_none_is_made_up() -> None:
    """The listed differences are those that the two matrices of the compared day really have."""
    compared = TABLES.dossier.compared
    assert compared is not None

    found = {(one.holder, one.issue) for one, _ in differing_cells(TABLES, OTHER)}
    assert found == {(one.holder, one.issue) for one in compared.differences}
    assert all(difference_table(TABLES, OTHER)["Why"])
    assert compared_day_words(TABLES.dossier) == "5 Apr 2022"


def test_a_dossier_without_comparison_has_no_differences() -> None:
    """Nothing is compared where nothing is named."""
    assert differing_cells(OTHER, TABLES) == []
    assert difference_table(OTHER, TABLES).empty
    assert compared_day_words(OTHER.dossier) == ""


@pytest.mark.parametrize("issue", ["neutrality", "crimea", "donbas", "security_guarantees", "ceasefire"])
def test_the_shared_scales_are_the_same(issue: str) -> None:
    """On the issues that both dossiers have, a step means the same words in both."""

    def scale(dossier: Dossier) -> list[tuple[int, str, str]]:
        found = next(one for one in dossier.issues if one.id == issue)
        return [(step.step, step.label, step.short) for step in found.scale]

    assert scale(TABLES.dossier) == scale(OTHER.dossier)


def test_drafts_and_shared_texts_are_marked_and_set_no_position_alone() -> None:
    """No position of the long record rests on a draft or a shared text, on whichever day one looks."""
    texts = {one.statement for words in TABLES.words.values() for one in words if one.document}
    chosen = replace(
        default_selection(TABLES.dossier), parties=tuple(TABLES.actors), issues=tuple(TABLES.scales)
    )
    points = [
        span.point for track in View(TABLES, chosen).tracks for span in track.spans if span.point is not None
    ]

    assert len(texts) > 50
    assert points
    assert not {statement for point in points for statement in point.statements} & texts
