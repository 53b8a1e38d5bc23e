"""Variants that differ in their window alone share a row that names each window."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from positions.text.robustness import VariantWords, rows_by_window
from positions.text.wording import joined
from tests.positions.factories import FEW

_SHARES = {"the dam": 1.0, "the toll": 0.5}
variants = st.builds(
    lambda coding, window, farthest: VariantWords(
        coding, "all statements", window, farthest, "2 of 4 steps", _SHARES[farthest]
    ),
    st.sampled_from(("coder a", "coder b")),
    st.sampled_from(("half", "double", "ten years")),
    st.sampled_from(tuple(_SHARES)),
)


@given(st.lists(variants, max_size=12, unique=True))
@FEW
def test_every_variant_is_in_one_row(rows: list[VariantWords]) -> None:
    """No two rows have the same coding and result, and each names all windows that lead to it in order."""
    found = rows_by_window(rows)
    keys = [(row.coding, row.farthest) for row in found]

    assert len(keys) == len(set(keys))
    for row in found:
        alike = [one.window for one in rows if (one.coding, one.farthest) == (row.coding, row.farthest)]
        assert row.window == joined(alike)
    assert {key for one in rows if (key := (one.coding, one.farthest))} == set(keys)
