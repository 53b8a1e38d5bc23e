"""`positions check` tells what was changed since a report was made: the file, the data, the program."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from typer.testing import CliRunner, Result

from components.cli.commands import app
from positions.export.manifest import SUFFIX
from tests.conftest import SMALL


def run(*words: str | Path) -> Result:
    """The result of `positions <words>`."""
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture(scope="module")
def briefed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a report of the small dossier of one earlier day, and its manifest."""
    folder = tmp_path_factory.mktemp("briefed")
    options = ("--format", "md,view", "--as-of", "2031-06-12", "--report", "page")
    made = run("brief", SMALL, *options, "-o", folder)
    assert made.exit_code == 0
    return folder


@pytest.fixture
def out(briefed: Path, tmp_path: Path) -> Path:
    """A copy of that folder, to be changed."""
    return Path(shutil.copytree(briefed, tmp_path / "out"))


def report(folder: Path) -> Path:
    """The report itself."""
    return next(folder.glob("*one-page*.md"))


def test_what_is_unchanged_is_said_with_its_view(out: Path) -> None:
    """Exit code 0; the manifest bears no path, no clock, and a fingerprint of each statement."""
    result = run("check", report(out))
    beside = json.loads(next(out.glob(f"*{SUFFIX}")).read_text(encoding="utf-8"))

    assert result.exit_code == 0
    assert result.output.splitlines()[0] == "File: unchanged."
    assert result.output.splitlines()[1].startswith("Data: unchanged, version ")
    assert result.output.splitlines()[1].endswith(", compared with the bundled dossier training-strait.")
    assert result.output.splitlines()[2].startswith("View: ?dossier=training-strait&day=2031-06-12&parties=")
    assert {one["name"] for one in beside["files"]} == {
        path.name for path in out.iterdir() if not path.name.endswith(SUFFIX)
    }
    assert len(beside["statements"]) == 34
    assert not any("/" in one["name"] for one in beside["files"])


def test_one_letter_more_is_a_changed_file(out: Path) -> None:
    """The file is told apart from the data, which is as it was."""
    path = report(out)
    path.write_bytes(path.read_bytes() + b" ")
    result = run("check", path)

    assert result.exit_code == 1
    assert "File: changed since it was made." in result.output
    assert "Data: unchanged" in result.output


def test_a_file_that_was_renamed_is_known_by_its_bytes(out: Path) -> None:
    """The name under which it was made is told; without the manifest nothing is known."""
    path = report(out)
    renamed = path.rename(path.with_name("for-the-minister.md"))
    known = run("check", renamed)
    for one in out.glob(f"*{SUFFIX}"):
        one.write_text("{}", encoding="utf-8")
    unknown = run("check", renamed)

    assert known.exit_code == 0
    assert f"File: unchanged; it was made as {path.name}." in known.output
    assert unknown.exit_code == 1
    assert "No manifest (*.manifest.json) beside" in unknown.output


def test_changed_data_are_told_statement_by_statement(out: Path, tmp_path: Path) -> None:
    """New, corrected and left out, each with its id; who spoke on what and when, where that is known."""
    later = Path(shutil.copytree(SMALL, tmp_path / "later"))
    rows = (later / "statements.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    gone, kept = rows[-1].partition(",")[0], rows[1].partition(",")[0]
    rows = [rows[0], rows[1].replace(",high,", ",medium,"), *rows[2:-1], f"new-1,{rows[2].partition(',')[2]}"]
    (later / "statements.csv").write_text("".join(rows), encoding="utf-8")
    result = run("check", report(out), "--dossier", later)

    assert result.exit_code == 1
    assert "File: unchanged." in result.output
    assert ": 1 statement new, 1 statement corrected, 1 statement left out." in result.output
    assert any(line.startswith("  new: ") and line.endswith("(new-1)") for line in result.output.splitlines())
    assert f"({kept})" in result.output
    assert f"  left out: {gone}" in result.output


def test_data_may_change_where_no_statement_does(out: Path, tmp_path: Path) -> None:
    """A new title is another version of the data, and no statement is blamed for it."""
    later = Path(shutil.copytree(SMALL, tmp_path / "later"))
    described = (later / "dossier.yaml").read_text(encoding="utf-8")
    described = described.replace("stale_after: 60", "stale_after: 61")
    (later / "dossier.yaml").write_text(described, encoding="utf-8")
    result = run("check", report(out), "--dossier", later)

    assert "in no statement, but in what else the files hold" in result.output


def test_another_program_and_another_dossier_are_told(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each in a sentence, and neither passes for unchanged."""
    monkeypatch.setattr("components.cli.check.program_version", lambda: "9.9")
    newer = run("check", report(out))
    elsewhere = run("check", report(out), "--dossier", "istanbul-2022")
    nowhere = run("check", report(out), "--dossier", "no-such-case")

    assert [one.exit_code for one in (newer, elsewhere, nowhere)] == [1, 1, 1]
    assert "Program: made with version " in newer.output
    assert "the report is of training-strait, and this is istanbul-2022" in elsewhere.output
    assert "Data: not compared; name the folder of training-strait with --dossier." in nowhere.output


def test_a_second_run_keeps_what_the_first_one_made(out: Path) -> None:
    """Another format of the same view joins the manifest; each file still has its own entry."""
    options = ("--as-of", "2031-06-12", "--report", "page", "-o", out)
    run("brief", SMALL, "--format", "html", *options)
    page = next(out.glob("*.html"))

    assert len(list(out.glob(f"*{SUFFIX}"))) == 1
    assert run("check", page).exit_code == run("check", report(out)).exit_code == 0


def test_an_export_has_its_manifest_and_pins_what_it_shows(tmp_path: Path) -> None:
    """As a report has; its address names day, parties and issues even where they are the landing view's."""
    run("export", SMALL, "--format", "matrix", "-o", tmp_path)
    made = run("export", SMALL, "--format", "gaps", "-o", tmp_path)
    results = [run("check", next(tmp_path.glob(f"*_{shown}_*.csv"))) for shown in ("matrix", "gaps")]

    assert made.exit_code == 0
    assert [one.exit_code for one in results] == [0, 0]
    address = parse_qs(results[0].output.splitlines()[2].removeprefix("View: ?"))
    assert set(address) == {"dossier", "day", "parties", "issues"}
    assert address["day"] == ["2031-06-30"]
    assert "patrols" in address["issues"][0].split(",")


def test_a_folder_that_was_compared_with_is_named(out: Path, tmp_path: Path) -> None:
    """By its whole path, so that nobody takes another folder of that name for it."""
    later = Path(shutil.copytree(SMALL, tmp_path / "later"))
    result = run("check", report(out), "--dossier", later)

    assert f", compared with the folder {later.resolve()}." in result.output
