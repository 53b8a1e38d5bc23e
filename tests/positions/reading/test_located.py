"""Files to text: encodings, marks and what is no text at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from positions.model.errors import Finding
from positions.reading.located import LARGEST, Located, decoded
from tests.positions.faults import findings_of

UTF_8 = "UTF-8; save the file as UTF-8"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A place for a file that does not exist yet."""
    return tmp_path / "statements.csv"


def faults_of(file: Path, content: bytes) -> list[Finding]:
    """The findings when the file has that content."""
    file.write_bytes(content)
    return findings_of(lambda: decoded(file))


def test_text_comes_back_as_it_was_written(file: Path) -> None:
    """Letters of every script and line ends of every system are kept."""
    file.write_bytes("Çavuş, 北, ’x’\r\nline\n".encode())

    assert decoded(file) == "Çavuş, 北, ’x’\r\nline\n"


def test_a_byte_order_mark_is_passed_over(file: Path) -> None:
    """What spreadsheet programs put before UTF-8 is not part of the first column's name."""
    file.write_bytes("\ufeffid,name\n".encode())

    assert decoded(file) == "id,name\n"


def test_a_missing_file_is_told(file: Path) -> None:
    """The reader learns which of the three files is not there."""
    assert findings_of(lambda: decoded(file)) == [
        Finding("statements.csv", None, "", None, "a file beside the others of its dossier")
    ]


def test_a_folder_in_the_place_of_a_file_is_told(file: Path) -> None:
    """A folder of the file's name is not the file."""
    file.mkdir()

    assert findings_of(lambda: decoded(file)) == [
        Finding("statements.csv", None, "", None, "a file beside the others of its dossier")
    ]


@pytest.mark.parametrize("content", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"])
def test_an_empty_file_is_told(file: Path, content: bytes) -> None:
    """Nothing, white space and a byte-order mark alone are all empty."""
    assert faults_of(file, content) == [
        Finding("statements.csv", 1, "", None, "a file with text in it; it is empty")
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_recognised_by_its_mark(file: Path, encoding: str) -> None:
    """What a spreadsheet calls "Unicode text" is named, and what to do about it."""
    mark = "" if encoding == "utf-16" else "\ufeff"

    assert faults_of(file, f"{mark}id,name\na,b\n".encode(encoding)) == [
        Finding("statements.csv", 1, "", "UTF-16", UTF_8)
    ]


def test_utf_16_without_a_mark_is_seen_by_its_nul_characters(file: Path) -> None:
    """Text with a NUL behind every letter is not taken for column names."""
    assert faults_of(file, "id,name\n".encode("utf-16-le")) == [
        Finding("statements.csv", 1, "", "a NUL character", UTF_8)
    ]


def test_a_byte_of_latin_1_is_named_with_its_line(file: Path) -> None:
    """The reader is sent to the line with the letter that was saved in another encoding."""
    assert faults_of(file, b"id,name\na,Bay\nb,Caf\xe9\n") == [
        Finding("statements.csv", 3, "", "byte 0xe9", UTF_8)
    ]


def test_a_file_that_is_too_large_is_told_with_both_sizes(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits for a file that is no dossier; whoever sent it learns what is allowed."""
    monkeypatch.setitem(LARGEST, ".csv", 1)

    assert faults_of(file, b"x" * 1_000_001 + b"y" * 500_000) == [
        Finding("statements.csv", None, "", "1.5 MB", "a file of at most 1 MB")
    ]
    file.write_bytes(b"x" * 1_000_000)
    assert len(decoded(file)) == 1_000_000


def test_a_file_name_that_the_system_refuses_is_told(tmp_path: Path) -> None:
    """What the system says of a file is a finding, not a crash."""
    findings = findings_of(lambda: decoded(tmp_path / f"{'x' * 300}.csv"))

    assert len(findings) == 1
    assert str(findings[0]).endswith(("a file that may be read", "a file beside the others of its dossier"))


def test_a_place_without_a_line_has_that_of_the_place_around_it() -> None:
    """A field that is missing is told on the line of the record that lacks it."""
    located = Located("dossier.yaml", {}, {(): 1, ("parties", 2): 14})

    assert located.line(("parties", 2, "members", 0, "name")) == 14
    assert located.line(("issues",)) == 1
    assert Located("dossier.yaml", {}).line(("issues",)) is None


def test_a_file_that_may_not_be_read_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader learns what the system says of a file that is there and stays closed."""

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", path)

    file.write_bytes(b"id")
    monkeypatch.setattr(Path, "read_bytes", refuse)

    assert findings_of(lambda: decoded(file)) == [
        Finding("statements.csv", None, "", "Permission denied", "a file that may be read")
    ]
