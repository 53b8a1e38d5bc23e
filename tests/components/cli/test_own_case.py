"""`positions new`, `workbook`, `load`, `schema`, `blind` and `coded`: from nothing to a case of one's own."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from components.cli.commands import app
from components.cli.opening import _environment
from positions.export.records import to_json
from positions.export.view_json import view_json
from positions.importing.example_files import MAPPING, example_files
from positions.importing.mapping_file import located_mapping
from positions.model.dossier import Dossier
from positions.reading.dossier import load_dossier
from tests.cut_short import cut_short
from tests.positions.export.hostile import view_of


def run(*words: str | Path) -> Result:
    """The result of `positions <words>`."""
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A new case, as folder and workbook."""
    assert run("new", "my-case", "-o", tmp_path).exit_code == 0
    return tmp_path / "my-case"


def test_exported_parquet_takes_the_place_of_plain_text(case: Path) -> None:
    """What `export` writes is read, reported and loaded back as plain text; it is not written into."""
    rows = (case / "statements.csv").read_text(encoding="utf-8").replace(",26,131,", ",,,")
    (case / "statements.csv").write_text(rows, encoding="utf-8")
    before, out = load_dossier(case), case.parent / "out"
    assert run("export", case, "--format", "parquet", "-o", out).exit_code == 0
    (case / "statements.csv").unlink()
    next(out.glob("*.parquet")).rename(case / "statements.parquet")

    assert "my-case: no fault found; 3 statements" in run("validate", case).output
    assert "2 verified, 1 found once" in run("verify", case).output
    assert run("brief", case, "--format", "md", "--report", "page", "-o", out).exit_code == 0
    refused = run("verify", case, "--record-passages")
    assert "are not comma-separated UTF-8; load it into a new one" in " ".join(refused.output.split())
    assert run("load", case, case.parent / "again").exit_code == 0
    assert load_dossier(case.parent / "again").statements == before.statements
    assert (case.parent / "again" / "statements.csv").is_file()


def test_a_new_case_works_at_once(case: Path) -> None:
    """It validates, its phrases are verified, and matrix, gaps, codebook and a report come out."""
    assert run("validate", case).output.startswith("my-case: no fault found; 3 statements")
    assert f"read from the folder {case.resolve()}" in run("validate", case).output
    assert "3 verified, 0 failed" in run("verify", case).output
    assert "Gates of the weir" in run("matrix", case, "--csv").output
    for words in (("gaps", case), ("codebook", case)):
        assert run(*words).exit_code == 0
    brief = run("brief", case, "--format", "html,md", "--report", "page", "-o", case.parent / "out")

    assert brief.exit_code == 0
    assert len(list((case.parent / "out").iterdir())) >= 2


@pytest.mark.parametrize(("option", "kinds"), [("--folder", {"my-case"}), ("--workbook", {"my-case.xlsx"})])
def test_one_of_the_two_can_be_chosen(tmp_path: Path, option: str, kinds: set[str]) -> None:
    """Folder or workbook alone."""
    assert run("new", "my-case", option, "-o", tmp_path).exit_code == 0
    assert {path.name for path in tmp_path.iterdir()} == kinds


