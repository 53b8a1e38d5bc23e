"""Twenty-six questions of a writer of briefings, answered from the JSON of views and from nothing else.

Each question names the views that it needs, as the parts of their addresses. Two ask for a slide and for
a page: the JSON has what stands on them and is no picture, so that these answers are their cells.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Document = dict[str, Any]
Row = dict[str, Any]
ISTANBUL, LONG = "istanbul-2022", "ukraine-2014-2026"
_CORE = "neutrality,crimea,donbas,security_guarantees,ceasefire"
_DRAWN = "a slide or a page is a picture, which JSON is not; these are the cells that stand on it"


@dataclass(frozen=True)
class Question:
    """A question, the views that it needs of a dossier, and what answers it from their JSON.

    `lacking` says what JSON cannot give, "" where it gives all.
    """

    id: str
    words: str
    dossier: str
    views: tuple[dict[str, str], ...]
    answer: Callable[..., object]
    lacking: str = ""


def cell(document: Document, holder: str, issue: str) -> Row:
    """The cell of a column on an issue."""
    return next(one for one in document["cells"] if (one["holder"], one["issue"]) == (holder, issue))


def told(document: Document, holder: str, issue: str) -> tuple[str, str | None, str | None]:
    """What a cell says, its conditions, and its evidence."""
    found = cell(document, holder, issue)
    return found["words"], found["conditions"], found["evidence"]


def leading(document: Document, holder: str, issue: str) -> list[tuple[str, str]]:
    """Ids and summaries of the statements that lead in a cell."""
    known = {one["id"]: one["summary"] for one in document["statements"]}
    return [(one, known[one]) for one in cell(document, holder, issue)["statements"]]


def said(document: Document, **wanted: object) -> list[str]:
    """Ids of the statements whose columns have these values, in the order of the dossier."""
    return [
        one["id"]
        for one in document["statements"]
        if all(one[name] == value for name, value in wanted.items())
    ]


def containing(document: Document, words: str) -> list[str]:
    """Ids of the statements with these words in summary or phrase."""
    return [
        one["id"]
        for one in document["statements"]
        if words in f"{one['summary']} {one['phrase'] or ''}".casefold()
    ]


def gaps(document: Document, **wanted: object) -> list[tuple[str, str, str, str]]:
    """Issue, pair and words of the gaps whose columns have these values."""
    return [
        (one["issue"], one["first"], one["second"], one["words"])
        for one in document["gaps"]
        if all(one[name] == value for name, value in wanted.items())
    ]


def _on_closed(document: Document) -> dict[str, tuple[str, str]]:
    """For two issues the words of the first step, and what the side says instead."""
    steps = {one["id"]: one["scale"][0]["label"] for one in document["issues"]}
    return {one: (steps[one], cell(document, "ukraine", one)["words"]) for one in ("crimea", "donbas")}


def _spoke(document: Document, column: str, issue: str) -> list[str]:
    """Which members of a column said anything on an issue of their own."""
    return sorted(
        {
            one["member"]
            for one in document["statements"]
            if one["party"] == column and one["issue"] == issue and one["mode"] not in _OF_OTHERS
        }
    )


_OF_OTHERS = ("attributed", "commentary")


def _guarantors(document: Document) -> tuple[list[str], list[str]]:
    """What a side says of guarantors, and who of the sides outside said anything on it at all."""
    named = [one for one in containing(document, "guarantor") if one in said(document, party="ukraine")]
    return named, _spoke(document, "west", "security_guarantees")


def _moves(document: Document, actor: str, issue: str) -> list[tuple[str, str]]:
    """Kind and words of what changed for an actor on an issue."""
    return [
        (one["kind"], one["words"])
        for one in document["changes"]
        if (one["actor"], one["issue"]) == (actor, issue)
    ]


def _looked_in(document: Document) -> dict[tuple[str, str], int]:
    """In how many sources was looked for each cell in which nothing was found."""
    return {
        (one["holder"], one["issue"]): one["looked_in"]
        for one in document["cells"]
        if one["state"] == "not_stated"
    }


def _party_called(document: Document, name: str) -> list[tuple[str, bool, str | None]]:
    """Parties that a name stands for, whether it is their own, and what is known of it."""
    return [
        (one["id"], one["name"] == name, one["note"])
        for one in document["parties"]
        if name in (one["name"], *one["aliases"])
    ]


def _binding(document: Document, party: str) -> list[str]:
    """Who of a party speaks with authority to bind it."""
    return [
        one["name"]
        for one in document["speakers"]
        if one["party"] == party and one["authority"] in ("principal", "delegated")
    ]


def _reliable(document: Document) -> list[tuple[str | None, int, float | None]]:
    """Issue, statements placed by both coders, and alpha; all issues together first."""
    return [(one["issue"], one["placed"], one["alpha"]) for one in document["agreement"]]


def _turns(document: Document, actor: str, issue: str) -> list[tuple[str, float, float]]:
    """The days on which an actor came to stand on other steps, with these."""
    placed = [
        (one["first"], one["point_low"], one["point_high"])
        for one in document["history"]
        if (one["actor"], one["issue"]) == (actor, issue)
    ]
    return [one for place, one in enumerate(placed) if place == 0 or placed[place - 1][1:] != one[1:]]


def _old(document: Document) -> list[tuple[str, str, int]]:
    """Column, issue and days of the positions older than a year."""
    return [(one["holder"], one["issue"], one["age"]) for one in document["cells"] if one["old"]]


def _shown(document: Document) -> list[tuple[str, str, str]]:
    """Column, issue and first line of every cell."""
    return [(one["holder"], one["issue"], one["words"]) for one in document["cells"]]


_29, _5 = {"day": "2022-03-29", "issues": _CORE}, {"day": "2022-04-05", "issues": _CORE}
_PROCESS = {"issues": f"{_CORE},territorial_integrity,process"}
_CEASEFIRE = tuple({"day": day, "issues": "ceasefire"} for day in ("2022-12-31", "2024-06-30", "2026-06-24"))
QUESTIONS: tuple[Question, ...] = (
    Question(
        "reduction",
        "What was announced on 29 March, and was it a ceasefire?",
        ISTANBUL,
        (_29,),
        lambda one: (told(one, "russia", "ceasefire"), leading(one, "russia", "ceasefire")),
    ),
    Question(
        "offer",
        "What is offered on Crimea, for how long, on what condition?",
        ISTANBUL,
        (_29,),
        lambda one: (told(one, "ukraine", "crimea"), leading(one, "ukraine", "crimea")),
    ),
    Question("closed", "Are Crimea and the Donbas accepted as closed?", ISTANBUL, (_29,), _on_closed),
    Question(
        "west", "What does the West say on Crimea?", ISTANBUL, (_5,), lambda one: told(one, "west", "crimea")
    ),
    Question(
        "western_state",
        "Which Western state says anything on guarantees?",
        ISTANBUL,
        (_5,),
        lambda one: _spoke(one, "west", "security_guarantees"),
    ),
    Question(
        "dissent",
        "Who differs from the line on stopping?",
        ISTANBUL,
        (_29,),
        lambda one: said(one, party="russia", issue="ceasefire", authority="individual"),
    ),
    Question(
        "model",
        "Is the guarantee model accepted?",
        ISTANBUL,
        (_5,),
        lambda one: told(one, "russia", "security_guarantees"),
    ),
    Question("guarantors", "Which guarantors, and have they agreed?", ISTANBUL, (_5,), _guarantors),
    Question(
        "changed",
        "What changed on neutrality between 3 and 30 March?",
        ISTANBUL,
        ({"day": "2022-03-30", "since": "2022-03-03", "issues": "neutrality"},),
        lambda one: _moves(one, "russia", "neutrality"),
    ),
    Question(
        "same",
        "Where are sides at the same step?",
        ISTANBUL,
        (_5,),
        lambda one: gaps(one, relation="same", basis="firm"),
    ),
    Question("apart", "What is farthest apart on 5 April?", ISTANBUL, (_5,), lambda one: one["finding"]),
    Question(
        "concessions",
        "What does the president say about concessions?",
        ISTANBUL,
        (_PROCESS,),
        lambda one: [id_ for id_ in containing(one, "concession") if id_ in said(one, speaker="zelenskyy")],
    ),
    Question(
        "withdrawal",
        "Is the reduction accepted as a withdrawal?",
        ISTANBUL,
        (_5,),
        lambda one: said(one, member="us", issue="ceasefire"),
    ),
    Question(
        "citation",
        "A citation on the three days, ready to paste.",
        ISTANBUL,
        (_5,),
        lambda one: [row["citation"] for row in one["statements"] if "3 days" in (row["phrase"] or "")],
    ),
    Question(
        "slide",
        "A slide of Crimea and the Donbas as of 31 March.",
        ISTANBUL,
        ({"day": "2022-03-31", "issues": "crimea,donbas"},),
        lambda one: (one["address"], _shown(one)),
        _DRAWN,
    ),
    Question(
        "positive",
        "Who was more positive on 3 March?",
        ISTANBUL,
        (_PROCESS,),
        lambda one: [
            id_ for id_ in containing(one, "more positive") if id_ in said(one, said_on="2022-03-03")
        ],
        "no side is held to be more positive here; what is found is a remark of another, as commentary",
    ),
    Question("looked", 'Where was "not stated" looked for?', ISTANBUL, (_5,), _looked_in),
    Question(
        "alias", 'Is "Uzbekistan" a party?', ISTANBUL, (_5,), lambda one: _party_called(one, "Uzbekistan")
    ),
    Question("bind", "Who may bind Ukraine?", ISTANBUL, (_5,), lambda one: _binding(one, "ukraine")),
    Question("coding", "How reliable is the coding?", ISTANBUL, (_5,), _reliable),
    Question(
        "two_days",
        "The United States on Crimea in 2021 and in August 2025, and when did it move?",
        LONG,
        tuple({"day": day, "issues": "crimea", "parties": "us"} for day in ("2021-12-31", "2025-08-31")),
        lambda before, after: (
            told(before, "us", "crimea"),
            told(after, "us", "crimea"),
            _turns(after, "us", "crimea"),
        ),
    ),
    Question(
        "agree",
        "Does Europe agree with the United States on membership in 2025?",
        LONG,
        ({"day": "2025-12-31", "issues": "neutrality", "parties": "europe,us"},),
        lambda one: (gaps(one), told(one, "europe", "neutrality"), told(one, "us", "neutrality")),
    ),
    Question(
        "conditions",
        "How did the conditions for a ceasefire change between 2022, mid-2024 and 2026?",
        LONG,
        _CEASEFIRE,
        lambda *all_: [told(one, "russia", "ceasefire") for one in all_],
    ),
    Question("old", "Which positions are old on the last day?", LONG, ({"issues": _CORE},), _old),
    Question(
        "page",
        "Security guarantees in December 2025 as one page.",
        LONG,
        ({"day": "2025-12-31", "issues": "security_guarantees", "parties": "russia,ukraine,west"},),
        lambda one: (one["address"], _shown(one)),
        _DRAWN,
    ),
    Question(
        "reference",
        "What did Minsk II say on the Donbas, and how far is each side from it now?",
        LONG,
        ({"issues": "donbas", "parties": "russia,ukraine,minsk-ii"},),
        lambda one: (
            told(one, "minsk-ii", "donbas"),
            leading(one, "minsk-ii", "donbas"),
            gaps(one, second="minsk-ii"),
        ),
    ),
)
