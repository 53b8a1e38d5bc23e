"""Slides, document and workbook open in an office program, with every page and every title."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from components.report import BRIEFINGS
from components.report.content import briefing
from components.report.docx.document import document
from components.report.presets import PRESETS
from components.report.running_text import html_of
from components.report.sections import REPORTS
from positions.export import EXPORTS
from positions.reading.dossier import load_dossier
from positions.start.case import new_workbook
from positions.workbook.tables import TABLES
from tests.components.report.handed_out import compared, istanbul_briefing, view_on
from tests.positions.export.hostile import view_of

TITLES = ("Neutrality", "Crimea", "Donbas", "Security guarantees", "Ceasefire")


@pytest.fixture(scope="module")
def office() -> str:
    """LibreOffice; skips, with the reason, when it is not here and not required."""
    found = shutil.which("soffice")
    if found:
        return found
    reason = "no LibreOffice (soffice) on this machine"
    if os.environ.get("REQUIRE_OFFICE"):
        pytest.fail(reason)
    pytest.skip(reason)


def printed(office: str, content: bytes, suffix: str, folder: Path) -> list[str]:
    """The words of each page when the program prints the file."""
    source = folder / f"briefing.{suffix}"
    source.write_bytes(content)
    home = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    pages = pypdfium2.PdfDocument(folder / "briefing.pdf")
    words = [" ".join(page.get_textpage().get_text_range().split()) for page in pages]
    pages.close()
    return words


@pytest.mark.parametrize("suffix", ["pptx", "docx"])
def test_a_document_opens_with_every_issue(office: str, suffix: str, tmp_path: Path) -> None:
    """Each issue, the day and the data version are on the printed pages, and none of these is empty."""
    form = next(one for one in BRIEFINGS if one.suffix == suffix)
    made = istanbul_briefing()
    pages = printed(office, form.made(made, PRESETS["slide"])[0].content, suffix, tmp_path)
    text = " ".join(pages)

    assert all(title in text for title in TITLES)
    assert made.head.data_version in text
    assert all(page.strip() for page in pages)


def test_one_page_is_one_page_in_the_office_program_too(office: str, tmp_path: Path) -> None:
    """Three sides and five issues, what has moved and the sources are on one sheet, with conditions."""
    made = briefing(compared(view_on(load_dossier("istanbul-2022"))), REPORTS["page"])
    (page,) = printed(office, document(made), "docx", tmp_path)

    assert all(title in page for title in TITLES)
    assert "condition: only once there is a complete ceasefire" in page
    assert "Russia moved 1 step on the ceasefire" in page


def test_the_workbook_opens_with_every_issue(office: str, tmp_path: Path) -> None:
    """The matrix and the codebook can be read in the program, also the condition of a cell."""
    form = next(one for one in EXPORTS if one.suffix == "xlsx")
    text = " ".join(printed(office, form.made(view_of(load_dossier("istanbul-2022"))), "xlsx", tmp_path))

    assert all(title in text for title in TITLES)
    assert "only once there is a complete ceasefire" in text


def test_running_text_opens_with_its_footnotes_on_the_page_that_cites_them(
    office: str, tmp_path: Path
) -> None:
    """The program numbers the footnotes as we did, and prints the first under the first sentence."""
    form = next(one for one in BRIEFINGS if one.id == "paragraphs")
    made = istanbul_briefing()
    pages = printed(office, form.made(made, PRESETS["slide"])[0].content, "docx", tmp_path)

    assert "On neutrality, Russia stated what is placed at ‘Neutral and demilitarised" in pages[0]
    assert "1 Putin says that Ukraine's neutrality, together with its demilitarisation" in pages[0]
    for number, (_, words) in enumerate(made.text.notes, start=1):
        assert f"{number} {' '.join(words.split()[:3])}" in " ".join(pages)


def test_what_is_copied_becomes_footnotes_when_it_is_pasted(office: str, tmp_path: Path) -> None:
    """The rich text of the clipboard is read by the program with a footnote for each note."""
    text = istanbul_briefing().text
    alone = text.alone(text.passages[0])
    source = tmp_path / "copied.html"
    source.write_text(f"<!doctype html><meta charset=utf-8>{html_of(alone)}", encoding="utf-8")
    home = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    kinds = ["--infilter=HTML (StarWriter)", "--convert-to", "odt", "--outdir", str(tmp_path), str(source)]
    subprocess.run([office, home, "--headless", *kinds], check=True, capture_output=True, timeout=180)
    with zipfile.ZipFile(tmp_path / "copied.odt") as package:
        content = package.read("content.xml").decode()

    assert content.count('text:note-class="footnote"') == len(alone.notes)


def test_the_workbook_of_a_new_case_opens_with_every_sheet(office: str, tmp_path: Path) -> None:
    """Heads, examples and the meanings of closed lists are printed, on pages as wide as the paper."""
    pages = printed(office, new_workbook("my-case"), "xlsx", tmp_path)
    text = " ".join(pages)

    for table in TABLES:
        assert f"{table.name} Page" in text
    assert "open in dry months only" in text
    assert "the speaker's words in quotation marks" in text
