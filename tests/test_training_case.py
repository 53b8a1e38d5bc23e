"""The walk through the case for training: each cell that the README names shows what the README says."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from positions.analysis.behind import statements_behind
from positions.analysis.position import BOUNDED
from positions.cell import BLANK_STATES, Cell
from positions.export import EXPORTS, Export
from positions.export.names import file_name
from positions.method.agreement import compared_codings
from positions.reading.dossier import load_dossier
from positions.reading.source_texts import source_texts
from positions.reading.text_checks import VERIFIED, checks
from positions.selection import default_selection
from positions.tables import Tables
from positions.text.headline import source_line
from positions.text.labels import BLANK_WORDS
from positions.view import View
from tests.conftest import SMALL

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
WALK = README.partition("## A case for training")[2].partition("\n## ")[0]
WORDS = " ".join(WALK.split())
ROWS = re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \| [^|]+ \|$", WALK, re.MULTILINE)
NAMED = [row for row in ROWS if row[0] not in ("Issue", "---")]
KINDS: dict[str, Callable[[Cell], bool]] = {
    "split": lambda cell: cell.state == "split" and not cell.by_name,
    "firm": lambda cell: cell.firm and not cell.old,
    "old": lambda cell: cell.state == "stated" and cell.old,
    "agreed": lambda cell: cell.firm and cell.grouped is not None and cell.grouped.agreed,
    "doubtful": lambda cell: cell.position.point is not None and cell.position.point.doubt,
    "weak": lambda cell: cell.state == "weak",
}


@cache
def tables() -> Tables:
    """The tables of the case for training."""
    return Tables(load_dossier(SMALL), SMALL)


def landing(day: str | None = None) -> View:
    """What a reader sees who opens the case, as of its last day or of another."""
    return View(tables(), default_selection(tables().dossier, dt.date.fromisoformat(day) if day else None))


def named_cell(view: View, issue: str, column: str) -> Cell:
    """The cell of a view under the names that a reader sees."""
    (found,) = (cell for cell in view.cells if (cell.issue_name, cell.name) == (issue, column))
    return found


def test_the_case_is_bundled_and_plainly_fictional() -> None:
    """The title, the line under every output, the limits and each source say that nothing is real."""
    dossier = tables().dossier

    assert dossier.title.endswith("(a fictional case for training)")
    assert source_line(landing()).endswith("a fictional case for training, nothing in it is real")
    assert dossier.limits[0].startswith("The case is fictional.")
    assert {one.note for one in dossier.sources} == {"Fictional, written for training."}


@pytest.mark.parametrize("export", EXPORTS, ids=lambda one: one.id)
def test_every_file_says_that_the_case_is_for_training(export: Export) -> None:
    """In its words, or in its name where a table has no room for words; a schema is about no case."""
    view = landing()
    content = export.made(view)
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            content = b"".join(parts.read(name) for name in parts.namelist())

    named = "training" in file_name(view, export.id, export.suffix)
    assert named
    assert export.suffix in ("csv", "schema.json") or b"ictional" in content


def test_the_walk_names_each_kind_of_blank_once() -> None:
    """All seven kinds are in the table, those that only a reader's own choice makes are not."""
    blanks = Counter(words for _, _, words in NAMED if words in BLANK_WORDS.values())

    assert blanks == Counter(BLANK_WORDS[state] for state in BLANK_STATES if state != "left_out")


@pytest.mark.parametrize(("issue", "column", "words"), NAMED)
def test_a_cell_of_the_walk_shows_what_it_is_named_for(issue: str, column: str, words: str) -> None:
    """On the last day, in the view that opens first, without a choice of the reader's."""
    cell = named_cell(landing(), issue, column)

    assert BLANK_WORDS.get(cell.state) == words if words not in KINDS else KINDS[words](cell)


def test_the_walk_covers_every_kind_of_position() -> None:
    """Each kind that the test knows is on the page once."""
    assert sorted(words for _, _, words in NAMED if words in KINDS) == sorted(KINDS)
    assert len(NAMED) == len(KINDS) + len(BLANK_STATES) - 1


def test_the_numbers_of_the_walk_are_those_of_the_cells() -> None:
    """States that spoke, days of age, what stands below, and the body beside the states."""
    view = landing()
    split, agreed = (named_cell(view, issue, "Coastal League").grouped for issue in ("Access", "Patrols"))
    old = named_cell(view, "Inspection", "Southland").position.point
    negotiator = named_cell(view, "Access", "Northland").position

    assert split is not None
    assert agreed is not None
    assert old is not None
    assert negotiator.point is not None
    assert (len(split.spoke_states), split.states, split.common) == (3, 5, None)
    assert (len(agreed.spoke_states), agreed.spoke_bodies) == (3, ("commission",))
    assert (view.day - old.day).days == 120
    assert negotiator.point.speakers == ("haldane",)
    assert [one.speakers for one in negotiator.others] == [("norrin",)]


def test_an_adviser_sets_a_cell_where_nobody_else_spoke() -> None:
    """Northland's shares rest on one adviser alone."""
    point = named_cell(landing(), "Shares of the catch", "Northland").position.point

    assert point is not None
    assert [tables().speakers[one].authority for one in point.speakers] == ["adviser"]


def test_the_truce_stands_below_until_it_has_lapsed() -> None:
    """On its last day it is told with its end, a day later it is gone, and it never leads."""
    last, after = (named_cell(landing(day), "Patrols", "Northland") for day in ("2031-06-12", "2031-06-13"))

    assert "Type 12 Jun 2031 as the day" in WORDS
    assert "On 13 Jun it is gone" in WORDS
    assert [one.kind for one in last.position.others] == [BOUNDED]
    assert after.position.others == ()
    assert last.position.point == after.position.point


def test_what_sets_no_cell_is_there_to_be_seen() -> None:
    """The drawer of Northland's access shows dissent, claims and commentary apart from what leads."""
    behind = statements_behind(named_cell(landing(), "Access", "Northland"), tables())

    assert [one.speaker for one in behind["point"]] == ["haldane"]
    assert [one.speaker for one in behind["dissent"]] == ["quill"]
    assert [one.about for one in behind["of_others"]] == [("southland",)]
    assert [one.speaker for one in behind["commentary"]] == ["finch"]


def test_a_claim_fills_no_blank() -> None:
    """What Southland says of Northland and the crews is shown, and Northland's own stays unstated."""
    cell = named_cell(landing(), "Crews ashore", "Northland")

    assert cell.state == "not_stated"
    assert [one.speaker for one in statements_behind(cell, tables())["by_others"]] == ["marrow"]


def test_the_texts_come_with_the_case_and_prove_its_phrases() -> None:
    """Whoever has the package can verify at once; the numbers are those of the README."""
    found = [one.status for one in checks(tables().dossier, source_texts(tables().dossier, SMALL / "texts"))]

    assert f"finds {found.count(VERIFIED)} of {len(found)} phrases" in WORDS
    assert found.count("failed") == 0


def test_two_codings_of_the_case_disagree_in_a_few_places() -> None:
    """The Method page has a figure to show and disputed placements to list."""
    (pair,) = compared_codings(tables())

    assert f"placed {len(pair.disputed)} of {pair.found.placed} statements otherwise" in WORDS
    assert 0 < len(pair.disputed) < pair.found.placed / 4
