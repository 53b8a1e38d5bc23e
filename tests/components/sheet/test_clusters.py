"""Marks that would lie on each other are told as one, and their numbers stand apart."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from components.figures.scene import Marker
from components.sheet.clusters import APART, clusters
from tests.positions.factories import FEW


def placed(column: str, x: float, y: float) -> Marker:
    """A mark of a side, so many pixels along the axis."""
    return Marker("own", x, y, 10.0, column)


PLACES = st.lists(
    st.tuples(
        st.sampled_from("ab"), st.integers(0, 200).map(lambda x: x * 2.5), st.sampled_from((30.0, 60.0))
    ),
    max_size=30,
)


@FEW
@given(places=PLACES)
def test_every_mark_is_in_one_cluster_and_those_of_one_side_stand_apart(
    places: list[tuple[str, float, float]],
) -> None:
    """No mark is lost or told twice; those of a side on a step do not touch; one alone has no number."""
    marks = [placed(*one) for one in places]
    found = clusters(marks)

    assert sorted(one for cluster in found for one in cluster.marks) == list(range(len(marks)))
    for cluster in found:
        ones = [marks[one] for one in cluster.marks]
        assert len({(one.column, one.y) for one in ones}) == 1
        assert ones[0].x <= ones[-1].x
        assert (cluster.lift is None) == (len(ones) == 1)
        assert all(b.x - a.x < APART for a, b in pairwise(ones))
    for one, other in combinations(found, 2):
        first, last = marks[one.marks[-1]], marks[other.marks[0]]
        if (first.column, first.y) == (last.column, last.y):
            assert abs(last.x - first.x) >= APART


def test_three_marks_worked_by_hand() -> None:
    """The first two are 5 pixels apart and one, the number of another side is moved away."""
    marks = [placed("a", x, 30) for x in (50, 55, 65)] + [placed("b", x, 34) for x in (50, 55)]
    found = clusters(marks)

    assert [one.marks for one in found] == [(0, 1), (2,), (3, 4)]
    assert [one.lift for one in found] == [-7, None, 15]
