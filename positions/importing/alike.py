"""Rows of a long table that place one side on one issue twice, where nothing tells them apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from positions.importing.coding import Coding
from positions.importing.mapping import TableMapping
from positions.model.errors import Notice

# Whatever of these differs makes of two rows two statements.
_TELLING_APART = (
    "party", "member", "issue", "speaker", "office", "day", "source", "summary", "condition", "phrase",
    "start", "end", "comment",
)  # fmt: skip
_MOST_NAMED = 5  # rows


def alike_notices(codings: Sequence[Coding], mapping: TableMapping, file: str) -> Iterator[Notice]:
    """One notice for all sides and issues with several values that nothing tells apart, at the first of them.

    Rows of a wide table are looked at before they are cells.
    """
    if mapping.shape == "wide":
        return
    found: dict[tuple[str, ...], list[Coding]] = {}
    for one in codings:
        key = tuple(one.texts.get(role, "") for role in _TELLING_APART)
        found.setdefault(key, []).append(one)
    alike = [same for same in found.values() if len({one.texts.get("value") for one in same}) > 1]
    if alike:
        first = alike[0]
        rows = ", ".join(str(one.cell.row) for one in first[:_MOST_NAMED])
        more = f" and {len(first) - _MOST_NAMED:,} more" if len(first) > _MOST_NAMED else ""
        who = f"rows {rows}{more} are of {first[0].party} on {first[0].issue}"
        others = f"; so are those of {len(alike) - 1:,} more" if len(alike) > 1 else ""
        words = f"{who}, and nothing tells them apart: the cell contradicts itself{others}"
        yield Notice(file, first[1].cell.row, first[1].cell.heading, words, row=True)
