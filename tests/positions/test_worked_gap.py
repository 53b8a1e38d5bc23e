"""The worked gap: by hand on the bundled dossier, and always what `pair_gaps` says."""

from __future__ import annotations

import datetime as dt

from hypothesis import given

from positions.analysis.gap import Gap, pair_gaps
from positions.frames import typed_rows
from positions.loading import dossier_folder, load_dossier
from positions.models import Dossier
from positions.selection import alphabetical
from positions.tables import Tables, comparable, standing
from positions.worked_gap import gap_example, gap_lines, gap_places
from tests.positions.factories import AS_OF, FEW, dossiers, said, tables_of

BUNDLED = Tables(load_dossier("istanbul-2022"), dossier_folder("istanbul-2022"))
LAST_DAY = dt.date(2022, 4, 5)


def test_the_bundled_example_worked_by_hand() -> None:
    """[0, 1] with point 0 and [2, 3] with point 3: gap 3, at least 2 − 1, at most 3 − 0 of 4 steps."""
    example = gap_example(BUNDLED, LAST_DAY, ("russia", "ceasefire"))

    assert example is not None
    assert (example.gap.first, example.gap.second, example.gap.issue) == ("russia", "ukraine", "ceasefire")
    assert gap_lines(example).to_numpy().tolist() == [
        ["Gap of the points", "|a − b|", "|0 − 3|", "3 steps", "75%"],
        ["At least", "max(0, b₁ − a₂, a₁ − b₂)", "max(0, 2 − 1, 0 − 3)", "1 step", "25%"],
        ["At most", "max(|a₂ − b₁|, |b₂ − a₁|)", "max(|1 − 2|, |3 − 0|)", "3 steps", "75%"],
    ]
    assert gap_places(example) == (
        "Russia stands at step a = 0 and has stated steps a₁ = 0 to a₂ = 1.",
        "Ukraine stands at step b = 3 and has stated steps b₁ = 2 to b₂ = 3.",
        "From end to end the scale has 4 steps.",
    )


@given(dossiers())
@FEW
def test_the_example_is_what_pair_gaps_says(dossier: Dossier) -> None:
    """Points and ranges of the two cells, put into the printed formulas, give the printed results."""
    tables = tables_of(*dossier.statements)
    stated = comparable(standing(tables, AS_OF), alphabetical(dossier), list(tables.scales))
    gaps = [gap for gap in typed_rows(pair_gaps(stated), Gap) if gap.least < gap.most]
    example = gap_example(tables, AS_OF)

    assert (example is None) == (not gaps)
    if example is not None:
        one, two = example.first, example.second
        assert example.gap in gaps
        assert example.gap.share == max(gap.share for gap in gaps)
        assert (one.holder, two.holder) == (example.gap.first, example.gap.second)
        filled = [eval_filled(text) for text in gap_lines(example)["With the numbers"]]
        assert filled == [example.gap.gap, example.gap.least, example.gap.most]


def eval_filled(text: str) -> float:
    """The value of a filled-in formula: "max(0, 2 − 1, 0 − 3)" is 1, "|0 − 3|" is 3."""
    inside = text.removeprefix("max(").removesuffix(")") if text.startswith("max(") else text
    values = []
    for part in inside.split(", "):
        first, _, second = part.strip("|").partition(" − ")
        value = float(first) - float(second or 0)
        values.append(abs(value) if part.startswith("|") else value)
    return max(values)


def test_the_example_goes_on_from_a_place() -> None:
    """A narrower gap in which the named position stands comes before a wider one elsewhere."""
    tables = tables_of(
        said("a", "north_head", (0, 1)),
        said("b", "south_head", 4),
        said("c", "north_head", (0, 1), issue="toll"),
        said("d", "south_head", 1, issue="toll"),
    )
    elsewhere, here = gap_example(tables, AS_OF), gap_example(tables, AS_OF, ("north", "toll"))

    assert elsewhere is not None
    assert here is not None
    assert (elsewhere.gap.issue, here.gap.issue) == ("dam", "toll")


def test_without_an_interval_there_is_no_example() -> None:
    """Two single steps have a gap but nothing to show the interval on."""
    tables = tables_of(said("a", "north_head", 0), said("b", "south_head", 4))

    assert gap_example(tables, AS_OF) is None
    assert gap_example(tables_of(), AS_OF) is None
