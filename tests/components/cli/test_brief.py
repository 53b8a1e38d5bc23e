"""`positions brief` writes what is handed out, for every day, size and format, the same bytes each time."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner, Result

from components.cli.commands import app
from components.cli.options import FORMATS, FORMS
from components.cli.view import read_view
from components.report import BRIEFINGS
from components.report.presets import PRESETS
from positions.export import EXPORTS
from positions.export.manifest import SUFFIX
from positions.reading.dossier import dossier_folder, load_dossier
from positions.tables import Tables
from positions.text.distance import overall_words
from positions.view import view_of
from tests.components.report.scripts import NOWHERE
from tests.conftest import SMALL, Changed


def briefed(folder: Path, *words: str, dossier: str | Path = SMALL) -> Result:
    """The result of `positions brief <dossier> <words>` into a folder."""
    return CliRunner().invoke(app, ["brief", str(dossier), *words, "-o", str(folder)])


def parts(folder: Path) -> set[tuple[str, str]]:
    """What the files of a folder show, with their suffix; what stands beside them is left out."""
    names = [path.name.split("_") for path in folder.iterdir() if not path.name.endswith(SUFFIX)]
    return {(name[2], name[-1].split(".", 1)[1]) for name in names}


def test_every_format_comes_out_the_same_twice(tmp_path: Path) -> None:
    """Without --format all formats are written, told on the way, and two runs can be compared."""
    results = [briefed(tmp_path / name) for name in ("one", "two")]
    first, second = (sorted((tmp_path / name).iterdir()) for name in ("one", "two"))
    suffixes = {one.suffix for one in BRIEFINGS} | {one.suffix for one in EXPORTS}

    assert [result.exit_code for result in results] == [0, 0]
    assert {suffix for _, suffix in parts(tmp_path / "one")} == suffixes
    assert sorted(results[0].stdout.split("\n")[:-1]) == [str(path) for path in first]
    assert [path.name for path in first] == [path.name for path in second]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_a_format_that_fails_is_named_and_the_others_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command ends with 1 and one sentence, and what could be made stands in the folder."""

    def torn(*_: object) -> bytes:
        raise ValueError("no room for a title")

    slides = next(one for one in BRIEFINGS if one.id == "pptx")
    monkeypatch.setattr("components.report.slides.deck.slides", torn)
    result = briefed(tmp_path, "--format", "pptx,md")

    assert result.exit_code == 1
    assert result.stderr.strip() == f"{slides.title}: could not be made. no room for a title."
    assert {suffix for _, suffix in parts(tmp_path)} == {"md"}


def test_days_make_sets_and_sizes_make_files_only_where_they_bear(tmp_path: Path) -> None:
    """Two days and two sizes: four PDF, but one deck and one table of gaps for each day."""
    days = "2031-05-09,2031-06-30"
    result = briefed(tmp_path, "--as-of", days, "--preset", "card,square", "--format", "pdf,pptx,csv")
    counts = {
        suffix: len(list(tmp_path.glob(f"*asof-{day}*.{suffix}")))
        for day in days.split(",")
        for suffix in ("pdf", "pptx", "csv")
    }

    assert result.exit_code == 0
    assert counts == {"pdf": 2, "pptx": 1, "csv": 7}
    assert ("full-dossier-card", "pdf") in parts(tmp_path)
    assert ("full-dossier", "pptx") in parts(tmp_path)


@pytest.mark.parametrize("preset", PRESETS)
def test_pictures_have_the_size_of_their_preset(preset: str, tmp_path: Path) -> None:
    """What is called a slide is 1920 × 1080 pixels, and so on."""
    briefed(tmp_path, "--preset", preset, "--format", "png")
    pictures = list(tmp_path.glob("*.png"))
    sizes = {Image.open(io.BytesIO(path.read_bytes())).size for path in pictures}

    assert sizes == {(PRESETS[preset].width, PRESETS[preset].height)}
    assert all(preset in path.name for path in pictures)


