"""The heads of a table in, what each of its columns is out: known, kept as it is, or ignored."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from positions.model.errors import Finding, Notice, Repair
from positions.reading.located import Rows

_NEAR = 0.75
LOOKED_THROUGH = 10  # rows, of which one may hold the heads


@dataclass(frozen=True)
class Heads:
    """Of each column in order the name it is known by, or None; those `kept` by place; what is `lacking`."""

    names: tuple[str | None, ...]
    kept: dict[int, str]
    nameless: tuple[int, ...]
    lacking: frozenset[str]
    repairs: tuple[Repair, ...]
    notices: tuple[Notice, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Columns:
    """The columns that a table may have, in their order, and those of them that it may lack.

    Of `pairs` neither may be lacking where the other one is filled. One of `defaults` that is lacking has
    that text in every row.
    """

    known: tuple[str, ...]
    optional: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    defaults: Mapping[str, str] = field(default_factory=dict)

    def needed(self) -> Iterator[str]:
        """Those that a table must have."""
        return (name for name in self.known if name not in self.optional and name not in self.defaults)

    def named(self, head: str) -> str | None:
        """The column that a head means; capitals, blanks, hyphens and underlines do not matter."""
        key = _key(head)
        return next((name for name in self.known if _key(name) == key), None)


def heads_of(written: Sequence[str], columns: Columns, file: str, row: int) -> Heads:
    """What the columns under these heads are; a column named twice is a fault, whichever it is."""
    names = tuple(columns.named(head) for head in written)
    own = {
        place: head.strip()
        for place, (head, name) in enumerate(zip(written, names, strict=True))
        if name is None and head.strip()
    }
    lacking = frozenset(columns.known) - set(names)
    faults = _faults(names, own, columns, file, row)
    return Heads(
        names=names,
        kept=own,
        nameless=tuple(place for place, head in enumerate(written) if not head.strip()),
        lacking=lacking,
        repairs=(
            *_mended(written, names, file, row),
            *(_assumed(own, lacking, columns, file, row) if any(names) else ()),
        ),
        notices=tuple(_kept(own, lacking, file, row)),
        findings=tuple(faults) if any(names) else (_none(written, columns, file, row),),
    )


def head_place(rows: Rows, columns: Columns) -> int:
    """The place of the row with the heads: the first, or a later one that is full of them if it has none."""
    least = min(2, len(columns.known))
    for place, (_, cells) in enumerate(rows[:LOOKED_THROUGH]):
        filled = [cell for cell in cells if cell.strip()]
        named = [cell for cell in filled if columns.named(cell)]
        if len(named) >= least and (place == 0 or 2 * len(named) > len(filled)):
            return place
    return 0


def above_heads(rows: Rows, place: int, file: str) -> list[Repair]:
    """The repair of a table whose heads stand at that place, which tells what is left out above them."""
    if not place:
        return []
    words = next((cell for cell in rows[0][1] if cell.strip()), "")
    row = rows[place][0]
    above = f"what stands above is not read: {words!r}" if words else "what stands above is not read"
    told = f"the heads stand in this row; {above}"
    return [Repair(file, row, "", words, "left out above the heads", row=True, sentence=told)]


def _key(head: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKC", head).casefold() if sign.isalnum())


def _mended(written: Sequence[str], names: Sequence[str | None], file: str, row: int) -> Iterator[Repair]:
    """One repair for all heads that are written otherwise than their columns are named."""
    other = [(head, name) for head, name in zip(written, names, strict=True) if name and head != name]
    if other:
        yield heads_repair(other, file, row)


def _assumed(
    own: dict[int, str], lacking: frozenset[str], columns: Columns, file: str, row: int
) -> Iterator[Repair]:
    """One repair for each column that is not there and has a default, if no other head may be meant as it."""
    for name, text in columns.defaults.items():
        if name in lacking and not _like(name, own):
            told = f"there is no such column, so it is taken as {text!r} in every row"
            yield Repair(file, row, name, "", text, row=True, sentence=told)


def _like(name: str, own: dict[int, str]) -> str | None:
    """The head of a column that is not known which has a name in it, or is most like it; None for neither.

    Capitals do not matter.
    """
    heads = {head.casefold(): head for head in own.values()}
    holding = [one for one in heads if _words(name) <= _words(one)]
    return next((heads[one] for one in (*holding, *difflib.get_close_matches(name, heads, 1, _NEAR))), None)


def _words(head: str) -> set[str]:
    return {*re.split(r"[\W_]+", head)}


def heads_repair(other: Sequence[tuple[str, str]], file: str, row: int) -> Repair:
    """The repair of heads that are written otherwise, each with the column that it is."""
    found, columns = (", ".join(names) for names in zip(*other, strict=True))
    several = f"{found!r} are read as {columns!r}" if len(other) > 1 else ""
    return Repair(file, row, "heads", found, columns, row=True, sentence=several)


def _kept(own: dict[int, str], lacking: frozenset[str], file: str, row: int) -> Iterator[Notice]:
    for head in dict.fromkeys(own.values()):
        near = difflib.get_close_matches(head.casefold(), sorted(lacking), 1, _NEAR)
        meant = f"; if it is meant as {near[0]}, rename it" if near else ""
        yield Notice(
            file, row, "", f"the column {head!r} is not known here and is kept as it is{meant}", row=True
        )


def _none(written: Sequence[str], columns: Columns, file: str, row: int) -> Finding:
    """The finding for a row of which no cell is a head."""
    expected = f"a row of heads, with at least {', '.join(columns.needed())}"
    return Finding(file, row, "", ",".join(written) or None, expected, row=True)


def _faults(
    names: Sequence[str | None], own: dict[int, str], columns: Columns, file: str, row: int
) -> Iterator[Finding]:
    needed = {*columns.needed()}
    for name in columns.known:
        like = _like(name, own)
        if name not in names and (name in needed or (name in columns.defaults and like)):
            nearest = f"; nearest: {like!r}" if like else ""
            yield Finding(file, row, name, None, f"a column named {name}{nearest}", row=True)
    counts = Counter([*(name for name in names if name), *own.values()])
    for name, count in counts.items():
        if count > 1:
            yield Finding(file, row, name, f"{count} columns of that name", "a column named once", row=True)
