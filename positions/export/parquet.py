"""All statements of a dossier as Parquet, as they stand in its folder: none left out, nothing marked."""

from __future__ import annotations

import io
from collections.abc import Iterator

from positions.model.dossier import Dossier
from positions.model.statements import STATEMENT_COLUMNS
from positions.rows import plain
from positions.text.handling import handling_words
from positions.view import View

_WHOLE = ("start", "end", "step_low", "step_high")  # all other columns are texts, days as they are written


def statements_parquet(view: View) -> bytes:
    """The statements of the view's dossier, whole, whatever is selected."""
    return to_parquet(view.tables.dossier)


def to_parquet(dossier: Dossier) -> bytes:
    """The statements in the order of the dossier, in the columns of statements.csv, then those that are kept.

    A folder with it as `statements.parquet` in the place of `statements.csv` is the same dossier. Unknown is
    null; ids of a list are separated by semicolons. Each page has a checksum; the footer says of which
    dossier the table is, under which licence, and how it may be handled.
    """
    from pyarrow.parquet import write_table  # noqa: PLC0415 - only who wants the format waits for it

    from positions.arrow import pa  # noqa: PLC0415

    columns = {
        name: pa.array(cells, pa.int64() if name in _WHOLE else pa.string())
        for name, cells in _columns(dossier)
    }
    written = io.BytesIO()
    table = pa.table(columns, metadata=_properties(dossier))
    write_table(table, written, compression="zstd", write_page_checksum=True)
    return written.getvalue()


def _columns(dossier: Dossier) -> Iterator[tuple[str, list[object]]]:
    for name in STATEMENT_COLUMNS:
        yield name, [plain(getattr(one, name)) for one in dossier.statements]
    for column in dossier.kept:
        yield column.name, [column.cells.get(one.id) for one in dossier.statements]


def _properties(dossier: Dossier) -> dict[str, str]:
    return {
        "dossier": dossier.id,
        "title": dossier.title,
        "licence": dossier.licence,
        "handling": handling_words(dossier),
        "data version": dossier.data_version,
    }
