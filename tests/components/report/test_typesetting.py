"""Sheets say everything, at the size that was asked for, and nothing is cut, covered or left out."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise

import pytest
from PIL import Image, ImageChops

from components.figures.legend import meanings
from components.report.content import Briefing, briefing
from components.report.presets import PRESETS
from components.report.records import CellText
from components.report.sections import VIEWS
from components.report.typst import process as typst_process
from components.report.typst import typesetting
from components.report.typst.payload import NOTHING
from components.report.typst.typesetting import sheets
from components.theme import LOOKS, MARKS
from positions.cell import STATES
from positions.reading.dossier import load_dossier
from positions.text.cell_lines import CellWords
from positions.text.labels import STRIP_WORDS
from positions.text.robustness import HEADS
from tests.components.report.blanks import every_blank
from tests.components.report.handed_out import (
    compared,
    hostile_briefing,
    istanbul_briefing,
    silent_briefing,
    small_briefing,
    view_on,
    wide_briefing,
)
from tests.components.report.printed import Page, outside, overprinted, pages, shapes, squashed
from tests.conftest import SMALL

MADE: dict[str, Callable[[], Briefing]] = {
    "small": every_blank,
    "istanbul": istanbul_briefing,
    "wide": wide_briefing,
    "hostile": hostile_briefing,
    "silent": cache(silent_briefing),
}
SIGNS = "Çavuşoğlu #let $x$ *b* _i_ @r <l> \\ [z] ~ // Зеленський Orbán `c` = - + {a}"


@cache
def printed(made: str, view: str, preset: str) -> list[Page]:
    """The pages of a view of a briefing, read back from its PDF."""
    files = sheets(MADE[made](), view, PRESETS[preset], "pdf")
    return [page for one in files for page in pages(one)]


def must_say(made: Briefing, view: str) -> set[str]:
    """What the sheets of a view may not leave out."""
    matrix, gaps = made.matrix, made.gaps
    if view == "matrix":
        cells = {line for row in matrix.rows for cell in row.cells for line in cell.words.lines}
        heads = {column.name for column in matrix.columns} | {row.issue.question for row in matrix.rows}
        pairs = {pair for row in matrix.rows for pair in (row.gap.size, *row.gap.pairs)}
        legend = {words for _, words in matrix.legend.strips} | {
            look.words for _, look in matrix.legend.looks
        }
        return cells | heads | pairs | legend | {matrix.legend.ends}
    if view == "ranges":
        blanks = {text for row in gaps.ranges for one in row.blanks for text in (one.names, one.words)}
        steps = {step.short for row in gaps.ranges for step in row.issue.scale}
        sizes = {text for row in gaps.ranges for text in (row.gap.size, *row.gap.pairs)}
        legend = {one.words for one in meanings(gaps.ranges)}
        return {spot.label for row in gaps.ranges for spot in row.spots} | blanks | steps | sizes | legend
    if view == "pairs":
        cells = {
            text
            for row in gaps.pair_rows
            for cell in row.cells
            for text in (cell.words, cell.relation, cell.basis)
        }
        return cells | {row.issue.name for row in gaps.pair_rows} | {gaps.overall}
    if view == "robustness":
        found = made.robustness
        cells = {text for row in found.rows for text in row.texts}
        return cells | {*found.sentences, *found.removals} | ({*HEADS} if found.rows else set())
    if view == "movement":
        drawn = made.moves.movement
        rows = {text for panel in drawn.arrows for row in panel.rows for text in (row.name, row.told)}
        notes = {panel.note for panel in drawn.panels} | {panel.note for panel in drawn.arrows if rows}
        names = {label.words for panel in drawn.panels for label in panel.labels}
        steps = {step.short for panel in drawn.panels for step in panel.issue.scale}
        days = set(drawn.days) if rows else set()
        return rows | (notes - {""}) | names | steps | days | {panel.issue.name for panel in drawn.panels}
    return _of_cards(made)


def _of_cards(made: Briefing) -> set[str]:
    steps = {step.label for card in made.cards for step in card.issue.scale}
    cells = {line for card in made.cards for lane in card.lanes for line in lane.cell.words.lines}
    notes = [note for card in made.cards for lane in card.lanes for note in lane.notes]
    said = {
        text for note in notes for text in (note.statement.summary, note.condition, note.phrase, note.who)
    }
    claims = {claim.by for card in made.cards if card.scale for claim in card.claims}
    heads = {text for card in made.cards for text in (card.issue.question, card.title)}
    return steps | cells | said | claims | heads


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("made", MADE)
def test_every_word_stands_on_the_sheets(made: str, view: str, preset: str) -> None:
    """Titles, cells, conditions, blanks and the footer are all there, whatever the size."""
    found = printed(made, view, preset)
    words = squashed(" ".join(page.words for page in found))
    wanted = must_say(MADE[made](), view)
    missing = [text for text in wanted if squashed(text) not in words]
    footer = squashed(MADE[made]().head.footer)

    assert not missing
    assert all(footer in squashed(page.words) for page in found)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("made", MADE)
def test_nothing_is_cut_or_covered(made: str, view: str, preset: str) -> None:
    """Every letter stands inside the margin, and no letter on another."""
    margin = PRESETS[preset].points(PRESETS[preset].margin) * 0.35
    for page in printed(made, view, preset):
        assert not outside(page, margin)
        assert not overprinted(page)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("view", VIEWS)
def test_pictures_have_the_size_of_their_preset(view: str, preset: str) -> None:
    """A slide is 1920 by 1080 pixels, A4 has 300 dots per inch; each sheet is one file."""
    wanted = (PRESETS[preset].width, PRESETS[preset].height)
    made = sheets(istanbul_briefing(), view, PRESETS[preset], "png")

    assert [Image.open(io.BytesIO(one)).size for one in made] == [wanted] * len(made)
    assert len(made) == len(printed("istanbul", view, preset))


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
@pytest.mark.parametrize("view", VIEWS)
def test_the_same_briefing_gives_the_same_bytes(view: str, form: typesetting.Format) -> None:
    """Two runs can be compared file by file, also with a compiler that has seen nothing."""
    first = sheets(small_briefing(), view, PRESETS["card"], form)
    typst_process.forget()

    assert sheets(small_briefing(), view, PRESETS["card"], form) == first


def drawn_alone(cell: CellText) -> dict[str, int]:
    """The shapes of a matrix that has this cell only, without its words, its strip and a legend."""
    made = every_blank()
    plain = replace(cell, words=CellWords(".", (), "", (), ()), strip=(), notes=())
    legend = replace(made.matrix.legend, strips=(), looks=())
    row = replace(made.matrix.rows[0], cells=(plain,))
    alone = replace(made.matrix, columns=made.matrix.columns[:1], rows=(row,), legend=legend)
    return shapes(sheets(replace(made, matrix=alone), "matrix", PRESETS["card"], "svg")[0])


def test_each_look_differs_without_words_and_colour() -> None:
    """In grey no state passes for another: the line around, the edge at the left or the ground differ."""
    first = every_blank().matrix.rows[0].cells[0]
    drawn = {name: str(drawn_alone(replace(first, look=look))) for name, look in LOOKS.items()}

    assert set(drawn) == {*STATES, "old", "by_name"}
    assert len(set(drawn.values())) == len(drawn)


def test_every_look_is_in_the_sample() -> None:
    """What these tests look at has every state of a cell, and the legend tells each that is not plain."""
    matrix = every_blank().matrix

    assert {cell.state for row in matrix.rows for cell in row.cells} == set(STATES)
    told = {words for _, words in matrix.legend.strips}
    assert {name for name, _ in matrix.legend.looks} == {
        name for name, look in LOOKS.items() if name != "stated" and look.words not in told
    }
    assert {look.words for name, look in LOOKS.items() if name != "stated"} <= told | {
        look.words for _, look in matrix.legend.looks
    }


def test_each_block_of_a_strip_differs() -> None:
    """Point, other words, doubt, old, members and nothing are six drawings, none by its grey alone."""
    made = every_blank()
    row = made.matrix.rows[0]
    drawn = []
    for block in (*STRIP_WORDS, ""):
        cell = replace(row.cells[0], strip=(block,) * 3, words=CellWords(".", (), "", (), ()))
        alone = replace(made.matrix, columns=made.matrix.columns[:1], rows=(replace(row, cells=(cell,)),))
        drawn.append(str(shapes(sheets(replace(made, matrix=alone), "matrix", PRESETS["card"], "svg")[0])))

    assert len(set(drawn)) == len(STRIP_WORDS) + 1


def test_doubt_is_seen_in_a_picture_of_few_pixels() -> None:
    """A hatched block has clearly more ink than an outlined one, and less than a full one."""
    made = every_blank()
    row, card = made.matrix.rows[0], PRESETS["card"]
    few = replace(card, type=replace(card.type, body=(11, 11)))  # blocks of four pixels, as of a full card

    def ink(block: str) -> int:
        cell = replace(row.cells[0], strip=(block,) * 3, words=CellWords(".", (), "", (), ()))
        alone = replace(made.matrix, columns=made.matrix.columns[:1], rows=(replace(row, cells=(cell,)),))
        (sheet,) = sheets(replace(made, matrix=alone), "matrix", few, "png")
        grey = Image.open(io.BytesIO(sheet)).convert("L")
        return sum(255 - value for value in grey.tobytes())

    said, doubt, other, empty = map(ink, ("point", "doubt", "other", ""))

    assert said > doubt > other > empty
    assert (doubt - other) / (said - other) > 0.25


def test_each_mark_differs_in_grey() -> None:
    """Own words, reported, claimed, earlier, old, weak and draft are seven drawings without their colour."""
    made = every_blank()
    row = next(row for row in made.gaps.ranges if row.spots)
    spot = replace(row.spots[0], role="own", old=False, weak=False, doubt=False, label="one")
    roles = [replace(spot, role=role) for role in ("own", "reported", "claimed", "earlier", "draft")]
    drawn = []
    for one in (*roles, replace(spot, old=True), replace(spot, weak=True)):
        alone = replace(row, spots=(one,), reaches=(), earlier=(), blanks=(), ends=None)
        gaps = replace(made.gaps, ranges=(alone,), sentences=(".",))
        sheet = sheets(replace(made, gaps=gaps), "ranges", PRESETS["slide"], "png")[0]
        picture = Image.open(io.BytesIO(sheet)).convert("L")
        # The legend, which names each, stands at the left.
        drawn.append(picture.crop((picture.width * 9 // 40, 0, picture.width, picture.height)))
    different = [
        sum(1 for value in ImageChops.difference(one, other).tobytes() if value > 60)
        for one, other in combinations(drawn, 2)
    ]

    assert len(drawn) == len(MARKS)
    assert min(different) > 40  # pixels; a mark has some 500


def test_three_columns_by_six_issues_fit_one_slide() -> None:
    """The usual matrix is one slide, its type not below 12 points."""
    dossier = load_dossier("istanbul-2022")
    issues = tuple(issue.id for issue in dossier.issues)[:6]

    assert len(sheets(briefing(view_on(dossier, issues=issues)), "matrix", PRESETS["slide"], "png")) == 1


@pytest.mark.parametrize(("part", "name"), [("edge", "wavy"), ("left", "triple"), ("fill", "checks")])
def test_a_look_that_nobody_drew_is_an_error(part: str, name: str) -> None:
    """A new value of a look stops the sheet and says so; it is never drawn as another."""
    cell = every_blank().matrix.rows[0].cells[0]
    unknown = replace(cell.look, **{part: name})  # type: ignore[arg-type]

    with pytest.raises(RuntimeError, match=f"for the look {name}"):
        drawn_alone(replace(cell, look=unknown))


def test_sheets_are_numbered_where_there_are_several() -> None:
    """A reader who holds one sheet knows that there is another; a single one has no number."""
    several = printed("wide", "matrix", "slide")
    single = printed("istanbul", "matrix", "slide")

    assert len(several) > 1
    for number, page in enumerate(several, start=1):
        assert f"Sheet {number} of {len(several)}" in page.words
    assert "Sheet" not in single[0].words


def test_rows_of_two_days_share_sheets_where_that_makes_fewer() -> None:
    """Issues of a long record begin below others; what goes on overleaf has its issue's name again."""
    made = briefing(compared(view_on(load_dossier("ukraine-2014-2026"))))
    movement = made.moves.movement
    files = sheets(made, "movement", PRESETS["slide"], "pdf")
    found = [page.words for one in files for page in pages(one)]
    days = [words for words in found if f"{movement.days[0]} →" in " ".join(words.split())]
    names = [panel.issue.name for panel in movement.arrows]

    assert len(days) == 3
    assert [sum(name in " ".join(words.split()) for name in names) for words in days] == [2, 2, 3]


