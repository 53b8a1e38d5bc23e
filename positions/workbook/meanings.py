"""What each value of a closed list means, for whoever chooses one in the workbook."""

from __future__ import annotations

from collections.abc import Iterable

from positions.model.choices import AUTHORITY_MEANINGS, MODE_MEANINGS
from positions.workbook.tables import Table

_KINDS = {
    "state": "a state, counted as one",
    "movement": "a movement; a member like a state",
    "community": "a community; a member like a state",
    "firm": "a firm; a member like a state",
    "grouping": "several states or bodies; it has positions only through its members",
    "mediator": "stands between the sides",
    "reference": "a text to measure against, such as a treaty",
    "body": "an alliance, a union, a coalition or a joint letter; named, never counted",
}
_SITES = {
    "original": "the author's own site",
    "agency": "a news agency",
    "press": "an edited outlet",
    "carried": "another site that carries the whole text",
    "unedited": "a blog, a forum or a site that nobody edits",
}
_TRUTH = {"true": "yes", "false": "no; the same as an empty cell"}
MEANINGS: dict[str, dict[str, str]] = {
    "About: handling.status": {
        "draft": "not yet released by whoever is in charge",
        "cleared": "released by whoever is in charge",
    },
    "Parties: kind": _KINDS,
    "Members: kind": _KINDS,
    "Speakers: authority": AUTHORITY_MEANINGS,
    "Speakers: document": {
        "draft": "a text that was never in force; it sets no position alone",
        "shared": "a text shared with another side; it sets no position alone",
    },
    "Issues: core": _TRUTH,
    "About: clearing": _TRUTH,
    "Sources: custom.translated": _TRUTH,
    "Sources: custom.site": _SITES,
    "Sources: custom.extent": {
        "whole": "the whole text was read",
        "opening": "only its opening was read; nothing is concluded from what is not in it",
    },
    "Left out: blank": {
        "not_stated": "asked, and no answer is known",
        "not_researched": "not asked",
        "does_not_know": "asked, and the answer was not knowing",
        "not_applicable": "the question does not arise for this side",
    },
    "Statements: date_basis": {
        "explicit": "the source names the day for this statement",
        "inferred": "the day follows from the context",
    },
    "Statements: mode": MODE_MEANINGS,
    "Statements: spread": {
        "said": "the words name every step of the range",
        "doubt": "the coder was not sure which step it is",
    },
    "Statements: status": {
        "proposed": "one person has entered it",
        "checked": "another person has read it against its source",
        "cleared": "another person has cleared it for reports",
    },
    "Statements: confidence": {
        "high": "the words name the step",
        "medium": "the words fit the step better than its neighbours",
        "low": "the content is not spelled out; low alone makes a position weak",
    },
}


def lists(tables: Iterable[Table]) -> dict[str, tuple[tuple[str, str], ...]]:
    """The values of every closed list with their meanings, by "sheet: column", in order of the tables."""
    return {
        key: tuple((value, MEANINGS.get(key, {}).get(value, "")) for value in column.choices)
        for table in tables
        for column in table.columns
        if column.choices and (key := f"{table.name}: {column.head}")
    }
