"""A dossier in one file: what is read out of a zip, and which zips are not opened."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.model.dossier import Dossier
from positions.model.errors import DossierError, Finding
from positions.reading import bundle
from positions.reading.bundle import bundle_files
from positions.reading.dossier import DESCRIPTION, STATEMENTS, read_files
from tests.conftest import SMALL
from tests.fuzz import cases
from tests.positions.faults import findings_of
from tests.positions.reading.test_spreadsheet import workbook

NAME = "case.zip"
Entry = tuple[str | zipfile.ZipInfo, bytes]


def zipped(*entries: Entry) -> bytes:
    """A zip with these files in it."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return written.getvalue()


def folder(before: str = "") -> list[Entry]:
    """The small dossier with its texts and codings, in a folder of the zip."""
    paths = sorted(path for path in SMALL.rglob("*") if path.is_file())
    return [(before + path.relative_to(SMALL).as_posix(), path.read_bytes()) for path in paths]


def link(name: str) -> zipfile.ZipInfo:
    """What a zip holds of a symbolic link."""
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


def with_a_password() -> bytes:
    """A zip whose files say that they are locked."""
    raw = bytearray(zipped(*folder()))
    place = raw.index(b"PK\x01\x02")
    raw[place + 8] |= 1
    return bytes(raw)


@pytest.mark.parametrize("before", ["", "case/", "home/cases/case/", "case\\"])
def test_a_zipped_folder_is_the_dossier(before: str, small: Dossier) -> None:
    """It does not matter whether the folder or what is in it was zipped, or on which system."""
    files = bundle_files(
        zipped(*folder(before), ("__MACOSX/._dossier.yaml", b"x"), (f"{before}.DS_Store", b"x")), NAME
    )

    assert read_files(files).dossier == small
    assert {"texts/gazette.txt", "codings/a.csv"} <= set(files)
    assert files["texts/gazette.txt"]() == (SMALL / "texts" / "gazette.txt").read_bytes()


def test_faults_in_a_zip_are_told_by_the_names_of_its_files() -> None:
    """What is wrong is wrong in a file of the dossier, wherever that came from."""
    entries = [(name, content) for name, content in folder("case/") if name != f"case/{STATEMENTS}"]

    assert findings_of(lambda: read_files(bundle_files(zipped(*entries), NAME))) == [
        Finding(STATEMENTS, None, "", None, "a file beside the others of its dossier")
    ]


@pytest.mark.parametrize(
    ("raw", "found", "expected"),
    [
        (b"id,name\n", "this content", "a zip of a folder with a dossier"),
        (b"", "this content", "a zip of a folder with a dossier"),
        (workbook([["id"]]), "this content", "a zip of a folder with a dossier"),
        (b"PK\x03\x04 and no more", "a damaged zip", "one that can be unpacked; zip the folder again"),
        (
            zipped(("case/readme.txt", b"x")),
            None,
            "a zip of a folder with a dossier; there is no dossier.yaml in it",
        ),
        (
            zipped(*folder("one/"), *folder("two/")),
            "dossier.yaml in one and in two",
            "a zip of one dossier",
        ),
        (zipped(("../dossier.yaml", b"x")), "../dossier.yaml", "a path inside the zip"),
        (zipped(("a\\..\\..\\dossier.yaml", b"x")), "a\\..\\..\\dossier.yaml", "a path inside the zip"),
        (zipped(("/etc/dossier.yaml", b"x")), "/etc/dossier.yaml", "a path inside the zip"),
        (zipped(("C:\\dossier.yaml", b"x")), "C:\\dossier.yaml", "a path inside the zip"),
        (
            zipped(*folder(), (link("texts/secret.txt"), b"/etc/passwd")),
            "a link named texts/secret.txt",
            "a file; zip the folder with the files themselves",
        ),
        (with_a_password(), "a zip with a password", "a zip without one"),
        (
            zipped(*folder(), ("more.zip", zipped(*folder()))),
            "a zip in the zip, more.zip",
            "a zip of a folder with a dossier",
        ),
    ],
)
def test_what_holds_no_dossier_or_must_not_be_opened_is_told_in_one_sentence(
    raw: bytes, found: str | None, expected: str
) -> None:
    """No path leads out of the zip, and nothing in it is opened unseen."""
    assert findings_of(lambda: bundle_files(raw, NAME)) == [Finding(NAME, None, "", found, expected)]


def test_two_files_of_one_name_are_told() -> None:
    """Of two that a zip calls the same neither is believed."""
    with pytest.warns(UserWarning, match="Duplicate name"):
        raw = zipped(*folder(), (DESCRIPTION, b"x"))

    assert [finding.found for finding in findings_of(lambda: bundle_files(raw, NAME))] == [
        "two files named dossier.yaml"
    ]


@pytest.mark.parametrize(
    ("limit", "value", "found"),
    [("MOST_FILES", 3, " files"), ("MOST_UNPACKED_MB", 0, " MB when unpacked")],
)
def test_a_zip_that_swells_is_refused_before_it_is_unpacked(
    limit: str, value: int, found: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bomb is one finding."""
    monkeypatch.setattr(bundle, limit, value)

    (finding,) = findings_of(lambda: bundle_files(zipped(*folder()), NAME))

    assert str(finding.found).endswith(found)


def test_a_file_that_is_larger_than_its_kind_may_be_is_told_without_unpacking_it() -> None:
    """The limits of files in a folder are those of files in a zip."""
    entries = [(name, b" " * 21_000_000 if name == "sources.json" else content) for name, content in folder()]

    assert findings_of(lambda: read_files(bundle_files(zipped(*entries), NAME))) == [
        Finding("sources.json", None, "", "21.0 MB", "a file of at most 20 MB")
    ]


@cases(60, 5_000)
@given(place=st.floats(0, 1), length=st.integers(0, 200), raw=st.binary(max_size=8))
def test_a_damaged_zip_is_a_dossier_or_findings(place: float, length: int, raw: bytes) -> None:
    """However a zip was damaged on its way, nobody sees a traceback."""
    whole = zipped(*folder("case/"))
    start = int(place * len(whole))

    assert outcome(lambda: read_files(bundle_files(whole[:start] + raw + whole[start + length :], NAME)))


def outcome(read: Callable[[], object]) -> str:
    """What reading says, when it says only what it may; anything else is raised."""
    try:
        return type(read()).__name__
    except DossierError as error:
        return str(error)
