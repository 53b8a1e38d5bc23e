"""What a cell says: the point, its condition, who said it when, what else is current, and what to know."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from positions.cell import BLANK_STATES
from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.tables import Tables
from positions.text.cell import blank_words, cell_words
from positions.text.cell_lines import CellWords
from positions.text.cell_sentences import cell_sentences
from positions.text.labels import BLANK_WORDS
from tests.positions.factories import (
    AS_OF,
    DESCRIPTION,
    FEW,
    SINGLES,
    WINDOW,
    cell_at,
    days,
    days_before,
    dossiers,
    opened,
    parties_with,
    said,
    tables_of,
)

END = dt.date(2030, 12, 31)  # when all sources are public
TODAY = AS_OF.isoformat()
NO_DAM = [{**DESCRIPTION["issues"][0], "not_applicable": ["north"]}, *DESCRIPTION["issues"][1:]]


def words(
    *statements: Statement, holder: str = "north", issue: str = "dam", day: dt.date = AS_OF, **described: Any
) -> CellWords:
    """The words of one cell over these statements."""
    tables = tables_of(*statements, **described)
    return cell_words(cell_at(tables, holder, issue, day), tables)


@given(dossiers(), days)
@FEW
def test_every_cell_has_words(dossier: Dossier, day: dt.date) -> None:
    """No dossier has a cell without a title or with an empty line, and no blank has evidence of a point."""
    tables = Tables(dossier, Path())

    for holder in (*SINGLES, "league"):
        for issue in tables.scales:
            cell = cell_at(tables, holder, issue, day)
            found = cell_words(cell, tables)
            assert all(line and line == line.strip() for line in found.lines)
            assert bool(found.evidence) != cell.blank
            assert not cell.blank or found.title == BLANK_WORDS[cell.state]


@given(dossiers(), days)
@FEW
def test_days_and_sources_stand_beside_the_words_that_they_belong_to(dossier: Dossier, day: dt.date) -> None:
    """The evidence line of a point has its own day, speakers and number of sources, never another's."""
    tables = Tables(dossier, Path())

    for holder in SINGLES:
        point = cell_at(tables, holder, day=day).position.point
        if point is None:
            continue
        line = cell_words(cell_at(tables, holder, day=day), tables).evidence
        behind = [tables.by_id[one] for one in point.statements]
        certain = any(one.confidence == "high" for one in behind) or point.weak
        inferred = all(one.date_basis == "inferred" for one in behind)
        tail = [*([] if certain else ["medium confidence"]), *(["day inferred"] if inferred else [])]
        assert line.split(" · ")[2:] == [f"{point.sources} source{'s' if point.sources > 1 else ''}", *tail]
        assert point.sources == len({one.source for one in behind})
        assert {tables.names[one.speaker] for one in behind} == set(
            line.split(" · ")[1].replace(" and ", ", ").split(", ")
        )


def test_every_kind_of_blank_has_its_own_words() -> None:
    """No two blanks read alike, and none is left without words."""
    assert set(BLANK_WORDS) == set(BLANK_STATES)
    assert len(set(BLANK_WORDS.values())) == len(BLANK_WORDS)


