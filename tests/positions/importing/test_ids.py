"""Ids are made of names alone, and no two names share one."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from positions.importing.ids import ids_of
from tests.positions.factories import MANY

NAMES = st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=8), unique=True, max_size=12)


@given(NAMES)
@MANY
def test_every_name_has_an_id_of_its_own_in_any_order(names: list[str]) -> None:
    """Ids are valid, unlike each other and unlike those taken, and the order of names plays no part."""
    found = ids_of(names, taken=("a", "name"))

    assert set(found) == set(names)
    assert len(set(found.values()) | {"a", "name"}) == len(names) + 2
    assert all(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*", one) and len(one) <= 80 for one in found.values())
    assert ids_of(reversed(names), taken=("a", "name")) == found


def test_ids_are_words_where_they_can_be() -> None:
    """Marks on letters fall away; a name in other letters gets digits that are made of it."""
    found = ids_of(["Żółć & Co.", "Партия", "Co", "co"], {"Co": "company"})

    assert found["Co"] == "company"
    assert found["co"] == "co"
    assert found["Żółć & Co."] == "zoc-co"
    assert re.fullmatch(r"name-[0-9a-f]{8}", found["Партия"])
