"""A case of one's own in a real browser: loaded, shown, a passage marked and coded, faults taken home."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from openpyxl import load_workbook

from positions.export.parquet import to_parquet
from positions.reading.dossier import STATEMENTS, read_files
from positions.start.case import new_case, new_workbook
from tests.browser.conftest import Open, Opened

CASE = "river-talks"


def case(folder: Path, **changes: str) -> Path:
    """A new case as a ZIP, with texts in its statements replaced."""
    path = folder / "case.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in new_case(CASE).items():
            text = content().decode()
            for old, new in changes.items() if name == STATEMENTS else ():
                text = text.replace(f",{old},", f",{new},")
            archive.writestr(name, text)
    return path


def loaded(opened: Open, *paths: Path) -> Opened:
    """The page after files were given to it."""
    seen = opened("your-data")
    seen.page.set_input_files("input[type=file]", paths)
    seen.page.get_by_text("fault").first.wait_for()
    seen.settle()
    return seen


def test_a_new_case_is_begun_with_a_button(opened: Open, tmp_path: Path) -> None:
    """The workbook that the button gives, with one position changed in it, comes back as a matrix."""
    seen = opened("your-data")
    with seen.page.expect_download() as download:
        seen.page.get_by_role("button", name="A workbook to fill (XLSX)").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    book = load_workbook(path)
    heads = [cell.value for cell in book["Statements"][1]]
    for step in ("step_low", "step_high"):
        book["Statements"].cell(2, heads.index(step) + 1).value = 0
    book.save(path)
    seen.page.set_input_files("input[type=file]", path)
    seen.page.get_by_text("fault").first.wait_for()
    seen.settle()
    seen.page.get_by_role("button", name="Show it").click()
    seen.cell("Upland, Gates of the weir").wait_for()

    assert seen.cell("Upland, Gates of the weir").inner_text().startswith("Closed\n")
    assert not seen.errors


def test_the_files_of_a_folder_with_parquet_become_a_matrix(opened: Open, tmp_path: Path) -> None:
    """The browser takes a file of that kind, and its statements are shown."""
    files = {name: content() for name, content in new_case(CASE).items() if "/" not in name}
    files["statements.parquet"] = to_parquet(read_files(new_case(CASE)).dossier)
    del files[STATEMENTS]
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    seen = loaded(opened, *(tmp_path / name for name in files))
    seen.page.get_by_role("button", name="Show it").click()
    seen.cell("Lowland, Gates of the weir").wait_for()

    assert not seen.errors


def test_from_a_file_to_a_statement_of_marked_words(opened: Open, tmp_path: Path) -> None:
    """The matrix of the case, its source, passages that were found and one marked by mouse, and its form."""
    seen = loaded(opened, case(tmp_path, **{"26,131": ","}))
    seen.page.get_by_role("button", name="Show it").click()
    seen.cell("Lowland, Gates of the weir").wait_for()
    assert f"dossier={CASE}" in seen.page.url

    seen.page.get_by_role("link", name="Sources").click()
    text = seen.page.get_by_role("region", name="Source text with coded passages")
    text.wait_for()
    seen.page.get_by_text("2 verified, 1 found once in the text (no passage recorded)").wait_for()
    seen.page.get_by_role("button", name="Record 1 passage").click()
    seen.page.get_by_text("3 verified, 0 failed").wait_for()
    button = seen.page.get_by_role("button", name="Make a statement of the marked words")
    assert button.is_disabled()
    seen.settle()
    box = text.bounding_box()
    assert box is not None
    seen.page.mouse.move(box["x"] + 30, box["y"] + 14)
    seen.page.mouse.down()
    seen.page.mouse.move(box["x"] + 190, box["y"] + 14, steps=4)
    seen.page.mouse.up()
    marked = seen.page.evaluate("getSelection().toString()")
    button.click()
    phrase = seen.page.get_by_label("Words of the source that prove it, at most 12")
    phrase.wait_for()
    seen.settle()

    whole = dict(new_case(CASE))["texts/example-gazette.txt"]().decode()
    assert phrase.input_value()
    assert phrase.input_value() in whole
    assert not marked or phrase.input_value() in marked
    seen.page.get_by_role("link", name="Your data").click()
    seen.page.get_by_text("(from case.zip)").first.wait_for()
    assert seen.page.get_by_text("A table with its mapping (ZIP)").is_visible()
    assert not seen.errors


def test_faults_come_back_in_the_workbook(opened: Open, tmp_path: Path) -> None:
    """The same workbook with a comment in each faulty cell is one click away."""
    book = load_workbook(io.BytesIO(new_workbook(CASE)))
    heads = [cell.value for cell in book["Statements"][1]]
    book["Statements"].cell(2, heads.index("issue") + 1).value = "nothing like it"
    path = tmp_path / "case.xlsx"
    book.save(path)
    seen = loaded(opened, path)
    assert seen.page.get_by_text("1 fault; nothing is loaded until they are mended.").is_visible()
    with seen.page.expect_download() as download:
        seen.page.get_by_role("button", name="Your workbook with these cells marked").click()
    download.value.save_as(tmp_path / "marked.xlsx")
    marked = load_workbook(tmp_path / "marked.xlsx")["Statements"]

    assert "nothing like it" in str(marked.cell(2, heads.index("issue") + 1).comment)
    assert not seen.errors


def test_the_page_fits_a_phone(opened: Open, tmp_path: Path) -> None:
    """Nothing scrolls sideways, neither before a file is given nor with a table of faults."""
    seen = opened("your-data", width=390)
    seen.page.set_input_files("input[type=file]", case(tmp_path, gates="gatess"))
    seen.page.get_by_text("nothing is loaded until").wait_for()
    seen.settle()

    assert seen.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
