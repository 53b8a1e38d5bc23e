"""What the README claims of the bundled dossiers is what they hold."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from components.cli.commands import app
from positions.importing.mapping_file import located_mapping
from positions.importing.table import import_table
from positions.method.provenance import first_rows
from positions.reading.dossier import bundled_dossiers, load_dossier

README = " ".join((Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8").split())


@pytest.mark.parametrize("dossier", bundled_dossiers())
def test_the_number_of_statements_is_true(dossier: str) -> None:
    """The count that stands after a dossier's name is the dossier's."""
    told = re.search(rf"`{dossier}`, [^;]*?(\d+) statements", README)

    assert told
    assert int(told.group(1)) == len(load_dossier(dossier).statements)


def test_the_list_behind_the_long_record_is_told_in_full() -> None:
    """Records entered and left out make up the list, and pages are counted as the dossier counts them."""
    long = load_dossier("ukraine-2014-2026")

    assert f"a list of {len(first_rows(long)) + len(long.left_out)} stated positions" in README
    assert f"that {len(long.sources)} public pages report" in README
    phrases = sum(bool(one.phrase) for one in long.statements)
    assert f"{phrases} of {len(long.statements)} statements keep a phrase" in README


def test_every_bundled_dossier_is_named() -> None:
    """A reader of the README knows of each dossier that comes with it."""
    assert all(f"`{dossier}`" in README for dossier in bundled_dossiers())


def test_every_path_and_registry_of_the_readme_is_there() -> None:
    """Whoever follows the README finds each folder, module and registry that it names."""
    root = Path(__file__).parents[1]
    paths = re.findall(r"`((?:positions|components|tests)/[\w./-]*)`", README)
    code = "".join(path.read_text(encoding="utf-8") for path in (root / "components").rglob("*.py"))
    code += "".join(path.read_text(encoding="utf-8") for path in (root / "positions").rglob("*.py"))
    registries = re.findall(r"`([A-Z]{3,})`", README.partition("## How to add")[2].partition("## Licence")[0])

    assert len(paths) > 15
    assert not [path for path in paths if not (root / path).exists()]
    assert {"PAGES", "LOOKS", "MARKS", "BRIEFINGS", "EXPORTS", "RULES"} <= set(registries)
    assert not [name for name in registries if not re.search(rf"^{name}\b.*=", code, re.MULTILINE)]


def test_ones_own_case_goes_as_the_readme_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command of that section runs, in its order, on what the one before it made."""
    section = README.partition("## Your own case")[2].partition("## What it shows")[0]
    commands = [
        words for words in re.findall(r"`positions ([^`]+)`", section) if not words.startswith("serve")
    ]
    monkeypatch.chdir(tmp_path)

    ran: list[str] = []
    for words in dict.fromkeys(commands):
        if words.startswith("coded"):
            _fill_in(tmp_path / "blind.xlsx")
        result = CliRunner().invoke(app, [*words.split(), *_LESS.get(words.split()[0], ())])
        assert result.exit_code == 0, result.output
        ran.append(words.split()[0])
        if ran[-1] == "load":
            shutil.copytree(tmp_path / "river-talks" / "texts", tmp_path / "my-talks" / "texts")

    expected = [
        "new",
        "load",
        "validate",
        "matrix",
        "brief",
        "verify",
        "blind",
        "coded",
        "reconcile",
        "workbook",
        "schema",
    ]
    assert ran == expected


# A whole set of reports takes half a minute; one format shows that the command runs.
_LESS = {"brief": ("--format", "md")}


def _fill_in(path: Path) -> None:
    """Place every statement of the blind workbook on step 1."""
    book = load_workbook(path)
    sheet = book["Statements"]
    heads = [str(cell.value) for cell in sheet[1]]
    for row in range(2, sheet.max_row + 1):
        if sheet.cell(row, 1).value:
            for head, value in {"step_low": "1", "step_high": "1", "confidence": "high"}.items():
                sheet.cell(row, heads.index(head) + 1).value = value
    book.save(path)


def test_the_table_of_the_readme_comes_in_by_its_mapping() -> None:
    """Whoever copies the two blocks gets three parties, two issues, five answers and a refusal."""
    text = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    table, mapping = (re.findall(rf"```{kind}\n(.*?)```", text, re.DOTALL)[0] for kind in ("csv", "yaml"))
    made = import_table(
        table.encode(), located_mapping(mapping.encode(), "mapping.yaml").mapping, "table.csv"
    )

    assert [party.name for party in made.dossier.parties] == ["Hill List", "Mill Party", "Shore Union"]
    assert [issue.name for issue in made.dossier.issues] == ["Bridge", "Toll"]
    assert sum(one.step_low is not None for one in made.dossier.statements) == 5
    assert len(made.dossier.refusals) == 1
    assert not made.left_out
