"""What moved, as sentences that can be pasted: who, from what to what, with day and speaker."""

from __future__ import annotations

import datetime as dt

from positions.text.movement_sentences import movement_sentences
from tests.positions.factories import AS_OF, days_before, parties_with, said, tables_of, view_at


def test_a_government_that_has_said_nothing_is_told_with_what_stood_before_it() -> None:
    """Words of a government that left office are not told as those of the one that followed it."""
    governments = [
        {"since": "2029-01-01", "name": "The old one"},
        {"since": days_before(5), "name": "The new one"},
    ]
    old = said("a", "north_head", 0, said_on=days_before(15))
    tables = tables_of(old, parties=parties_with("north", governments=governments))
    shown = view_at(tables, since=AS_OF - dt.timedelta(days=10))

    ((sentence,),) = movement_sentences(shown)

    assert sentence.words == (
        "On the dam, the government in office of Northland has said nothing on record; before it: "
        "‘Dam closed to all ships’ (North head, 15 Jun 2030, quoted directly)."
    )
    assert sentence.statements == ("a",)
