"""Every format of a briefing is offered, makes its files, and makes them the same each time."""

from __future__ import annotations

import subprocess
import sys

import pytest

from components.report import BRIEFINGS, Format
from components.report.presets import PRESETS
from positions.export.names import file_name
from positions.model.dossier import Dossier
from tests.components.report.handed_out import silent_briefing, small_briefing, view_on

# The first bytes by which programs know a file.
_BEGINNINGS = {
    "pdf": b"%PDF-",
    "html": b"<!doctype html>",
    "pptx": b"PK",
    "docx": b"PK",
    "paragraphs": b"PK",
    "paragraphs_md": b"# ",
    "md": b"# ",
    "png": b"\x89PNG",
    "svg": b"<svg",
}


def test_formats_can_be_told_apart() -> None:
    """Ids and titles are used once."""
    assert len({one.id for one in BRIEFINGS}) == len({one.title for one in BRIEFINGS}) == len(BRIEFINGS)


@pytest.mark.parametrize("one", BRIEFINGS, ids=lambda one: one.id)
def test_each_format_makes_its_kind_of_file_the_same_each_time(one: Format) -> None:
    """Two runs can be compared, and every program knows what it has got."""
    first = one.made(small_briefing(), PRESETS["slide"])

    assert first
    assert all(handout.content.startswith(_BEGINNINGS[one.id]) for handout in first)
    assert first == one.made(small_briefing(), PRESETS["slide"])


@pytest.mark.parametrize("one", BRIEFINGS, ids=lambda one: one.id)
def test_a_silent_dossier_can_be_handed_out(one: Format) -> None:
    """Where nothing has been said, the files say so and are not missing."""
    assert all(handout.content for handout in one.made(silent_briefing(), PRESETS["a4-portrait"]))


@pytest.mark.parametrize("one", BRIEFINGS, ids=lambda one: one.id)
def test_the_files_of_a_format_have_names_of_their_own(one: Format, small: Dossier) -> None:
    """No picture overwrites another in a folder."""
    view = view_on(small)
    files = one.made(small_briefing(), PRESETS["slide"])
    names = {file_name(view, handout.view, one.suffix) for handout in files}

    assert len(names) == len(files)


def test_the_first_page_does_not_wait_for_office_libraries() -> None:
    """Knowing the formats imports none of the libraries that make them."""
    script = (
        "import sys, components.report, components.report.content;"
        "sys.exit(bool({'pptx', 'docx', 'typst', 'jinja2', 'streamlit'} & set(sys.modules)))"
    )

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
