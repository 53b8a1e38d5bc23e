"""What a table says that can be read and may not be meant: no value, shares of one, rows that are alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from positions.importing.coding import Coding
from positions.importing.mapping import TableMapping, values_of
from positions.importing.placing import EMPTY
from positions.model.errors import Notice

_MOST_NAMED = 5  # names or rows
_LONG_SCALE = 10  # units, of which a whole table hardly uses the first alone
# Whatever of these differs makes of two rows two statements.
_TELLING_APART = (
    "party", "member", "issue", "speaker", "office", "day", "source", "summary", "condition", "phrase",
    "start", "end", "comment",
)  # fmt: skip


def doubtful_notices(codings: Sequence[Coding], mapping: TableMapping, file: str) -> Iterator[Notice]:
    """The notices of all cells of a table, those that are empty among them."""
    yield from _without_values(codings, file)
    yield from _shares(codings, mapping, file)


def _without_values(codings: Sequence[Coding], file: str) -> Iterator[Notice]:
    """One notice for the parties, and one for the issues, of which every cell is empty."""
    for kind, several in (("party", "parties"), ("issue", "issues")):
        filled: dict[str, bool] = defaultdict(bool)
        first: dict[str, Coding] = {}
        for one in codings:
            name = one.texts[kind]
            first.setdefault(name, one)
            filled[name] |= one.placing is None or one.placing.blank != EMPTY
        empty = [name for name, has_value in filled.items() if not has_value]
        if empty:
            named = ", ".join(map(repr, empty[:_MOST_NAMED]))
            more = f" and {len(empty) - _MOST_NAMED:,} more" if len(empty) > _MOST_NAMED else ""
            what = f"one of the {several}"
            words = f"no cell of {named}{more} has a value; each stands as {what}, of which nothing is stated"
            yield Notice(file, first[empty[0]].cell.row, kind, words, row=True)


def _shares(codings: Sequence[Coding], mapping: TableMapping, file: str) -> Iterator[Notice]:
    """A notice for each long scale from 0 on whose numbers are all from 0 to 1, and one lies between."""
    scales: dict[tuple[Decimal, Decimal], list[tuple[Decimal, Coding]]] = defaultdict(list)
    for one in codings:
        values = values_of(mapping, one.issue)
        if (
            one.placing
            and one.placing.number is not None
            and one.given is not None
            and values
            and values.ends
        ):
            scales[values.ends.low, values.ends.high].append((one.given, one))
    for (low, high), found in scales.items():
        numbers = [given for given, _ in found]
        are_shares = all(0 <= one <= 1 for one in numbers) and any(0 < one < 1 for one in numbers)
        if are_shares and low == 0 and high >= _LONG_SCALE:
            used = f"all values are from {min(numbers)} to {max(numbers)} on a scale from {low} to {high}"
            words = f"{used}; a spreadsheet keeps 70% as 0.7: if shares are meant, write the ends 0 and 1"
            cell = found[0][1].cell
            yield Notice(file, cell.row, cell.heading, words, row=True)


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
        words = f"{who}, and nothing tells them apart, so the position holds each of their values{others}"
        yield Notice(file, first[1].cell.row, first[1].cell.heading, words, row=True)
