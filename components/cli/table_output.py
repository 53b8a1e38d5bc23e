"""Tables in a terminal, as wide as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.box import HORIZONTALS
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from components.cli.output import printable, terminal

if TYPE_CHECKING:
    import pandas as pd

# Letters of a line that stands well in a few lines of words, of a line that can be read where it does not,
# and of a word that is not broken.
_SHORT, _READABLE, _LONGEST = 30, 22, 40


def say_frame(frame: pd.DataFrame) -> None:
    """Print a frame: a table where each column gets room for words, else a block of lines for each row."""
    names = [str(name) for name in frame.columns]
    rows = [[str(text) for text in row] for row in frame.itertuples(index=False, name=None)]
    needed = [_needed(texts) for texts in zip(names, *rows, strict=True)]
    table = Table(box=HORIZONTALS, show_lines=True)
    for name, letters in zip(names, needed, strict=True):
        table.add_column(Text(name), overflow="fold", min_width=letters)
    for row in rows:
        table.add_row(*map(Text, row))
    room = terminal().width - 2 * len(names) - 2
    with printable():
        terminal().print(table if sum(needed) <= room else Group(*_blocks(names, rows)))


def _needed(texts: Sequence[str]) -> int:
    """Letters that a column needs: its longest word if its texts are short, else what can be read."""
    longest = max(cell_len(line) for text in texts for line in text.splitlines() or [""])
    word = max((cell_len(word) for text in texts for word in text.split()), default=0)
    return max(min(word, _LONGEST), _READABLE if longest > _SHORT else 0)


def _blocks(names: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[RenderableType]:
    """Each row as its first text, then a line for every further column that says something."""
    for first, *others in rows:
        block = Table.grid(padding=(0, 2), pad_edge=False)
        block.add_column(min_width=2)
        block.add_column(overflow="fold")
        block.add_column(overflow="fold")
        for name, text in zip(names[1:], others, strict=True):
            if text:
                block.add_row("", Text(name), Text(text))
        yield Group(Text(first, style="bold"), block, "")