def test_the_head_of_the_table_is_repeated() -> None:
    """Every sheet of the matrix names its columns and has title and legend."""
    for page in printed("wide", "matrix", "a4-landscape"):
        assert "Farthest apart" in page.words
        assert squashed(wide_briefing().head.title) in squashed(page.words)
        assert squashed("direction carries no merit") in squashed(page.words)


def test_a_text_longer_than_a_sheet_goes_on() -> None:
    """A condition of many hundred words is printed whole, over as many sheets as it takes."""
    small = load_dossier(SMALL)
    long = " ".join(f"word{number}" for number in range(400))
    told = tuple(
        one.model_copy(update={"condition": long}) if one.id == "gazette-1" else one
        for one in small.statements
    )
    made = briefing(view_on(small.model_copy(update={"statements": told})))
    for view in ("matrix", "issue"):
        found = [page for one in sheets(made, view, PRESETS["card"], "pdf") for page in pages(one)]
        words = squashed(" ".join(page.words for page in found))

        assert all(f"word{number}" in words for number in range(400))
        assert not [letter for page in found for letter in outside(page, 2)]


def test_signs_of_the_typesetter_are_text() -> None:
    """A name with signs that Typst would read is printed as it is written."""
    small = load_dossier(SMALL)
    parties = tuple(
        one.model_copy(update={"name": SIGNS}) if one.id == "northland" else one for one in small.parties
    )
    made = briefing(view_on(small.model_copy(update={"parties": parties, "title": SIGNS})))
    for view in VIEWS:
        words = squashed(
            "".join(page.words for one in sheets(made, view, PRESETS["slide"], "pdf") for page in pages(one))
        )

        assert squashed(SIGNS) in words, view