@pytest.mark.parametrize(
    ("statements", "described", "expected"),
    [
        ([], {}, ("Not stated", "nothing found in 3 sources published by 31 Dec 2030")),
        (
            [],
            {"searched": [{"source": "wire"}]},
            ("Not stated", "nothing found in 1 source published by 31 Dec 2030"),
        ),
        ([], {"searched": []}, ("Not researched", "no search is recorded in this dossier")),
        (
            [],
            {"searched": [{"source": "wire", "issues": ["toll"]}]},
            ("Not researched", "no source searched for it was published by 31 Dec 2030"),
        ),
        ([], {"issues": NO_DAM}, ("Does not apply",)),
        (
            [said("a", "north_head")],
            {"refusals": ["a"]},
            ("Declined to say", "10 May 2030 · North head: north_head speaks."),
        ),
        (
            [said("a", "north_head", said_on="2030-05", condition="only in May")],
            {},
            (
                "Said, but does not fit the scale",
                "May 2030 · North head: north_head speaks (condition: only in May)",
            ),
        ),
        (
            [said("a", "north_plan", 1)],
            {},
            ("Only a draft or shared text", "10 May 2030 · North plan: north_plan speaks."),
        ),
        (
            [said("a", "north_rebel", 1)],
            {},
            ("Only individuals spoke", "10 May 2030 · North rebel: north_rebel speaks."),
        ),
    ],
)
def test_blanks(statements: list[Statement], described: dict[str, Any], expected: tuple[str, ...]) -> None:
    """Each kind of blank says why, and what was said instead with its day and speaker."""
    assert words(*statements, day=END, **described).lines == expected


@pytest.mark.parametrize(
    ("openings", "expected"),
    [
        (
            {"wire"},
            (
                "Not stated",
                "nothing found in 3 sources published by 31 Dec 2030 (of 1 of them only the opening was "
                "read)",
            ),
        ),
        (
            {"gazette", "courier", "wire"},
            (
                "Not researched: only openings read",
                "only the opening was read of 3 sources published by 31 Dec 2030, and nothing follows from "
                "what is not in it",
            ),
        ),
    ],
)
def test_a_blank_says_what_was_read_in_part(openings: set[str], expected: tuple[str, ...]) -> None:
    """Nobody is told as silent because of what is not in an opening; the sentence has the same words."""
    tables = tables_of(sources=opened(*openings))
    found = cell_at(tables, "north", day=END)
    (sentence,) = cell_sentences(found, tables)

    assert cell_words(found, tables).lines == expected
    assert blank_words(found) == expected[0].lower()
    assert sentence.words.removeprefix("No statement of Northland on the dam was found").lstrip(": ") == (
        f"{expected[1].removeprefix('nothing found ')}."
    )


def test_what_an_earlier_government_said_is_told_whatever_was_read() -> None:
    """Its words stay beside a blank of which only openings were read."""
    governments = [{"name": "New government", "since": "2030-06-01"}]
    found = words(
        said("a", "north_head", 1),
        day=END,
        parties=parties_with("north", governments=governments),
        sources=opened("gazette", "courier", "wire"),
    )

    assert found.title == "Nothing by the government in office"
    assert "only the opening was read of 3 sources" in found.notes[0]
    assert found.notes[-1] == "before the government in office, 10 May 2030 · North head: north_head speaks."


def test_a_position() -> None:
    """A position is its step, its condition, and day, speaker and sources."""
    assert words(said("a", "north_head", 2, condition="only in May")) == CellWords(
        "Dam shared", ("condition: only in May",), "10 May 2030 · North head · 1 source", (), ()
    )


def test_everything_around_a_point() -> None:
    """Earlier, bounded, draft and low-confidence words stand below, newest first, each with its own day."""
    found = words(
        said("a", "north_head", 0, said_on=days_before(10), condition="only in May"),
        said("b", "north_envoy", 2, said_on=days_before(8), source="wire"),
        said("c", "north_aide", 3, said_on=days_before(3), until="2030-07", mode="action"),
        said("d", "north_plan", 4, said_on=days_before(9)),
        said("e", "north_protocol", (3, 4), said_on=days_before(1), spread="doubt"),
        said("f", "north_rebel", 4, said_on=TODAY),
    )

    assert found == CellWords(
        title="Dam shared",
        body=(),
        evidence="22 Jun 2030 · North envoy · 1 source",
        others=(
            "since then, 29 Jun 2030 · North protocol: Dam mostly open / Dam open · "
            "in a draft or shared text; the coder was unsure",
            "since then, 27 Jun 2030 · North aide: Dam mostly open · until Jul 2030",
            "before that, 21 Jun 2030 · North plan: Dam open · in a draft or shared text",
            "before that, 20 Jun 2030 · North head: Dam closed (condition: only in May)",
        ),
        notes=(),
    )


