"""The worked gap and groupings: by hand, and always what the view says."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from positions.method.worked_gap import gap_example, gap_lines, gap_places, gap_result, grouping_examples
from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.selection import default_selection
from positions.tables import Tables
from positions.view import View, view_of
from tests.positions.factories import AS_OF, FEW, dossiers, said, tables_of


def on_screen(tables: Tables) -> View:
    """All parties on the two issues with a scale, on AS_OF."""
    chosen = default_selection(tables.dossier, AS_OF)
    return view_of(tables, replace(chosen, issues=("dam", "toll"), parties=("north", "south", "league")))


def shown(*statements: Statement) -> View:
    """The view of these statements."""
    return on_screen(tables_of(*statements))


def test_the_example_worked_by_hand() -> None:
    """[0, 1] with middle 0.5 and [3, 3]: gap 2.5, at least 3 − 1, at most 3 − 0 of 4 steps."""
    view = shown(said("a", "north_head", (0, 1)), said("b", "south_head", 3))
    example = gap_example(view)

    assert example is not None
    assert gap_lines(example).to_numpy().tolist() == [
        ["Gap of the points", "|a − b|", "|0.5 − 3|", "2.5 steps", "62%"],
        ["At least", "max(0, b₁ − a₂, a₁ − b₂)", "max(0, 3 − 1, 0 − 3)", "2 steps", "50%"],
        ["At most", "max(|a₂ − b₁|, |b₂ − a₁|)", "max(|1 − 3|, |3 − 0|)", "3 steps", "75%"],
    ]
    assert gap_places(example, view) == (
        "Northland: Dam closed / Dam half open. From a₁ = 0 to a₂ = 1, between which the coder was unsure; "
        "the middle is a = 0.5.",
        "Southland: Dam mostly open. From b₁ = 3 to b₂ = 3; the middle is b = 3.",
        "From end to end the scale has 4 steps.",
    )
    assert gap_result(example, view) == (
        "Northland – Southland, 2.5 of 4 steps (2–3): from Dam closed / Dam half open to Dam mostly open. "
        "The pair counts as apart: more than a quarter of the scale between them."
    )


@given(dossiers())
@FEW
def test_the_example_is_what_the_view_says(dossier: Dossier) -> None:
    """The steps of the two points, put into the printed formulas, give the printed results."""
    view = on_screen(tables_of(*dossier.statements))
    gaps = [gap for gap in view.gaps if gap.gap is not None]
    example = gap_example(view)

    assert (example is None) == (not gaps)
    if example is not None:
        ranged = [gap for gap in gaps if gap.least < gap.most] or gaps
        assert example.gap in gaps
        assert example.gap.share == max(gap.share or 0 for gap in ranged)
        filled = [value_of(text) for text in gap_lines(example)["With the numbers"]]
        assert filled == [example.gap.gap, example.gap.least, example.gap.most]


def value_of(text: str) -> float:
    """The value of a filled-in formula: "max(0, 2 − 1, 0 − 3)" is 1, "|0 − 3|" is 3."""
    inside = text.removeprefix("max(").removesuffix(")") if text.startswith("max(") else text
    values = []
    for part in inside.split(", "):
        first, _, second = part.strip("|").partition(" − ")
        value = float(first) - float(second or 0)
        values.append(abs(value) if part.startswith("|") else value)
    return max(values)


def test_the_example_goes_on_from_a_place() -> None:
    """Of gaps with an interval a narrower one at the named position comes before a wider one elsewhere."""
    view = shown(
        said("a", "north_head", (0, 1)),
        said("b", "south_head", 4),
        said("c", "north_head", (0, 1), issue="toll"),
        said("d", "south_head", 1, issue="toll"),
    )
    elsewhere, here = gap_example(view), gap_example(view, ("north", "toll"))

    assert elsewhere is not None
    assert here is not None
    assert (elsewhere.gap.issue, here.gap.issue) == ("dam", "toll")


def test_a_gap_without_an_interval_is_better_than_none() -> None:
    """Two single steps still show how a gap is counted; nothing at all shows nothing."""
    example = gap_example(shown(said("a", "north_head", 0), said("b", "south_head", 4)))

    assert example is not None
    assert (example.gap.least, example.gap.most) == (4, 4)
    assert gap_example(shown()) is None


def test_a_split_grouping_makes_no_example() -> None:
    """It has no point, so there is nothing to put into the formula."""
    assert (
        gap_example(shown(said("a", "north_head", 0), said("b", "east_head", 0), said("c", "west_head", 4)))
        is None
    )


def test_each_way_of_telling_a_grouping_has_one_sentence() -> None:
    """Agreed, split and by name are explained on cells of the view."""
    both = said("a", "east_head", 1), said("b", "west_head", 1)
    told = grouping_examples(shown(*both, said("c", "isle_head", 0, issue="toll")))

    assert len(told) == 2
    assert told[0].startswith("League on Dam, agreed, because all that spoke share a step: Dam half open")
    assert told[1].startswith("League on Toll, told by name, because fewer than half of its states spoke")
    (split,) = grouping_examples(shown(*both, said("c", "isle_head", 4)))
    assert split.startswith("League on Dam, split")
    assert grouping_examples(shown()) == ()