@pytest.mark.parametrize("view", [view for view in VIEWS if view != "issue"])
def test_an_empty_view_says_so(view: str) -> None:
    """Without an issue there is one sheet, which says that nothing is chosen."""
    made = briefing(view_on(load_dossier(SMALL), issues=()))
    (one,) = sheets(made, view, PRESETS["slide"], "pdf")

    assert NOTHING in pages(one)[0].words
    assert not sheets(made, "issue", PRESETS["slide"], "pdf")


def test_one_row_fills_its_sheet_without_being_blown_up() -> None:
    """A view of one issue and two sides is one sheet; movement has both days and the record on it.

    A row for each variant of coding needs more room, however few issues there are.
    """
    chosen = {"issues": ("access",), "parties": ("northland", "southland")}
    made = briefing(view_on(load_dossier(SMALL), **chosen))
    for view in (view for view in VIEWS if view != "robustness"):
        (one,) = sheets(made, view, PRESETS["slide"], "pdf")

        assert len(pages(one)) == 1
        assert not any(overprinted(page) for page in pages(one))


@pytest.mark.parametrize("preset", ["square", "card", "a4-portrait"])
def test_lines_of_a_legend_stand_as_far_apart_with_a_sign_as_without(preset: str) -> None:
    """A cell that shows a look is no reason for a wider line."""
    page = pages(sheets(every_blank(), "matrix", PRESETS[preset], "pdf")[0])[0]
    told = "".join(one.text for one in page.letters)
    first, last = told.index("whatthenewestwordssay"), told.rindex("nomerit")
    lines = sorted({round(one.box[1], 1) for one in page.letters[first:last] if one.text == "e"})
    gaps = [round(high - low, 1) for low, high in pairwise(lines) if high - low > 1]

    assert len(gaps) > 1
    assert max(gaps) - min(gaps) < 0.5