def test_nothing_is_overwritten(case: Path) -> None:
    """A second run says so, ends with 1 and changes no file; so do the other commands that write."""
    (case.parent / "my-case.xlsx").write_bytes(b"mine")
    before = {path: path.read_bytes() for path in case.parent.rglob("*") if path.is_file()}
    book = case.parent / "my-case.xlsx"
    results = [
        run("new", "my-case", "-o", case.parent),
        run("workbook", case, book),
        run("blind", case, book),
        run("load", book, case),
    ]

    assert [result.exit_code for result in results] == [1, 1, 1, 1]
    assert all("is there already" in result.output for result in results)
    assert {path: path.read_bytes() for path in case.parent.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("word", ["two words", "../up", "istanbul-2022", "é"])
def test_an_id_that_cannot_be_one_is_wrong_usage(tmp_path: Path, word: str) -> None:
    """A path, blanks and the id of a bundled dossier are refused before anything is written."""
    assert run("new", word, "-o", tmp_path).exit_code == 2
    assert not list(tmp_path.iterdir())


def test_the_workbook_loads_into_a_folder_that_validates(case: Path) -> None:
    """What was filled in becomes a folder, said in one line."""
    result = run("load", case.parent / "my-case.xlsx", case.parent / "loaded")

    assert result.exit_code == 0
    assert run("validate", case.parent / "loaded").exit_code == 0
    assert load_dossier(case.parent / "loaded").statements == load_dossier(case).statements


def test_a_list_of_sources_comes_beside_a_folder(case: Path) -> None:
    """CSL-JSON beside a folder without one; anything else is one sentence, and nothing is written then."""
    listed = (case / "sources.json").rename(case.parent / "zotero.json")
    refused = run("load", case, case.parent / "other", "--sources", case / "statements.csv")
    result = run("load", case, case.parent / "loaded", "--sources", listed)

    assert refused.exit_code == 1
    assert "is not a list of sources in RIS (.ris), BibTeX (.bib) or CSL-JSON" in refused.output
    assert not (case.parent / "other").exists()
    assert result.exit_code == 0, result.output
    assert load_dossier(case.parent / "loaded").sources
    assert (case.parent / "loaded" / "texts" / "example-gazette.txt").is_file()


def test_a_dossier_with_codings_goes_out_and_comes_back(
    small_folder: Path, small: Dossier, tmp_path: Path
) -> None:
    """`workbook` and `load` are each other's way back, codings included."""
    run("workbook", small_folder, tmp_path / "book.xlsx")
    run("load", tmp_path / "book.xlsx", tmp_path / "back")
    back = load_dossier(tmp_path / "back")

    assert back.model_copy(update={"data_version": small.data_version}) == small
    assert sorted(path.name for path in (tmp_path / "back" / "codings").iterdir()) == ["a.csv", "b.csv"]


def test_an_archive_and_exported_json_load_too(small_folder: Path, small: Dossier, tmp_path: Path) -> None:
    """A zipped folder keeps its texts; JSON has none, and its records are the same."""
    zipped = Path(shutil.make_archive(str(tmp_path / "case"), "zip", small_folder.parent, small_folder.name))
    (tmp_path / "case.json").write_bytes(to_json(small))
    for file, folder in ((zipped, "a"), (tmp_path / "case.json", "b")):
        assert run("load", file, tmp_path / folder).exit_code == 0

    assert load_dossier(tmp_path / "a") == small
    assert (tmp_path / "a" / "texts" / "wire.txt").is_file()
    assert load_dossier(tmp_path / "b").statements == small.statements


def test_all_faults_are_told_and_nothing_is_written(case: Path) -> None:
    """A workbook with three faults gives three lines and no folder."""
    book = load_workbook(case.parent / "my-case.xlsx")
    book["Parties"]["C2"], book["Statements"]["A2"] = "kingdom", "two words"
    book["Sources"]["B2"] = None
    book.save(case.parent / "wrong.xlsx")
    result = run("load", case.parent / "wrong.xlsx", case.parent / "loaded")

    assert result.exit_code == 1
    assert "Sources: row 2 (example-gazette): type: missing" in result.output
    assert "Statements: row 2" in result.output
    assert not (case.parent / "loaded").exists()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"{}", b"\x00" * 50])
def test_what_is_no_case_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    """No traceback for an empty file, a broken archive, other JSON or noise."""
    (tmp_path / "odd").write_bytes(content)
    result = run("load", tmp_path / "odd", tmp_path / "folder")

    assert result.exit_code == 1
    assert "1 finding" in result.output
    assert isinstance(result.exception, SystemExit)
    assert run("load", tmp_path / "absent", tmp_path / "folder").exit_code == 1


def test_an_archive_that_leads_elsewhere_writes_nothing_there(tmp_path: Path, small_folder: Path) -> None:
    """Names with .. in them are no files of a dossier."""
    with zipfile.ZipFile(tmp_path / "case.zip", "w") as archive:
        for name in ("dossier.yaml", "sources.json", "statements.csv"):
            archive.write(small_folder / name, name)
        archive.writestr("../outside.txt", "x")
        archive.writestr("texts/../../outside.txt", "x")
    run("load", tmp_path / "case.zip", tmp_path / "in" / "folder")

    assert not list(tmp_path.rglob("outside.txt"))


def test_the_schemas_fit_the_files(small_folder: Path, small: Dossier) -> None:
    """Each is a schema, sources.json keeps to it as it stands, and records and the JSON of a view do."""
    schemas = json.loads(run("schema").output)
    plain = json.loads(to_json(small))
    described = {name: plain[name] for name in schemas["dossier"]["properties"] if name in plain}
    mapping = located_mapping(example_files()[MAPPING], MAPPING).mapping
    given = {
        "dossier": described,
        "sources": json.loads((small_folder / "sources.json").read_text(encoding="utf-8")),
        "statements": plain["statements"],
        "view": json.loads(view_json(view_of(small))),
        "mapping": mapping.model_dump(mode="json", by_alias=True, exclude_unset=True),
    }

    for name, schema in schemas.items():
        Draft202012Validator.check_schema(schema)
        assert not list(Draft202012Validator(schema).iter_errors(given[name]))
        assert json.loads(run("schema", "--file", name).output) == schema
    assert run("schema", "--file", "texts").exit_code == 2


