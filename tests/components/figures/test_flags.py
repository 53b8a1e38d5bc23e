"""Names as flags: each at its mark, none on another, and no line through a name."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from components.figures.flags import MOST, flags_over
from components.figures.mark_groups import Alike, by_place
from components.figures.name_blocks import Ground
from components.figures.scale import OWN, Spot
from tests.positions.factories import FEW

SIZE, WIDTH, LAST = 13.0, 346.0, 4
NAMES = ("Russia", "United States (1 to 3?)", "9 members (Europe)", "Ukraine", "Coalition of the Willing")


def ground(width: float = WIDTH) -> Ground:
    """A scale of five steps with a ninth of its length free at both ends."""
    step = width / (LAST * 1.22)
    return Ground(0, width, SIZE, lambda place: step * (place + 0.11 * LAST))


def spot(name: str, point: float) -> Alike:
    """One mark at a step."""
    return Alike((Spot(name, name, point, point, False, OWN, False, False, "001-001"),))


MARKS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.integers(0, 2 * LAST).map(lambda half: half / 2)),
    min_size=1,
    max_size=MOST,
)


@FEW
@given(marks=MARKS, width=st.sampled_from((300.0, WIDTH, 520.0)), short=st.booleans())
def test_every_mark_has_its_name_and_no_line_runs_through_one(
    marks: list[tuple[str, float]], width: float, short: bool
) -> None:
    """Names stand in the room, over or beside nothing else; lines pass beside all names but their own."""
    flags = flags_over(by_place([spot(*one) for one in marks]), ground(width), short=short)

    assert sorted(one.drawn.label for one in flags) == sorted(name for name, _ in marks)
    for one in flags:
        assert one.left >= -0.01
        assert one.right <= width + 0.01
        assert one.left <= one.x <= one.right
        for other in flags:
            if other is not one and other.base:
                assert not (one.left < other.x < one.right and one.base < other.base), (one, other)
    for one, other in combinations(flags, 2):
        assert not (one.covers(other, 0) and one.base < other.top and other.base < one.top), (one, other)
        assert abs(one.x - other.x) >= SIZE


def test_three_marks_of_one_step_worked_by_hand() -> None:
    """The last of three stands lowest with its name to the right, each before it a line higher."""
    three = [spot(name, 2) for name in ("Europe", "Ukraine", "United States")]
    flags = flags_over(by_place([spot("Russia", 0), *three]), ground(), short=True)

    assert [one.drawn.label for one in flags] == ["Russia", "Europe", "Ukraine", "United States"]
    assert [round(one.base / (1.3 * SIZE)) for one in flags] == [0, 2, 1, 0]
    assert [one.anchor for one in flags] == ["middle", "start", "start", "start"]
    assert [one.pin for one in flags][1:] == [flags[1].pin] * 3


def test_more_marks_than_fit_beside_each_other_have_no_flags() -> None:
    """Whoever draws them has to set the names otherwise."""
    many = by_place([spot(name, 2) for name in NAMES * 3])

    assert flags_over(many, ground(), short=False) == ()
    assert flags_over([], ground(), short=False) == ()
