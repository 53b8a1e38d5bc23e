"""A cell in sentences drops no condition, names its members, and says how sure it is and how it was told."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given

from positions.cell import Cell
from positions.model.dossier import Dossier
from positions.tables import Tables
from positions.text.cell_sentences import cell_sentences, position_sentence
from positions.text.wording import SCALE_RULE
from positions.view import cell_at
from tests.positions.factories import AS_OF, FEW, dossiers, parties_with, said, tables_of


def told(tables: Tables, holder: str = "north", issue: str = "dam") -> list[str]:
    """The sentences of a cell, without notes."""
    return [one.words for one in cell_sentences(cell_at(tables, holder, issue, AS_OF, None), tables)]


def test_a_cell_is_told_with_condition_speaker_day_mode_and_its_other_words() -> None:
    """The words that lead come first; every other step has a sentence with its own day and speaker."""
    tables = tables_of(
        said("a", "north_head", 2, condition="if the fish return"),
        said("b", "north_envoy", 1, said_on="2030-05-08", mode="reported_speech"),
    )

    assert told(tables) == [
        "On the dam, Northland said what is placed at ‘Dam shared to all ships’; condition: if the fish "
        "return (North head, 10 May 2030, quoted directly).",
        "Before that, Northland said what is placed at ‘Dam half open to all ships’ "
        "(North envoy, 8 May 2030, reported speech).",
    ]


def test_the_position_to_paste_carries_its_day_and_version() -> None:
    """What is copied from a cell can be found again."""
    tables = tables_of(said("a", "north_head", 2))
    words = position_sentence(cell_at(tables, "north", "dam", AS_OF, None), tables)

    assert words.startswith(
        "On the dam, Northland said what is placed at ‘Dam shared to all ships’ (North head"
    )
    assert words.endswith(f" {SCALE_RULE} As of 30 Jun 2030; dossier dam-talks, data 0a1b2c3d.")


def test_low_confidence_and_age_are_told() -> None:
    """What the words do not spell out is never told as said."""
    tables = tables_of(said("a", "north_head", 2, said_on="2030-01-01", confidence="low", phrase="no change"))

    assert told(tables) == [
        "On the dam, what Northland said is read, with low confidence, as ‘Dam shared to all ships’ "
        "(North head, 1 Jan 2030, quoted directly; “no change”; the words do not spell the step out; "
        "180 days old, nothing newer found)."
    ]


def test_doubt_is_told_as_doubt() -> None:
    """A range between which the coder was unsure is not taken for words that name both steps."""
    assert told(tables_of(said("a", "north_head", (1, 2)))) == [
        "On the dam, Northland said what is placed at ‘Dam half open’ or ‘Dam shared’ "
        "(North head, 10 May 2030, quoted directly; the coder was unsure between these steps)."
    ]


def test_drafts_advisers_and_measures_have_their_own_words() -> None:
    """A text that was never in force is not said by its side; an adviser and a measure are told as such."""
    tables = tables_of(
        said("a", "north_head", 2, mode="action"),
        said("b", "north_aide", 1, said_on="2030-05-12"),
        said("c", "north_plan", 0, said_on="2030-05-13", mode="official_text"),
    )

    lead, draft, adviser = told(tables)
    assert lead.startswith("On the dam, Northland took or announced a measure that is placed at ‘")
    assert draft.startswith(
        "Since then, a draft or shared text, which sets no position of Northland, is placed at ‘"
    )
    assert adviser.startswith("Since then, an adviser on the side of Northland said what is placed at ‘")


def test_a_grouping_is_told_by_its_members() -> None:
    """Each member stands under its own step with its own condition, day, speaker and notes."""
    tables = tables_of(
        said("a", "east_head", 0, condition="for a year"), said("b", "west_head", 4, said_on="2030-05-11")
    )
    first, second = cell_sentences(cell_at(tables, "league", "dam", AS_OF, None), tables)

    assert first.words == (
        "On the dam, the members of League are split, 4 steps apart, with 2 of 4 states heard; "
        "East (East head, 10 May 2030, quoted directly; condition: for a year) said what is placed at "
        "‘Dam closed to all ships’."
    )
    assert (
        second.words
        == "West (West head, 11 May 2030, quoted directly) said what is placed at ‘Dam open to all ships’."
    )
    assert [(part.words.split(" (")[0], part.statements) for part in first.parts if part.statements] == [
        ("East", ("a",))
    ]


@pytest.mark.parametrize(
    ("speaker", "step", "record"),
    [
        ("north_head", None, "the record has words of Northland that do not fit the scale"),
        ("north_rebel", 1, "the record has only individuals, who do not bind Northland"),
        ("north_plan", 1, "the record has for Northland only a draft or shared text"),
    ],
)
def test_every_blank_with_words_says_what_they_are(speaker: str, step: int | None, record: str) -> None:
    """Where nobody stands on a step, the sentence says why, with what was said instead."""
    name = speaker.replace("_", " ").capitalize()

    assert told(tables_of(said("a", speaker, step))) == [
        f"On the dam, {record}: {speaker} speaks ({name}, 10 May 2030, quoted directly)."
    ]


def test_a_blank_says_that_nothing_was_found() -> None:
    """Not researched is not the same as not stated."""
    tables = tables_of(said("a", "south_head", 1))
    later = dt.date(2030, 12, 31)

    assert told(tables) == [
        "No statement of Northland on the dam was found: no source searched for it was published "
        "by 30 Jun 2030."
    ]
    (found,) = cell_sentences(cell_at(tables, "north", "dam", later, None), tables)
    assert (
        found.words == "No statement of Northland on the dam was found in 3 sources published by 31 Dec 2030."
    )


def test_newer_words_that_do_not_fit_tell_where_their_side_was_last_placed_with_its_condition() -> None:
    """The last placed words keep their condition."""
    tables = tables_of(
        said("a", "north_head", 2, said_on="2029-06-01", condition="if the fish return"),
        said("b", "north_head", said_on="2030-06-01"),
    )

    assert told(tables)[1] == (
        "The last words of Northland that fit the scale are placed at ‘Dam shared to all ships’; "
        "condition: if the fish return (North head, 1 Jun 2029, quoted directly)."
    )


def test_names_read_as_they_do_inside_a_sentence() -> None:
    """A dossier may say how a name is written in running text."""
    tables = tables_of(said("a", "north_head", 2), parties=parties_with("north", in_sentence="the Northland"))

    assert told(tables)[0].startswith("On the dam, the Northland said what is placed at ‘")


def conditioned(dossier: Dossier) -> Tables:
    """The tables of a dossier in which every statement has a condition of its own."""
    rows = (one.model_copy(update={"condition": f"term {one.id}!"}) for one in dossier.statements)
    return Tables(dossier.model_copy(update={"statements": tuple(rows)}), Path())


def shown(cell: Cell, tables: Tables) -> set[str]:
    """The conditions of all statements that a cell shows."""
    return {f"term {one}!" for one in cell.statements}


@given(dossiers())
@FEW
def test_every_statement_of_a_cell_bears_a_sentence_with_its_condition(dossier: Dossier) -> None:
    """Nothing shown is left out, nothing else is cited, no condition is lost, no label quoted or bare."""
    tables = conditioned(dossier)
    labels = {words for issue in dossier.issues for step in issue.scale for words in (step.label, step.short)}

    for holder in tables.actors:
        for issue in ("dam", "toll", "fish"):
            cell = cell_at(tables, holder, issue, AS_OF, None)
            sentences = cell_sentences(cell, tables)
            words = " ".join(one.words for one in sentences)

            assert {one for each in sentences for one in each.statements} == set(cell.statements)
            assert not {one for one in shown(cell, tables) if one not in words}
            assert not labels & set(re.findall("“(.*?)”", words))
            assert not [one for one in labels if one in re.sub("‘.*?’", "", words)]
            assert all(one.statements or one.words.startswith("No statement of ") for one in sentences)
            assert all(one.words[0].isupper() and one.words.endswith(".") for one in sentences)