def test_a_second_coder_codes_and_agreement_is_told(tmp_path: Path, small_folder: Path) -> None:
    """Out, filled in, back: the coding stands beside the dossier, figures and disagreements are printed."""
    folder = shutil.copytree(small_folder, tmp_path / "case")
    run("blind", folder, tmp_path / "blind.xlsx")
    book = load_workbook(tmp_path / "blind.xlsx")
    sheet = book["Statements"]
    heads = [str(cell.value) for cell in sheet[1]]
    placed = {one.id: one.step_low for one in load_dossier(folder).statements}
    for row in range(2, sheet.max_row + 1):
        step = placed.get(str(sheet.cell(row, 1).value))
        if step is not None:
            judged = {"step_low": max(0, step - (row % 4 == 0)), "confidence": "high", "note": f"why {row}"}
            judged["step_high"] = judged["step_low"]
            for head, value in judged.items():
                sheet.cell(row, heads.index(head) + 1).value = str(value)
    book.save(tmp_path / "filled.xlsx")
    result = run("coded", folder, tmp_path / "filled.xlsx", "--coder", "second")

    assert result.exit_code == 0
    assert "Krippendorff's alpha is ." in result.output
    assert "95% interval" in result.output
    assert "Placed on unlike steps:" in result.output
    assert run("validate", folder).exit_code == 0
    assert (folder / "codings" / "second.csv").is_file()
    assert run("coded", folder, tmp_path / "filled.xlsx", "--coder", "second").exit_code == 1
    assert run("coded", "training-strait", tmp_path / "filled.xlsx", "--coder", "x").exit_code == 2


def test_a_coding_in_which_nothing_stands_is_not_kept(case: Path) -> None:
    """An empty blind workbook is told, and no file is made of it."""
    run("blind", case, case.parent / "blind.xlsx")
    result = run("coded", case, case.parent / "blind.xlsx", "--coder", "b")

    assert result.exit_code == 1
    assert "missing, expected a row in which" in result.output
    assert not (case / "codings").exists()


def _filled(sheet: Path, decisions: dict[str, tuple[str, str]]) -> None:
    """Write what was kept and why into the rows of a sheet of disagreements."""
    book = load_workbook(sheet)
    heads = [str(cell.value) for cell in book["Disagreements"][1]]
    for row in range(2, book["Disagreements"].max_row + 1):
        kept, reason = decisions.get(str(book["Disagreements"].cell(row, 1).value), ("", ""))
        book["Disagreements"].cell(row, heads.index("kept") + 1).value = kept
        book["Disagreements"].cell(row, heads.index("reason") + 1).value = reason
    book.save(sheet)


def test_two_codings_are_reconciled_with_a_reason(tmp_path: Path, small_folder: Path) -> None:
    """Out, decided, back: the dossier holds what was kept, the log says why; what is settled is gone."""
    folder, sheet = shutil.copytree(small_folder, tmp_path / "case"), tmp_path / "sheet.xlsx"
    before = (folder / "statements.csv").read_bytes()
    assert run("reconcile", folder, sheet).output.rstrip().endswith(": 4 disagreements")
    _filled(sheet, {"register-3": ("2/3", "Both."), "register-6": ("a", "So."), "ledger-1": ("9", "")})
    wrong = run("reconcile", folder, sheet, "--by", "AB")
    assert (folder / "statements.csv").read_bytes() == before
    _filled(sheet, {"register-3": ("2/3", "Both."), "register-6": ("dossier", "x")})
    unknown = run("reconcile", folder, sheet, "--by", "AB")
    _filled(sheet, {"register-3": ("2/3", "Both."), "register-6": ("2/3 said", "As it stands.")})
    result = run("reconcile", folder, sheet, "--by", "AB")
    log = (folder / "changes.csv").read_text(encoding="utf-8").splitlines()

    assert wrong.exit_code == unknown.exit_code == 1
    assert "Disagreements: row 5 (ledger-1): reason: missing" in wrong.output
    assert "kept: 'dossier' is not a or b, a step from 0 to 3" in unknown.output
    assert result.exit_code == 0, result.output
    assert "2 decisions taken over" in result.output
    assert [line.split(",", 1)[1] for line in log[1:]] == [
        "AB,register-3,step_low,3,2,a: 3; b: 2–3. Both.",
        "AB,register-3,spread,,doubt,a: 3; b: 2–3. Both.",
        "AB,register-6,step_low,2,2,a: 2; b: 2–3. As it stands.",
    ]
    assert [path.read_bytes() for path in (folder / "backups").iterdir()] == [before]
    assert run("validate", folder).exit_code == 0
    assert "2 disagreements" in run("reconcile", folder, tmp_path / "again.xlsx").output
    assert run("reconcile", "training-strait", sheet, "--by", "AB").exit_code == 2
    assert run("reconcile", folder, sheet, "--coders", "a,c").exit_code == 2