def test_running_text_comes_with_footnotes_for_word_and_for_a_wiki(tmp_path: Path) -> None:
    """Both files show the same view in words; one passage says what moved since the chosen day."""
    options = ("--as-of", "2022-04-05", "--since", "2022-03-29", "--format", "paragraphs,paragraphs_md")
    result = briefed(tmp_path, *options, dossier="istanbul-2022")
    told = next(tmp_path.glob("*.md")).read_text(encoding="utf-8")

    assert result.exit_code == 0
    assert parts(tmp_path) == {("paragraphs", "docx"), ("paragraphs", "md")}
    assert "## What moved since 29 Mar 2022, as of 5 Apr 2022" in told
    assert "[^1]: " in told


def test_the_view_is_the_one_that_was_asked_for(tmp_path: Path) -> None:
    """Parties, issues, compared day, weights, span and language of dates all show in the file."""
    briefed(
        tmp_path,
        *("--as-of", "2022-04-05", "--since", "2022-03-29", "--parties", "russia,ukraine"),
        *("--issues", "crimea,donbas", "--weights", "crimea=2", "--dates", "fr", "--span", "90"),
        *("--format", "md"),
        dossier="istanbul-2022",
    )
    told = next(tmp_path.glob("*_full-dossier_*.md")).read_text(encoding="utf-8")

    assert "5 avr. 2022" in told
    assert "29 mars 2022" in told
    assert " Mar 2022" not in told
    assert "weights: 2 for Crimea, 1 for others" in told
    assert "words older than 90 days left out" in told
    assert "Neutrality" not in told.split("## Codebook", maxsplit=1)[0]
    assert "| West" not in told


