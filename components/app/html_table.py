"""A table of texts as one piece of HTML: the browser lays out hundreds of its cells at once."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from positions.text.direction import with_isolates_inside

if TYPE_CHECKING:
    import pandas as pd

_NUMBER = ' class="number"'


def html_table(table: pd.DataFrame, caption: str) -> str:
    """The rows in their order below a caption that is read out; the first column heads its row.

    Every sign of a text is shown as it is and runs as its first letter does; numbers stand at the right.
    """
    numbers = [_NUMBER if kind.kind in "iuf" else "" for kind in table.dtypes]
    heads = "".join(
        f'<th scope="col" dir="auto"{number}>{_text(name)}</th>'
        for name, number in zip(table.columns, numbers, strict=True)
    )
    rows = "".join(f"<tr>{''.join(_cells(row, numbers))}</tr>" for row in table.itertuples(index=False))
    return (
        f'<div class="words-table"><table><caption>{_text(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _cells(row: tuple[object, ...], numbers: list[str]) -> Iterator[str]:
    first, *others = row
    yield f'<th scope="row" dir="auto"{numbers[0]}>{_text(first)}</th>'
    for value, number in zip(others, numbers[1:], strict=True):
        yield f'<td dir="auto"{number}>{_text(value)}</td>'


def _text(value: object) -> str:
    """A value as text in HTML, names from right to left inside it as isolates."""
    return escape(with_isolates_inside(str(value)))