def test_a_save_that_was_cut_short_is_told_and_ended(
    tmp_path: Path, small_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading says so and changes nothing; what changes the folder finishes it first and says that."""
    folder = Path(shutil.copytree(small_folder, tmp_path / "case"))
    cut_short(folder, "gazette-1", "read again", monkeypatch)
    before = (folder / "statements.csv").read_bytes()
    read = run("matrix", folder)
    assert read.exit_code == 0
    assert f"A save into '{folder}' was cut short or goes on; positions serve '{folder}' --edit ends it." in (
        read.stderr
    )
    assert (folder / "statements.csv").read_bytes() == before
    ended = run("reconcile", folder, tmp_path / "none.xlsx", "--by", "AB")

    told = "A save that was cut short is finished now: changes.csv and statements.csv."
    assert told in ended.stderr
    assert b"read again" in (folder / "statements.csv").read_bytes()
    cut_short(folder, "gazette-1", "and again", monkeypatch)
    assert "POSITIONS_EDIT" in _environment(str(folder), edit=True, api=False)
    assert b"and again" in (folder / "statements.csv").read_bytes()
    assert "cut short" not in run("matrix", folder).stderr


def test_a_single_coding_is_reconciled_with_the_dossier(tmp_path: Path, small_folder: Path) -> None:
    """What the dossier places stands in the place of the first coder; without codings there is nothing."""
    folder = shutil.copytree(small_folder, tmp_path / "case")
    (folder / "codings" / "a.csv").unlink()
    run("reconcile", folder, tmp_path / "sheet.xlsx")
    heads = [cell.value for cell in load_workbook(tmp_path / "sheet.xlsx")["Disagreements"][1]]
    (folder / "codings" / "b.csv").unlink()

    assert {"placed by dossier", "placed by b"} <= set(heads)
    assert run("reconcile", folder, tmp_path / "other.xlsx").exit_code == 2


def test_a_question_about_days_says_how_it_is_answered(case: Path) -> None:
    """With its sheet and row; the option answers all of them, and each day that was read so is told."""
    path = case.parent / "my-case.xlsx"
    book = load_workbook(path)
    book["Governments"]["B2"] = "10.01.2031"
    book["Stretches"]["B2"] = "01.04.2031"
    book.save(path)
    asked = run("load", path, case.parent / "asked")
    answered = run("load", path, case.parent / "answered", "--days", "day-month")
    wrong = run("load", path, case.parent / "wrong", "--days", "sometimes")

    assert asked.exit_code == 1
    assert "Governments: row 2: since: '10.01.2031' can be read in two ways" in asked.output
    assert "2 questions: answer with --days day-month or --days month-day, or write" in asked.output
    assert answered.exit_code == 0
    assert (
        "Stretches: row 2: first: '01.04.2031' is read as '2031-04-01' (day before month, as answered)"
        in (answered.output)
    )
    assert wrong.exit_code == 2


def test_what_is_not_in_a_dossier_is_named_with_the_nearest(case: Path) -> None:
    """A reader sees which word is wrong and what could stand there."""
    result = run("matrix", case, "--parties", "upland,lowlnd")

    assert result.exit_code == 2
    assert "'lowlnd' is no party of my-case; nearest: lowland." in result.output


@pytest.mark.parametrize("command", ["matrix", "gaps", "robustness", "moves", "divergences", "export", "why"])
def test_every_command_on_a_view_can_keep_to_what_is_cleared(case: Path, command: str) -> None:
    """The option is one, and is offered wherever a view is."""
    assert "--cleared" in run(command, "--help").output


def test_what_is_not_cleared_is_left_out(case: Path) -> None:
    """Of a case that asks for clearing and in which nothing is cleared no position is left."""
    described = case / "dossier.yaml"
    described.write_text(described.read_text(encoding="utf-8") + "\nclearing: true\n", encoding="utf-8")
    every, cleared = (run("matrix", case, "--csv", *words) for words in ((), ("--cleared",)))

    assert cleared.exit_code == 0
    assert "Dry months" in every.output or "Open in dry months" in every.output
    assert "dry months" not in cleared.output.casefold()
