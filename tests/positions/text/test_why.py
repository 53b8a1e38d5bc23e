"""Why a cell says what it says, in words: the rule, and every statement with what decided about it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from hypothesis import given

from positions.analysis.why import RULES, why
from positions.cell import cell_of
from positions.model.dossier import Dossier
from positions.reading.dossier import load_dossier
from positions.tables import Tables
from positions.text.why import WhyWords, why_title, why_words
from tests.conftest import SMALL
from tests.positions.factories import FEW, days, dossiers

TRAINING = Tables(load_dossier(SMALL), SMALL)


def told(holder: str, issue: str) -> WhyWords:
    """The words for a cell of the case for training on its last day."""
    cell = cell_of(TRAINING, holder, issue, dt.date(2031, 6, 30))
    return why_words(cell, why(cell, TRAINING), TRAINING)


def test_by_hand() -> None:
    """Northland on access: the negotiator of 12 May leads, the president of 9 May stands below."""
    words = told("northland", "access")
    groups = {one.heading: one.lines for one in words.groups}

    assert groups["Leads: 1 statement"] == (
        "12 May 2031 · Tor Haldane (delegated) · step 1 · reported speech · high confidence · "
        "statement gazette-2",
    )
    assert groups["Older than the words that lead: 1 statement"] == (
        "9 May 2031 · Ilva Norrin (principal) · step 0 · quoted directly · high confidence · "
        "statement gazette-1 · told below what leads",
    )
    assert "Beside newer words, words count for 20 days" in words.rule[1]
    assert words.members == ()


def test_a_grouping_by_hand() -> None:
    """The League on access: three states count, one fits no step, of the others nothing was found."""
    assert told("coast", "access").members == (
        "Brackmoor: counts",
        "Duneholm: counts",
        "Saltmere: counts",
        "Ebbavik: nothing was found by then",
        "Tarney: left out: said, but does not fit the scale",
        "League Commission, a body: nothing was found by then",
    )


def test_a_blank_and_an_issue_without_a_scale() -> None:
    """Where nothing leads no heading says so; without a scale no step is spoken of."""
    blank, lines = told("southland", "quota"), told("northland", "process")

    assert [one.heading for one in blank.groups] == [
        "A draft, or a text shared with another side: 1 statement"
    ]
    assert not any(" step" in line for line in lines.lines)
    assert [why_title(cell_of(TRAINING, *place, dt.date(2031, 6, 30))) for place in _PLACES] == [
        "Why this step",
        "Why this cell",
        "Why this cell",
    ]


_PLACES = (("northland", "access"), ("coast", "access"), ("southland", "quota"))


@given(dossiers(), days)
@FEW
def test_every_statement_has_its_line(dossier: Dossier, as_of: dt.date) -> None:
    """Under each heading stand as many lines as it counts, and each names its statement."""
    tables = Tables(dossier, Path())
    for holder in ("north", "league"):
        for issue in ("dam", "fish"):
            cell = cell_of(tables, holder, issue, as_of)
            found = why(cell, tables)
            words = why_words(cell, found, tables)

            lines = [line for one in words.groups for line in one.lines]
            assert all(
                f"statement {one.statement}" in line for one, line in zip(found.reasons, lines, strict=True)
            )
            assert all(f": {len(one.lines)} statement" in one.heading for one in words.groups)
            assert bool(words.members) == (holder == "league")


def test_each_rule_has_plain_words() -> None:
    """None of them gives a verdict or tells a side what to do."""
    assert all(words and "should" not in words and not words.endswith(".") for words in RULES.values())