def test_weights_change_the_overall_distance(tmp_path: Path) -> None:
    """A weight is not only named: the distance that is told is that of the view with the weight."""
    name, options = "ukraine-2014-2026", ("--parties", "russia,ukraine", "--issues", "neutrality,donbas")
    found = load_dossier(name)
    chosen = read_view(found, {"parties": "russia,ukraine", "issues": "neutrality,donbas"})
    tables, distances = Tables(found, dossier_folder(name)), []
    for weights in ((), (("donbas", 50.0),)):
        view = view_of(tables, replace(chosen, weights=weights))
        folder = tmp_path / str(len(weights))
        asked = ("--weights", "donbas=50") if weights else ()
        briefed(folder, *options, *asked, "--format", "md", dossier=name)

        distances.append(view.distances[0].distance)
        written = next(folder.glob("*_full-dossier_*.md")).read_text(encoding="utf-8")
        assert overall_words(view) in written
    assert distances[0] != distances[1]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--format", "pdf,doc"), "No such format: doc. Formats: pdf, html"),
        (("--preset", "poster"), "No such preset: poster. Presets: slide"),
        (("--as-of", "2030-01-01"), "Days: 2022-02-24 to 2022-04-05"),
        (("--as-of", "2022-03-29,yesterday"), "'yesterday' is not a day such as 2022-03-29"),
        (("--since", "2022-04-05"), "--since 2022-04-05 is not earlier than the day 2022-04-05"),
        (("--issues", "moon"), "Issues: neutrality"),
        (("--parties", "atlantis"), "Parties: "),
        (("--dates", "latin"), "No such language of dates: latin. Languages: en, iso"),
        (("--weights", "crimea=lots"), "Weights are numbers from 0 to 100, such as crimea=2."),
        (("--span", "0"), "--span"),
    ],
)
def test_wrong_usage_writes_nothing(words: tuple[str, ...], expected: str, tmp_path: Path) -> None:
    """What is mistyped is answered with what there is, in one sentence and exit code 2."""
    result = briefed(tmp_path / "none", *words, dossier="istanbul-2022")

    assert result.exit_code == 2
    assert expected in " ".join(result.output.split())
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("module", "library", "lost"),
    [
        ("pptx", "python-pptx", {"pptx"}),
        ("docx", "python-docx", {"docx"}),
        ("jinja2", "jinja2", {"html"}),
        ("xlsxwriter", "xlsxwriter", {"xlsx", "pptx"}),  # charts of slides are workbooks
        ("typst", "typst", {"pdf", "png", "svg"}),
    ],
)
def test_a_missing_library_stops_its_formats_only(
    module: str, library: str, lost: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence says what to install, every other format is written, and the exit code is 1."""
    monkeypatch.setitem(sys.modules, module, None)
    result = briefed(tmp_path)
    written = {suffix for _, suffix in parts(tmp_path)}

    assert result.exit_code == 1
    assert f"pip install {library}" in result.output
    assert written == ({one.suffix for one in BRIEFINGS} | {one.suffix for one in EXPORTS}) - lost


def test_letters_without_a_typeface_are_named(tmp_path: Path, changed: Changed) -> None:
    """Everything is written, the script is named once, and the exit code is 1; text alone lacks nothing."""
    folder = changed(dossier=[("name: Northland", f"name: {NOWHERE}")])
    drawn = briefed(tmp_path / "drawn", "--format", "png,md", dossier=folder)
    text = briefed(tmp_path / "text", "--format", "md,html,docx,pptx", dossier=folder)

    assert drawn.exit_code == 1
    assert drawn.stderr.count("No typeface here for Egyptian Hieroglyphs (2 letters)") == 1
    assert {suffix for _, suffix in parts(tmp_path / "drawn")} == {"png", "md"}
    assert text.exit_code == 0


def test_dates_in_another_language_need_their_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the names of months nothing is written half in another language."""
    monkeypatch.setitem(sys.modules, "babel", None)
    result = briefed(tmp_path / "none", "--dates", "fr")

    assert result.exit_code == 1
    assert "pip install babel" in result.output
    assert not (tmp_path / "none").exists()
    assert briefed(tmp_path / "iso", "--dates", "iso", "--format", "md").exit_code == 0


def test_every_format_has_a_name_on_the_command_line() -> None:
    """No format can be reached only through the app."""
    assert all({one.id, one.suffix} & set(FORMATS) for one in FORMS)


@pytest.mark.parametrize(
    ("report", "names"),
    [
        ("page", {("one-page-slide", "pdf"), ("one-page-slide", "png"), ("one-page", "md")}),
        ("pairs", {("pairs-slide", "pdf"), ("pairs-slide", "png"), ("pairs", "md")}),
    ],
)
def test_a_report_is_as_long_as_was_asked(tmp_path: Path, report: str, names: set[tuple[str, str]]) -> None:
    """One page or one view: files are named by the report, and there are no others."""
    result = briefed(tmp_path, "--report", report, "--format", "pdf,png,md", dossier="istanbul-2022")

    assert result.exit_code == 0
    assert {one for one in parts(tmp_path) if one[0] != "paragraphs"} == names


def test_a_report_of_one_cell_needs_the_cell(tmp_path: Path) -> None:
    """The cell is named by party and issue; without it, or with another report, the command says so."""
    made = briefed(tmp_path, "--report", "cell", "--cell", "northland.access", "--format", "pdf")
    lacking = briefed(tmp_path, "--report", "cell")
    needless = briefed(tmp_path, "--report", "page", "--cell", "northland.access")
    unknown = briefed(tmp_path, "--report", "poster")
    elsewhere = briefed(tmp_path, "--report", "cell", "--cell", "northland.nowhere")

    assert made.exit_code == 0
    assert parts(tmp_path) == {("one-cell-northland-access-slide", "pdf")}
    assert [one.exit_code for one in (lacking, needless, unknown, elsewhere)] == [2, 2, 2, 2]
    assert "go together" in lacking.stderr
    assert "Reports: page, slides, full" in unknown.stderr
    assert "cell" in elsewhere.stderr
