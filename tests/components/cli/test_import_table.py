"""`positions import table` writes a whole dossier or nothing, and tells what it read and what it left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from components.cli.commands import app
from tests.positions.importing.made_tables import csv_bytes, voting_advice


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with a table of voting advice and its mapping."""
    made = voting_advice(4, 3)
    (tmp_path / "table.csv").write_bytes(csv_bytes(made.lines))
    (tmp_path / "mapping.yaml").write_text(made.mapping, encoding="utf-8")
    return tmp_path


def run(files: Path, *words: str) -> Result:
    """The result of the command on the table and the mapping in a folder."""
    mapping = ("--mapping", str(files / "mapping.yaml"))
    return CliRunner().invoke(app, ["import", "table", str(files / "table.csv"), *mapping, *words])


def test_a_dossier_is_written_and_opens(files: Path) -> None:
    """The folder validates with no finding, and the other commands take it."""
    result = run(files, "--out", str(files / "valley"))

    assert result.exit_code == 0, result.output
    assert "4 parties, 3 issues" in result.output
    assert sorted(path.name for path in (files / "valley").iterdir()) == [
        "dossier.yaml",
        "sources.json",
        "statements.csv",
    ]
    for command in ("validate", "matrix", "gaps", "codebook"):
        opened = CliRunner().invoke(app, [command, str(files / "valley")])
        assert opened.exit_code == 0, opened.output


def test_the_same_table_makes_the_same_bytes(files: Path) -> None:
    """Two imports can be compared file by file."""
    for name in ("first", "second"):
        run(files, "--out", str(files / name))
    first, second = (sorted((files / name).iterdir()) for name in ("first", "second"))

    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_a_dry_run_counts_shows_rows_and_writes_nothing(files: Path) -> None:
    """The counts by reason and the first rows as they would be read are told."""
    before = sorted(files.iterdir())
    result = run(files, "--dry-run", "--out", str(files / "valley"))

    assert result.exit_code == 0
    assert "of 12 cells read as statements" in result.output
    assert "left out: not researched: not asked" in result.output
    assert "r2c" in result.output
    assert sorted(files.iterdir()) == before


def test_nothing_is_overwritten(files: Path) -> None:
    """A folder that is there already is left as it is, and the command ends with 1."""
    (files / "valley").mkdir()
    (files / "valley" / "mine.txt").write_text("mine", encoding="utf-8")
    result = run(files, "--out", str(files / "valley"))

    assert result.exit_code == 1
    assert "is there already" in " ".join(result.output.split())
    assert [path.name for path in (files / "valley").iterdir()] == ["mine.txt"]


def test_a_fault_writes_nothing(files: Path) -> None:
    """A cell that the mapping does not explain is told with its row, and no folder is made."""
    table = files / "table.csv"
    table.write_text(table.read_text(encoding="utf-8") + "List 9,5,,1,,1,\n", encoding="utf-8")
    result = run(files, "--out", str(files / "valley"))

    assert result.exit_code == 1
    assert "'5' is not one of the codes -1, 0, 1, or one of the missing codes 99, 98" in result.output
    assert not (files / "valley").exists()


def test_a_folder_or_a_dry_run_is_asked_for(files: Path) -> None:
    """Without either the command is wrong usage."""
    assert run(files).exit_code == 2


def test_a_file_that_is_not_there_is_one_sentence(files: Path) -> None:
    """A mistyped path ends the command with 1 and no traceback."""
    (files / "table.csv").unlink()
    result = run(files, "--dry-run")

    assert result.exit_code == 1
    assert "cannot be read: no such file" in " ".join(result.output.split())


def test_a_folder_that_cannot_be_made_is_one_sentence(files: Path) -> None:
    """A file in the way of the folder is told, and nothing is left behind."""
    before = sorted(files.iterdir())
    result = run(files, "--out", str(files / "table.csv" / "valley"))

    assert result.exit_code == 1
    assert "was not written" in " ".join(result.output.split())
    assert sorted(files.iterdir()) == before


