"""Choices: the values there are in words, and the nearest of them."""

from __future__ import annotations

import pytest

from positions.model.choices import nearest, one_of

MANY = [f"source-{number:03d}" for number in range(551)]


def test_few_values_are_all_named() -> None:
    """Up to twelve are told in alphabetical order."""
    assert one_of(["b", "a"], "c") == "one of a, b"
    assert one_of([]) == "anything known here; there is none"


def test_of_many_values_the_three_nearest_are_named() -> None:
    """Nobody reads a list of five hundred ids."""
    words = one_of(MANY, "source-77")

    assert "source-077" in words
    assert words.endswith(" and 548 more")
    assert words.count(",") == 2


@pytest.mark.parametrize(
    ("found", "value"),
    [
        ("netrality", "neutrality"),
        ("Neutral", "neutrality"),
        ("crimean", "crimea"),
        ("fish", None),
        ("", None),
    ],
)
def test_the_nearest_value_is_near(found: str, value: str | None) -> None:
    """A slip is offered its word, another word nothing."""
    assert nearest(found, ["ceasefire", "crimea", "donbas", "neutrality"]) == value


def test_of_two_equally_near_the_first_is_offered() -> None:
    """The offer does not depend on the order of the file."""
    assert nearest("ab", ["ac", "aa"]) == nearest("ab", ["aa", "ac"])
