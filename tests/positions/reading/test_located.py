"""Files to bytes, and the lines of what stands in them."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from positions.model.errors import Finding
from positions.reading.located import LARGEST, Located, raw_bytes
from tests.positions.faults import findings_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A place for a file that does not exist yet."""
    return tmp_path / "statements.csv"


def faults_of(file: Path, content: bytes) -> list[Finding]:
    """The findings when the file has that content."""
    file.write_bytes(content)
    return findings_of(lambda: raw_bytes(file))


def test_a_missing_file_is_told(file: Path) -> None:
    """The reader learns which of the three files is not there."""
    assert findings_of(lambda: raw_bytes(file)) == [
        Finding("statements.csv", None, "", None, "a file beside the others of its dossier")
    ]


def test_a_folder_in_the_place_of_a_file_is_told(file: Path) -> None:
    """A folder of the file's name is not the file."""
    file.mkdir()

    assert findings_of(lambda: raw_bytes(file)) == [
        Finding("statements.csv", None, "", None, "a file beside the others of its dossier")
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
    assert len(raw_bytes(file)) == 1_000_000


def test_a_file_name_that_the_system_refuses_is_told(tmp_path: Path) -> None:
    """What the system says of a file is a finding, not a crash."""
    findings = findings_of(lambda: raw_bytes(tmp_path / f"{'x' * 300}.csv"))

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

    def refuse(path: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied", path)

    file.write_bytes(b"id")
    monkeypatch.setattr(Path, "open", refuse)

    assert findings_of(lambda: raw_bytes(file)) == [
        Finding("statements.csv", None, "", "Permission denied", "a file that may be read")
    ]


def test_no_more_memory_is_reserved_than_a_file_needs(file: Path) -> None:
    """A table may hold a million rows; to read a short one takes the room of a short one."""
    file.write_bytes(b"id\n")
    tracemalloc.start()
    raw_bytes(file)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 1_000_000