def test_the_example_is_printed_or_written_and_works(tmp_path: Path) -> None:
    """A mapping with comments and the table that it works on; what is written is read as it stands."""
    command = ["import", "table", "--example"]
    printed = CliRunner().invoke(app, command).output
    written = CliRunner().invoke(app, [*command, "--out", str(tmp_path / "files")])
    folder = tmp_path / "files"

    assert written.exit_code == 0, written.output
    for name in ("table.csv", "mapping.yaml"):
        assert (folder / name).read_text(encoding="utf-8") in printed
    words = [str(folder / "table.csv"), "--mapping", str(folder / "mapping.yaml"), "--dry-run"]
    assert "6 of 6 cells read as statements" in CliRunner().invoke(app, ["import", "table", *words]).output
    assert CliRunner().invoke(app, ["import", "table", "x.csv", "--dry-run"]).exit_code == 2


def test_a_key_without_effect_is_told(files: Path) -> None:
    """With its line in the mapping."""
    mapping = files / "mapping.yaml"
    mapping.write_text(mapping.read_text(encoding="utf-8") + "\nsheet: One\n", encoding="utf-8")

    assert "sheet: without effect: the table is no workbook" in run(files, "--dry-run").output


def test_the_sources_may_be_in_a_list_beside_the_mapping(files: Path) -> None:
    """CSL-JSON in place of what the mapping says of them; what was mended in it is told."""
    mapping = files / "mapping.yaml"
    text = mapping.read_text(encoding="utf-8")
    before, _, after = text.partition("sources:\n")
    mapping.write_text(before + "\n".join(after.split("\n")[2:]), encoding="utf-8")
    listed = files / "zotero.json"
    listed.write_text(
        '[{"id": "tide", "type": "dataset", "title": "Answers", "issued": {"date-parts": [[2031]]}}]'
    )
    result = run(files, "--dry-run", "--sources", str(listed))

    assert result.exit_code == 0, result.output
    assert (
        "mended: zotero.json:1 (tide): custom.short_name: empty, so it is taken as 'Answers'" in result.output
    )
    assert run(files, "--dry-run", "--sources", str(mapping)).exit_code == 1


def test_days_with_two_readings_are_answered_on_the_command_line(files: Path) -> None:
    """Those of the table and of a list of sources beside it, with one word."""
    lines = [["Party", "When", "Thesis 0"], ["List 0", "01.02.2031", "1"], ["List 1", "03.04.2031", "0"]]
    (files / "table.csv").write_bytes(csv_bytes(lines))
    text = (
        (files / "mapping.yaml")
        .read_text(encoding="utf-8")
        .replace(', comment: "{issue} (comment)"', ", day: When")
    )
    (files / "mapping.yaml").write_text(
        text.partition("sources:")[0] + text.partition("\n\n")[2], encoding="utf-8"
    )
    listed = files / "list.json"
    listed.write_text(
        '[{"id": "answers", "type": "dataset", "title": "Answers", "issued": {"date-parts": [[2031, 5, 20]]},'
        ' "custom": {"short_name": "Answers", "read_in": "original", "read_on": "06.07.2031"}}]',
        encoding="utf-8",
    )
    asked = run(files, "--sources", str(listed), "--dry-run")
    answered = run(files, "--sources", str(listed), "--days", "day-month", "--out", str(files / "valley"))

    assert asked.exit_code == 1
    assert "answer with --days day-month" in asked.output
    assert answered.exit_code == 0, answered.output
    assert "'06.07.2031' is read as '2031-07-06' (day before month, as answered)" in answered.output
    assert "2031-02-01" in (files / "valley" / "statements.csv").read_text(encoding="utf-8")
    assert "No such order of days" in run(files, "--days", "sometimes", "--dry-run").output
