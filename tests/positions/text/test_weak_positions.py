"""What rests on old words or on low confidence is listed, each with the reason."""

from __future__ import annotations

from positions.text.weak_positions import doubtful_table, doubtful_words
from tests.positions.factories import coded_view, said, view

SHOWN = view(
    said("a", "north_head", 1, confidence="low"),
    said("b", "south_head", 2, said_on="2030-02-01"),
    said("c", "harbour_head", 3),
    parties=("north", "south", "harbour"),
)


def test_old_and_weak_positions_are_counted_apart() -> None:
    """The head of the list says how many of each kind there are, and among how many."""
    assert doubtful_words(SHOWN) == "1 old and 1 of low confidence among the 3 positions of this view"
    assert doubtful_words(view(said("c", "north_head", 3))) == ""


def test_a_position_on_which_coders_differ_is_listed() -> None:
    """It is neither old nor weak, and the reader sees why it stands there."""
    north = said("n", "north_head", 1)
    found = coded_view((north,), {"a": (said("n", "north_head", 2),)})

    assert (
        doubtful_words(found)
        == "1 on which coders differ (of 1 they coded) among the 1 position of this view"
    )
    assert [row.values[-1].text for row in doubtful_table(found).rows] == ["Coders differ"]


def test_each_doubtful_position_stands_with_its_day_and_reason() -> None:
    """Firm and recent positions are not listed; the oldest words stand on top."""
    table = doubtful_table(SHOWN)

    assert [(row.id, *(value.text for value in row.values)) for row in table.rows] == [
        ("north.dam", "Northland on Dam", "Dam half open", "10 May 2030", "Low confidence"),
        ("south.dam", "Southland on Dam", "Dam shared", "1 Feb 2030", "Old words"),
    ]
    assert table.first.id == "south.dam"
