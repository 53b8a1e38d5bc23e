"""The PDF of a whole briefing is complete, can be searched and navigated, and is open to a screen reader."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from pypdf import PdfReader

from components.report.content import Briefing, briefing
from components.report.files import briefed_view
from components.report.presets import PRESETS
from components.report.sections import REPORTS, SECTIONS, VIEWS
from components.report.typst.payload_report import PARTS
from components.report.typst.typesetting import pdf
from positions.reading.dossier import load_dossier
from positions.text.citation import source_citation
from tests.components.report.handed_out import (
    istanbul_briefing,
    silent_briefing,
    small_briefing,
    view_on,
    wide_briefing,
)
from tests.components.report.printed import (
    Page,
    fill,
    last_lines,
    outside,
    overprinted,
    pages,
    squashed,
    texts,
)


@cache
def document(preset: str) -> bytes:
    """The briefing of the bundled dossier."""
    return pdf(istanbul_briefing(), PRESETS[preset])


@cache
def paper(made: Callable[[], Briefing], preset: str) -> list[Page]:
    """The pages of a whole report, with the box of every letter."""
    return pages(document(preset) if made is istanbul_briefing else pdf(made(), PRESETS[preset]))


def bookmarks(reader: PdfReader) -> list[str]:
    """The titles of the first level of the outline."""
    return [str(one.title) for one in reader.outline if not isinstance(one, list)]


@pytest.mark.parametrize("preset", PRESETS)
def test_every_part_is_in_the_text(preset: str) -> None:
    """Cells, conditions, citations, codebook and limits can be searched for and copied."""
    made = istanbul_briefing()
    words = squashed(" ".join(page.words for page in pages(document(preset))))
    cells = [line for row in made.matrix.rows for cell in row.cells for line in cell.words.lines]
    notes = [text for note in made.notes for text in (note.citation, note.condition, note.statement.summary)]
    rules = [
        text for issue in made.codebook.issues for text in (issue.rule, *(step.rule for step in issue.scale))
    ]
    variants = [text for row in made.robustness.rows for text in row.texts]
    variants += [*made.robustness.sentences, *made.robustness.removals]
    rest = [
        *variants,
        *made.codebook.limits,
        *made.codebook.premises,
        made.codebook.naming_note,
        made.head.licence,
    ]
    changes = [text for row in made.moves.changes for text in (row.name, row.before, row.after, row.words)]
    sources = [source_citation(source) for source in made.codebook.sources]

    assert not [
        text for text in (*cells, *notes, *rules, *rest, *changes, *sources) if squashed(text) not in words
    ]


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("made", [istanbul_briefing, small_briefing, silent_briefing])
def test_nothing_is_cut_or_covered(made: Callable[[], Briefing], preset: str) -> None:
    """Every letter stands inside the margin, and no letter on another."""
    margin = PRESETS[preset].points(PRESETS[preset].margin) * 0.35
    for page in paper(made, preset):
        assert not outside(page, margin)
        assert not overprinted(page)


def heads(made: Briefing) -> set[str]:
    """Every head of a full report, without spaces."""
    issues = made.codebook.issues
    groups = {head for one in made.listings.values() for head, _ in one.groups}
    named = {text for one in issues for text in (one.name, f"{one.name}: {one.question}")}
    return {squashed(text) for text in (*SECTIONS.values(), *PARTS.values(), *groups, *named) if text}


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("made", [istanbul_briefing, small_briefing, silent_briefing])
def test_sheets_are_filled_and_no_head_ends_one(made: Callable[[], Briefing], preset: str) -> None:
    """But for the last, no sheet of the full report ends in its upper third, and none ends with a head.

    On small sheets a section of few lines or cells may end a little above that.
    """
    found = texts(paper(made, preset))
    least = 0.29 if preset in ("card", "square") else 1 / 3

    assert [round(fill(page), 2) for page in found[:-1] if fill(page) < least] == []
    assert not [line for page in found for line in last_lines(page) if line in heads(made())]


@pytest.mark.parametrize(("preset", "columns"), [("slide", 2), ("a4-landscape", 2), ("a4-portrait", 1)])
def test_text_that_runs_on_stands_in_columns_on_broad_sheets(preset: str, columns: int) -> None:
    """No line of statements, codebook, limits and sources runs over the middle of a sheet of such a width."""
    found = texts(paper(istanbul_briefing, preset))
    begins = max(place for place, page in enumerate(found) if SECTIONS["notes"] in page.words)
    middle = found[0].size[0] / 2
    lines = [one for page in found[begins + 1 :] for one in page.letters if one.box[0] < middle < one.box[2]]

    assert bool(lines) == (columns == 1)


@pytest.mark.parametrize("report", [*VIEWS, "cell"])
def test_a_report_of_one_view_has_no_cover_of_a_title_alone(report: str) -> None:
    """Its first sheet holds the question, the day and so much of the view that it is filled."""
    view = view_on(load_dossier("istanbul-2022"), cell=("russia", "crimea"))
    made = briefing(view, REPORTS[report])
    found = pages(pdf(made, PRESETS["slide"]))
    (first, *_) = texts(found) if len(found) > 1 else found
    issue = made.codebook.issues[0].question

    assert all(page.letters for page in (texts(found) if len(found) > 1 else found))
    assert fill(first) > 0.6
    assert squashed(made.head.as_of_words) in squashed(found[0].words)
    assert any(squashed(one) in squashed(found[0].words) for one in (made.head.question, issue))


@pytest.mark.parametrize("preset", PRESETS)
def test_one_cell_leaves_no_legend_on_a_sheet_of_its_own(preset: str) -> None:
    """Scale, words and what the signs mean stand on one sheet, also where one statement fills two columns."""
    view = view_on(load_dossier("ukraine-2014-2026"), cell=("russia", "neutrality"))
    found = pages(pdf(briefed_view(view, REPORTS["cell"]).briefing, PRESETS[preset]))
    legends = [page for page in found if squashed("own words") in squashed(page.words)]
    said = texts(found) if len(found) > 1 else found

    assert len(found) <= 3
    assert [squashed("Free choice of alliance") in squashed(page.words) for page in legends] == [True]
    assert [round(fill(page), 2) for page in said[:-1] if fill(page) < 0.4] == []


def test_bookmarks_lead_to_every_part() -> None:
    """The outline names the views, each issue, and what follows them, in the order of the pages."""
    reader = PdfReader(io.BytesIO(document("a4-portrait")))
    names = bookmarks(reader)
    places = [reader.get_destination_page_number(one) for one in reader.outline if not isinstance(one, list)]

    assert names[:5] == [SECTIONS[one] for one in ("matrix", "ranges", "pairs", "moves", "robustness")]
    assert names[5] == "What has moved"
    assert names[6:8] == [SECTIONS["movement"], SECTIONS["other_words"]]
    assert [issue.name for issue in istanbul_briefing().codebook.issues] == names[8:13]
    assert names[13:] == [SECTIONS[one] for one in ("notes", "codebook", "limits", "sources")]
    assert places == sorted(places)  # type: ignore[type-var]


def test_a_screen_reader_is_told_language_title_and_tags() -> None:
    """The file calls itself PDF/UA-1, names its language, shows its title and is tagged."""
    reader = PdfReader(io.BytesIO(document("a4-portrait")))
    root: Any = reader.root_object

    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert squashed(str(reader.metadata.title)) == squashed(istanbul_briefing().head.title)  # type: ignore[union-attr]
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    assert {"/Table", "/TH", "/TD", "/H1", "/H2", "/Figure"} <= roles(root["/StructTreeRoot"])


def roles(node: object) -> set[str]:
    """The kinds of tags in a structure tree."""
    found: set[str] = set()
    waiting = [node]
    while waiting:
        one = getattr(waiting[-1], "get_object", lambda: None)() if waiting else None
        waiting.pop()
        if isinstance(one, dict):
            found.add(str(one.get("/S", "")))
            waiting.append(one.get("/K"))
        elif isinstance(one, list):
            waiting.extend(one)
    return found


def test_a_cell_leads_to_its_notes() -> None:
    """Each number of a note in the matrix is a link to the page on which the note stands."""
    reader = PdfReader(io.BytesIO(document("a4-portrait")))
    links = [note.get_object() for note in reader.pages[0]["/Annots"]]  # type: ignore[attr-defined]
    numbers = [one for row in istanbul_briefing().matrix.rows for cell in row.cells for one in cell.notes]

    assert len([one for one in links if one["/Subtype"] == "/Link"]) == len(numbers)


def test_drawings_say_what_they_show() -> None:
    """The range plot, the movement and each card carry a sentence for who cannot see them."""
    told = {
        str(one)
        for one in alternatives(PdfReader(io.BytesIO(document("a4-portrait"))).root_object["/StructTreeRoot"])
    }

    assert any("Russia at step 0" in one for one in told)
    assert any(istanbul_briefing().moves.measure in one for one in told)
    assert len(told) >= 2 + len(istanbul_briefing().cards)


def alternatives(node: object) -> list[str]:
    """The alternative texts in a structure tree."""
    found: list[str] = []
    waiting = [node]
    while waiting:
        one = getattr(waiting.pop(), "get_object", lambda: None)()
        if isinstance(one, dict):
            found += [str(one["/Alt"])] if "/Alt" in one else []
            waiting.append(one.get("/K"))
        elif isinstance(one, list):
            waiting.extend(one)
    return found


def test_the_same_briefing_gives_the_same_bytes() -> None:
    """There is no clock inside."""
    assert pdf(istanbul_briefing(), PRESETS["a4-portrait"]) == document("a4-portrait")


def test_a_view_of_everything_keeps_its_notes() -> None:
    """Thirteen issues and nine columns go on over pages; every note is there."""
    made: Briefing = wide_briefing()
    words = squashed(" ".join(page.words for page in pages(pdf(made, PRESETS["a4-landscape"]))))

    assert all(squashed(note.citation) in words for note in made.notes)
