"""The files of a new case: a small invented example under the id that was chosen, comments included."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from positions.reading.dossier import DESCRIPTION, read_files
from positions.reading.files import Files
from positions.workbook.writing import workbook_of

EXAMPLE = Path(__file__).parent / "example"
_ID = "id: example-case\n"
_FIRST_LINES = (
    "A new case. Every row is an invented example: replace it by your own, or write yours below it. As soon "
    "as there are rows of your own, those of the example that nobody changed are left out.",
    "Write your own title, question, period and ends on the sheet About, and delete the notice there.",
)


def new_case(case: str) -> Files:
    """The files of a folder that validates: description with comments, sources, statements, one text.

    `case` is the id of the dossier and must be one; the reader of the files checks it.
    """
    paths = sorted(path for path in EXAMPLE.rglob("*.*") if path.is_file())
    files = {path.relative_to(EXAMPLE).as_posix(): path.read_bytes() for path in paths}
    described = files[DESCRIPTION].decode()
    files[DESCRIPTION] = described.replace(_ID, f"id: {case}\n").encode()
    return {name: partial(bytes, content) for name, content in files.items()}


def new_workbook(case: str) -> bytes:
    """The same as a workbook to be filled in, which has no texts. Raises DossierError for a faulty id."""
    return workbook_of(read_files(new_case(case)).dossier, first_lines=_FIRST_LINES)