def test_a_choice_that_was_said_and_a_doubt_read_differently() -> None:
    """Both name the two steps; only the doubt says that the coder was unsure."""
    unsure = words(said("a", "north_head", (1, 2)))
    stated = words(said("a", "north_head", (1, 2), spread="said"))

    assert (unsure.title, unsure.notes) == (
        "Dam half open / Dam shared",
        ("the coder was unsure between these steps",),
    )
    assert (stated.title, stated.notes) == ("Dam half open / Dam shared", ())


def test_low_confidence_says_so_and_gives_the_very_words() -> None:
    """A weak cell says why it is weak and quotes, so that the label is not taken for what was said."""
    found = words(said("a", "north_head", 2, confidence="low", phrase="as ever"))

    assert found.body == ("“as ever”",)
    assert found.notes == ("low confidence: the words do not spell the step out",)


def test_a_doubt_around_the_point_is_not_told_as_another_step() -> None:
    """A range in doubt that may be the point's own step names no other."""
    sure = said("a", "north_head", 2)

    assert words(sure, said("b", "north_envoy", (1, 2))).others == ()
    assert words(sure, said("b", "north_envoy", (3, 4))).others == (
        "also, 10 May 2030 · North envoy: Dam mostly open / Dam open · the coder was unsure",
    )


def test_old_words_have_their_age() -> None:
    """An old cell says how old it is; that nothing newer was found only where nothing was."""
    old = said("a", "north_head", 2, said_on=days_before(90))

    assert words(old).notes == ("90 days old, nothing newer found",)
    assert words(old, said("b", "north_plan", 2, said_on=TODAY)).notes == ("90 days old",)


def test_newer_words_off_the_scale() -> None:
    """Within the window they are a note beside the point; beyond it they lead, with the last placed below."""
    late = said("b", "north_envoy", said_on=TODAY)
    note = words(said("a", "north_head", 2, said_on=days_before(WINDOW)), late)
    leading = words(said("a", "north_head", 2, said_on="2030-05"), late)

    assert note.notes == ("newer words, 30 Jun 2030 · North envoy, do not fit the scale",)
    assert leading.lines == (
        "Said, but does not fit the scale",
        "30 Jun 2030 · North envoy: north_envoy speaks.",
        "last placed May 2030 · North head: Dam shared",
    )


def test_words_of_a_government_that_left() -> None:
    """They are told as what they are, below the blank of the one in office."""
    since = [{"since": "2029-01-01", "name": "The old one"}, {"since": "2030-06-10", "name": "The new one"}]
    found = words(said("a", "north_head", 2), day=END, parties=parties_with("north", governments=since))

    assert found.lines == (
        "Nothing by the government in office",
        "nothing of the government in office found in 3 sources published by 31 Dec 2030",
        "before the government in office, 10 May 2030 · North head: north_head speaks.",
    )


def test_words_on_an_issue_without_a_scale() -> None:
    """The newest words lead with their condition, day, speaker and source; up to three speakers are told."""
    found = words(
        said("a", "north_envoy", issue="fish", said_on=days_before(9)),
        said("b", "north_head", issue="fish", said_on=days_before(2), condition="only in May", source="wire"),
        issue="fish",
    )

    assert found == CellWords(
        title="north_head speaks.",
        body=("condition: only in May",),
        evidence="28 Jun 2030 · North head · Wire",
        others=("21 Jun 2030 · North envoy: north_envoy speaks.",),
        notes=(),
    )


def test_a_family_name_is_enough_in_a_cell() -> None:
    """A speaker with a short name is shown by it."""
    speakers = [
        one | ({"short": "Frost"} if one["id"] == "north_head" else {}) for one in DESCRIPTION["speakers"]
    ]

    assert words(said("a", "north_head", 2), speakers=speakers).evidence == "10 May 2030 · Frost · 1 source"
