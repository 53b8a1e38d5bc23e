"""Marks that would lie on each other are told as one, and their numbers stand apart."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from components.moves.clusters import APART, clusters
from components.report.html.arrows import drawn_mark
from components.report.html.moves import PlacedMark
from components.theme import MARKS, Mark
from tests.positions.factories import FEW

WIDTH = 500.0


def placed(column: str, x: float, y: float) -> PlacedMark:
    """A mark of a side, so many per cent along the axis."""
    return PlacedMark(drawn_mark(x, Mark("#35318C", "circle"), MARKS["own"]), y, column)


PLACES = st.lists(
    st.tuples(st.sampled_from("ab"), st.integers(0, 200).map(lambda x: x / 2), st.sampled_from((30.0, 60.0))),
    max_size=30,
)


@FEW
@given(places=PLACES)
def test_every_mark_is_in_one_cluster_and_those_of_one_side_stand_apart(
    places: list[tuple[str, float, float]],
) -> None:
    """No mark is lost or told twice; those of a side on a step do not touch; one alone has no number."""
    marks = [placed(*one) for one in places]
    found = clusters(marks, WIDTH)

    assert sorted(one for cluster in found for one in cluster.marks) == list(range(len(marks)))
    for cluster in found:
        ones = [marks[one] for one in cluster.marks]
        assert len({(one.column, one.y) for one in ones}) == 1
        assert cluster.first == ones[0].mark.x <= ones[-1].mark.x
        assert (cluster.lift is None) == (len(ones) == 1)
        assert all((b.mark.x - a.mark.x) / 100 * WIDTH < APART for a, b in pairwise(ones))
    for one, other in combinations(found, 2):
        first, last = marks[one.marks[-1]], marks[other.marks[0]]
        if (first.column, first.y) == (last.column, last.y):
            assert abs(last.mark.x - first.mark.x) / 100 * WIDTH >= APART


def test_three_marks_worked_by_hand() -> None:
    """On 500 pixels 1 per cent is 5: the first two are one, and the number of another side is moved away."""
    marks = [placed("a", x, 30) for x in (10, 11, 13)] + [placed("b", x, 34) for x in (10, 11)]
    found = clusters(marks, WIDTH)

    assert [one.marks for one in found] == [(0, 1), (2,), (3, 4)]
    assert [one.first for one in found] == [10, 13, 10]
    assert [one.lift for one in found] == [-7, None, 15]
