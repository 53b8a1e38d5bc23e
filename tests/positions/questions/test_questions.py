"""Every question of a writer of briefings has its answer in the JSON, and it is the one of the view."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache

import pytest

from positions.address import selection_at
from positions.analysis.gap import FIRM, SAME
from positions.export.view_json import view_json
from positions.method.agreement import compared_codings
from positions.reading.dossier import dossier_folder, load_dossier
from positions.rows.statements import shown_statements
from positions.tables import Tables
from positions.text.cell import cell_words
from positions.text.citation import citation
from positions.text.gaps import gap_sentence
from positions.text.movement import change_rows
from positions.view import View, view_of
from tests.positions.questions.answers import QUESTIONS, Question


@cache
def tables_of(dossier: str) -> Tables:
    """The tables of a bundled dossier with its codings."""
    return Tables(load_dossier(dossier), dossier_folder(dossier))


def views_of(question: Question) -> list[View]:
    """The views that a question needs."""
    tables = tables_of(question.dossier)
    read = [selection_at(address, tables.dossier) for address in question.views]
    assert not [unread for _, unread in read if unread]
    return [view_of(tables, selection) for selection, _ in read]


def told(view: View, holder: str, issue: str) -> list[object]:
    """What the matrix says in a cell, its conditions and its evidence."""
    cell = view.cell(holder, issue)
    words = cell_words(cell, view.tables)
    leading = [
        (member, view.tables.by_id[one]) for member, stance in cell.stances for one in stance.statements
    ]
    whose = {member: f"{view.tables.names[member]}: " if cell.grouped else "" for member, _ in leading}
    conditions = list(
        dict.fromkeys(f"{whose[member]}{one.condition}" for member, one in leading if one.condition)
    )
    return [words.title, "\n".join(conditions) or None, words.evidence or None]


def leading(view: View, holder: str, issue: str) -> list[list[str]]:
    """The statements that set a cell."""
    cell = view.cell(holder, issue)
    ids = dict.fromkeys(one for _, stance in cell.stances for one in stance.statements)
    return [[one, view.tables.by_id[one].summary] for one in ids]


def on_record(view: View, **wanted: object) -> list[str]:
    """Ids of the statements behind the view with these values."""
    return [
        one.id
        for one in shown_statements(view)
        if all(getattr(one, name) == value for name, value in wanted.items())
    ]


def containing(view: View, words: str, **wanted: object) -> list[str]:
    """Those of them with these words in summary or phrase."""
    by_id = view.tables.by_id
    return [
        one
        for one in on_record(view, **wanted)
        if words in by_id[one].summary.casefold() or words in (by_id[one].phrase or "").casefold()
    ]


def spoke(view: View, column: str, issue: str) -> list[str]:
    """The members of a grouping with words of their own."""
    return sorted(actor for actor, one in view.cell(column, issue).members.items() if one.point or one.lines)


def gaps(view: View, **wanted: object) -> list[list[str]]:
    """The gaps of the view with these values, in words."""
    return [
        [one.issue, one.first, one.second, gap_sentence(one, view.tables)]
        for one in view.gaps
        if all(getattr(one, name) == value for name, value in wanted.items())
    ]


def shown(view: View) -> list[list[str]]:
    """Every cell of the matrix by its first line."""
    return [[one.holder, one.issue, cell_words(one, view.tables).title] for one in view.cells]


def turns(view: View) -> list[list[object]]:
    """The days on which the only column came to other steps on the only issue."""
    points = [(one.first.isoformat(), one.point) for one in view.tracks[0].spans if one.point]
    placed = [(first, point.low, point.high) for first, point in points]
    kept = [one for place, one in enumerate(placed) if place == 0 or placed[place - 1][1:] != one[1:]]
    return [list(one) for one in kept]


def closed(view: View) -> dict[str, list[str]]:
    """The words of the first step, and those of the side."""
    return {
        one: [view.tables.scales[one].scale[0].label, str(told(view, "ukraine", one)[0])]
        for one in ("crimea", "donbas")
    }


def reliable(view: View) -> list[list[object]]:
    """The figures of the Method page."""
    (pair,) = compared_codings(view.tables)
    figures = [(None, pair.found), *pair.of_issues.items()]
    return [[issue, one.placed, one.alpha] for issue, one in figures]


def dissent(view: View) -> list[str]:
    """Words of individuals of one side on one issue."""
    own = [view.tables.by_id[one] for one in on_record(view, party="russia", issue="ceasefire")]
    return [one.id for one in own if view.tables.speaker_of(one).authority == "individual"]


def bind(view: View) -> list[str]:
    """Speakers whose words can lead as those of their side."""
    own = [one for one in view.tables.dossier.speakers if one.party == "ukraine"]
    return [one.name for one in own if one.authority in ("principal", "delegated")]


def looked_in(view: View) -> dict[str, int]:
    """In how many sources was looked for each cell in which nothing was found."""
    return {f"{one.holder} {one.issue}": one.looked_in for one in view.cells if one.state == "not_stated"}


# By the id of a question what the view, and nothing made from it, says.
EXPECTED: dict[str, Callable[..., object]] = {
    "reduction": lambda one: [told(one, "russia", "ceasefire"), leading(one, "russia", "ceasefire")],
    "offer": lambda one: [told(one, "ukraine", "crimea"), leading(one, "ukraine", "crimea")],
    "closed": closed,
    "west": lambda one: told(one, "west", "crimea"),
    "western_state": lambda one: spoke(one, "west", "security_guarantees"),
    "dissent": dissent,
    "model": lambda one: told(one, "russia", "security_guarantees"),
    "guarantors": lambda one: [
        containing(one, "guarantor", party="ukraine"),
        spoke(one, "west", "security_guarantees"),
    ],
    "changed": lambda one: [[row.kind, row.words] for row in change_rows(one) if row.actor == "russia"],
    "same": lambda one: gaps(one, relation=SAME, basis=FIRM),
    "apart": lambda one: one.finding,
    "concessions": lambda one: containing(one, "concession", speaker="zelenskyy"),
    "withdrawal": lambda one: on_record(one, member="us", issue="ceasefire"),
    "citation": lambda one: [citation(one.tables.by_id["004-011"], one.tables)],
    "slide": lambda one: [
        "?dossier=istanbul-2022&issues=crimea%2Cdonbas&day=2022-03-31&parties=russia%2Cukraine%2Cwest",
        shown(one),
    ],
    "positive": lambda one: containing(one, "more positive", said_on="2022-03-03", mode="commentary"),
    "looked": looked_in,
    "alias": lambda one: [["ukraine", False, one.tables.actors["ukraine"].note]],
    "bind": bind,
    "coding": reliable,
    "two_days": lambda before, after: [
        told(before, "us", "crimea"),
        told(after, "us", "crimea"),
        turns(after),
    ],
    "agree": lambda one: [gaps(one), told(one, "europe", "neutrality"), told(one, "us", "neutrality")],
    "conditions": lambda *all_: [told(one, "russia", "ceasefire") for one in all_],
    "old": lambda one: [[cell.holder, cell.issue] for cell in one.cells if cell.old],
    "page": lambda one: [
        "?dossier=ukraine-2014-2026&parties=russia%2Cukraine%2Cwest&issues=security_guarantees&day=2025-12-31",
        shown(one),
    ],
    "reference": lambda one: [
        told(one, "minsk-ii", "donbas"),
        leading(one, "minsk-ii", "donbas"),
        gaps(one, second="minsk-ii"),
    ],
}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.id)
def test_the_answer_from_json_is_that_of_the_view(question: Question) -> None:
    """Word for word and number for number; none is empty but where the view has nothing either."""
    views = views_of(question)
    documents = [json.loads(view_json(view)) for view in views]
    answer = json.loads(json.dumps(_plain(question.answer(*documents))))
    if question.id == "old":  # the age is a number of days, which a view has no sentence for
        answer = [one[:2] for one in answer if one[2] > 365]
    expected = json.loads(json.dumps(EXPECTED[question.id](*views)))

    assert answer == expected


def test_there_are_twenty_six_and_two_are_drawn() -> None:
    """All are answered; what JSON cannot give is said: two pictures, and one judgement that nobody gives."""
    assert len({one.id for one in QUESTIONS}) == 26
    assert {one.id for one in QUESTIONS if one.lacking} == {"slide", "page", "positive"}
    assert {one.id for one in QUESTIONS} == set(EXPECTED)


def _plain(answer: object) -> object:
    """The answer with pairs in keys as one text, which JSON asks for."""
    if isinstance(answer, dict):
        return {" ".join(key) if isinstance(key, tuple) else key: value for key, value in answer.items()}
    return answer
