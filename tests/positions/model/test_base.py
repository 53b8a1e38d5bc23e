"""What a field means stands below it once, and is read from there."""

from __future__ import annotations

from positions.model.base import Record, field_meanings
from positions.model.statements import Statement


class Place(Record):
    """A made-up record."""

    name: str
    """Its name,
    as printed."""
    rank: int = 0


class Town(Place):
    """One that has a field more than the one it is made of, and another text for the other."""

    rank: int = 1
    """How large it is."""
    mayor: str = ""


def test_the_text_below_a_field_is_its_meaning() -> None:
    """Texts of the parent count unless the field is declared anew; a field without one has none."""
    assert field_meanings(Place) == {"name": "Its name,\nas printed."}
    assert field_meanings(Town) == {"name": "Its name,\nas printed.", "rank": "How large it is."}


def test_a_schema_says_what_each_field_means() -> None:
    """The published schema has the very texts, by the names that stand in files."""
    properties = Statement.model_json_schema(by_alias=True)["properties"]
    described = {name: one["description"] for name, one in properties.items() if "description" in one}

    assert described == field_meanings(Statement)
    assert "step_low" in described
