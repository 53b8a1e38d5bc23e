"""Files of a dossier that are spoilt in any way: they load whole, with findings, or not at all."""

from __future__ import annotations

import csv
import io
import shutil
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.address import selection_at
from positions.export.parquet import to_parquet
from positions.model.dossier import Dossier
from positions.model.errors import DossierError
from positions.reading.codings import load_codings
from positions.reading.dossier import DESCRIPTION, SOURCES, STATEMENTS, load_dossier
from positions.reading.spreadsheet import OLD, ZIP
from positions.tables import Tables
from positions.text.tables import gap_table, matrix_table
from positions.view import view_of
from tests.conftest import SMALL, Changed
from tests.fuzz import PIECES, cases
from tests.positions.reading.test_spreadsheet import workbook

FILES = (DESCRIPTION, SOURCES, STATEMENTS, "codings/a.csv")
CONTENT = {name: (SMALL / name).read_bytes() for name in FILES}
PLACES = st.floats(0, 1)
WORKBOOK = workbook([list(row) for row in csv.reader(CONTENT[STATEMENTS].decode().splitlines())])
PARQUET = to_parquet(load_dossier(SMALL))
FOOTER = int.from_bytes(PARQUET[-8:-4], "little")
PARTS = ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "[Content_Types].xml")
STARTS = (b"", ZIP, WORKBOOK[:400], OLD, b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"sep=;\n", b"\0")
EDITS = st.lists(
    st.tuples(PLACES, st.integers(0, 40), st.sampled_from(PIECES) | st.text(max_size=4)),
    min_size=1,
    max_size=4,
)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small dossier whose files are written anew for every case."""
    return Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("workshop") / "small"))


def spoil(workshop: Path, name: str, content: bytes) -> None:
    """Lay out the small dossier with other content in one of its files."""
    for file, original in CONTENT.items():
        (workshop / file).write_bytes(content if file == name else original)


def outcome(folder: Path) -> str:
    """What loading says, when it says only what it may; anything else is raised."""
    try:
        dossier = load_dossier(folder)
        load_codings(dossier, folder)
    except DossierError as error:
        return str(error)
    return dossier.data_version


def edited(name: str, edits: list[tuple[float, int, str]]) -> bytes:
    """The file with pieces of text in the place of some of its own."""
    return _edited(CONTENT[name].decode(), edits)


def _edited(text: str, edits: list[tuple[float, int, str]]) -> bytes:
    for place, length, piece in edits:
        start = int(place * len(text))
        text = text[:start] + piece + text[start + length :]
    return text.encode("utf-8", "surrogatepass")


@cases(60, 18_000)
@given(name=st.sampled_from(FILES), edits=EDITS)
def test_changed_characters_load_whole_or_not_at_all(
    name: str, edits: list[tuple[float, int, str]], workshop: Path
) -> None:
    """However a file is spoilt in an editor, the answer is a dossier or a list of findings."""
    spoil(workshop, name, edited(name, edits))

    assert outcome(workshop).encode("utf-8")


@cases(40, 12_000)
@given(name=st.sampled_from(FILES), place=PLACES, length=st.integers(0, 2000), raw=st.binary(max_size=8))
def test_changed_bytes_load_whole_or_not_at_all(
    name: str, place: float, length: int, raw: bytes, workshop: Path
) -> None:
    """However a file is damaged on its way, the answer is a dossier or a list of findings."""
    content = CONTENT[name]
    start = int(place * len(content))
    spoil(workshop, name, content[:start] + raw + content[start + length :])

    assert outcome(workshop).encode("utf-8")


@cases(40, 12_000)
@given(
    name=st.sampled_from(FILES),
    start=st.sampled_from(STARTS),
    raw=st.binary(max_size=200),
    again=st.booleans(),
)
def test_any_bytes_load_whole_or_not_at_all(
    name: str, start: bytes, raw: bytes, again: bool, workshop: Path
) -> None:
    """Whatever stands in the place of a file, of whatever kind it says that it is."""
    spoil(workshop, name, start + raw + (CONTENT[name] if again else b""))

    assert outcome(workshop).encode("utf-8")


@cases(25, 8_000)
@given(name=st.sampled_from((STATEMENTS, "codings/a.csv")), place=PLACES, raw=st.binary(max_size=20))
def test_a_damaged_workbook_loads_whole_or_not_at_all(
    name: str, place: float, raw: bytes, workshop: Path
) -> None:
    """A workbook that was damaged on its way is a dossier or a list of findings."""
    start = int(place * len(WORKBOOK))
    spoil(workshop, name, WORKBOOK[:start] + raw + WORKBOOK[start + len(raw) :])

    assert outcome(workshop).encode("utf-8")


@cases(40, 8_000)
@given(
    places=st.lists(PLACES, min_size=1, max_size=3),
    raw=st.binary(min_size=1, max_size=4),
    footer=st.booleans(),
)
def test_damaged_parquet_loads_whole_or_not_at_all(
    places: list[float], raw: bytes, footer: bool, workshop: Path
) -> None:
    """Parquet that was damaged, in its texts or in what says where they stand, is a dossier or findings."""
    spoilt, first = bytearray(PARQUET), len(PARQUET) - 8 - FOOTER if footer else 4
    for place in places:
        start = first + int(place * (len(PARQUET) - 8 - len(raw) - first))
        spoilt[start : start + len(raw)] = raw
    spoil(workshop, STATEMENTS, bytes(spoilt))

    assert outcome(workshop).encode("utf-8")


@cases(25, 8_000)
@given(part=st.sampled_from(PARTS), edits=EDITS)
def test_a_workbook_of_odd_parts_loads_whole_or_not_at_all(
    part: str, edits: list[tuple[float, int, str]], workshop: Path
) -> None:
    """A workbook that another program wrote oddly is a dossier or a list of findings."""
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, _edited(content.decode(), edits) if name == part else content)
    spoil(workshop, STATEMENTS, written.getvalue())

    assert outcome(workshop).encode("utf-8")


@cases(30, 5_000)
@given(name=st.sampled_from(FILES), place=PLACES)
def test_a_file_that_ends_too_early_loads_whole_or_not_at_all(
    name: str, place: float, workshop: Path
) -> None:
    """A file that is still being saved is a dossier or a list of findings."""
    spoil(workshop, name, CONTENT[name][: int(place * len(CONTENT[name]))])

    assert outcome(workshop).encode("utf-8")


def shown(folder: Path, dossier: Dossier) -> bool:
    """Whether the finding and both tables of the dossier can be made."""
    view = view_of(Tables(dossier, folder), selection_at({}, dossier)[0])
    rows = len(matrix_table(view)), len(gap_table(view))
    return bool(view.finding) and rows[0] == len(view.issues)


def test_the_widest_numbers_and_days_can_be_shown(changed: Changed) -> None:
    """At the very ends of what a file may say every day that is counted from it exists."""
    folder = changed(
        dossier=[
            ("first: 2031-03-01, last: 2031-06-30", "first: 1000-01-01, last: 2999-12-31"),
            ("window: 20", "window: 36500"),
            ("stale_after: 60", "stale_after: 36500"),
        ],
        statements=[("2031-05-09", "1000-01-01")],
    )

    assert shown(folder, load_dossier(folder))


@cases(15, 2_500)
@given(name=st.sampled_from(FILES[:3]), edits=EDITS)
def test_what_loads_can_be_shown(name: str, edits: list[tuple[float, int, str]], workshop: Path) -> None:
    """A file that no check refuses ends neither the app nor a report later on."""
    spoil(workshop, name, edited(name, edits))
    try:
        dossier = load_dossier(workshop)
    except DossierError:
        return

    assert shown(workshop, dossier)
