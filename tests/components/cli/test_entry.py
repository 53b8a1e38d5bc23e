"""Whatever letters the terminal has and whatever words it gives, a command prints and ends in order."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from positions.export.manifest import SUFFIX
from tests.components.cli.test_files import POSITIONS
from tests.conftest import SMALL


def ran(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The result of `positions <words>` in a process of its own."""
    surroundings = {**os.environ, **environment}
    return subprocess.run([*POSITIONS, *words], capture_output=True, env=surroundings, check=False)


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "latin-1", "ascii", "cp932", "utf-16"])
@pytest.mark.parametrize("command", ["matrix", "codebook"])
def test_a_terminal_without_some_letters_prints_the_rest(command: str, encoding: str) -> None:
    """No letter ends a command: what the terminal has not is a question mark, the rest is as in UTF-8."""
    whole = ran(command, "istanbul-2022", PYTHONIOENCODING="utf-8").stdout.decode()
    result = ran(command, "istanbul-2022", PYTHONIOENCODING=encoding)
    told = result.stdout.decode(encoding)

    assert result.returncode == 0, result.stderr
    assert "Neutrality" in told
    assert command == "matrix" or told == whole.encode(encoding, "replace").decode(encoding)


def test_findings_in_any_script_are_printed(tmp_path: Path) -> None:
    """A fault that quotes what no terminal of its kind can show is told all the same."""
    (tmp_path / "dossier.yaml").write_text("北京: 1\n", encoding="utf-8")
    result = ran("validate", str(tmp_path), PYTHONIOENCODING="cp437")

    assert result.returncode == 1
    assert b"dossier.yaml:1: '??' is not a field that is known here" in result.stdout


@pytest.mark.parametrize(
    "command", ["validate", "verify", "matrix", "gaps", "codebook", "export", "brief", "serve"]
)
@pytest.mark.parametrize("blank", ["", "  "])
def test_a_blank_word_is_refused(command: str, blank: str, tmp_path: Path) -> None:
    """A variable that was never set does not make a command look into the folder where it happens to run."""
    words = [*POSITIONS, command, blank]
    result = subprocess.run(words, capture_output=True, text=True, cwd=tmp_path, check=False)

    assert result.returncode == 2
    assert result.stderr == f"A blank word after {command}: give it a value, or leave it out.\n"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("words", "place"),
    [(("-o", ""), "after -o"), (("--since", " "), "after --since"), (("--texts=",), "after --texts")],
)
def test_a_blank_option_is_refused(words: tuple[str, ...], place: str) -> None:
    """The option that got nothing is named."""
    result = ran("brief", str(SMALL), *words)

    assert result.returncode == 2
    assert f"A blank word {place}: ".encode() in result.stderr


@pytest.mark.parametrize(
    "surroundings",
    [
        {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"},
        {
            "LC_ALL": "C",
            "LANG": "C",
            "TZ": "Pacific/Pago_Pago",
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
        },
    ],
    ids=["turkish", "bare"],
)
def test_language_and_clock_of_the_machine_change_nothing(surroundings: dict[str, str]) -> None:
    """Days are those of the dossier, and letters are read as UTF-8, wherever the command runs."""
    here = ran("codebook", "istanbul-2022", PYTHONIOENCODING="utf-8", TZ="UTC")
    there = ran("codebook", "istanbul-2022", PYTHONIOENCODING="utf-8", **surroundings)

    assert there.returncode == 0
    assert there.stdout == here.stdout


@pytest.mark.parametrize(
    ("module", "library", "lost"),
    [
        ("pptx", "python-pptx", ".pptx"),
        ("docx", "python-docx", ".docx"),
        ("jinja2", "jinja2", ".html"),
        ("bibtexparser", "bibtexparser", ".bib"),
        ("font_source_sans_pro", "font-source-sans-pro", ".svg"),
    ],
)
def test_a_missing_library_takes_its_own_format_only(
    module: str, library: str, lost: str, tmp_path: Path
) -> None:
    """In a process that never had the library every other format is written, and one sentence names it."""
    script = f"import sys; sys.modules[{module!r}] = None; from components.cli.entry import main; main()"
    formats = "pptx,docx,html,bib,csl.json,md,svg"
    words = [sys.executable, "-c", script, "brief", str(SMALL), "--format", formats, "-o", str(tmp_path)]
    result = subprocess.run(words, capture_output=True, text=True, check=False)
    written = {path.suffix for path in tmp_path.iterdir()}

    assert result.returncode == 1
    assert f"pip install {library}" in result.stderr
    assert written == {".pptx", ".docx", ".html", ".bib", ".json", ".md", ".svg"} - {lost}


def test_a_missing_library_takes_its_own_export_only(tmp_path: Path) -> None:
    """Without the writer of workbooks the tables come out as text."""
    script = "import sys; sys.modules['xlsxwriter'] = None; from components.cli.entry import main; main()"
    words = [sys.executable, "-c", script, "export", str(SMALL), "--format", "xlsx,csv", "-o", str(tmp_path)]
    result = subprocess.run(words, capture_output=True, text=True, check=False)

    assert result.returncode == 1
    assert result.stderr.count("pip install xlsxwriter") == 1
    made = [path for path in tmp_path.iterdir() if not path.name.endswith(SUFFIX)]
    assert {path.suffix for path in made} == {".csv"}
