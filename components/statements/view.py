"""Statements as plain data for the component; every text is finished here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from components.theme import Mark
from positions.text.citation import citation, sentence
from positions.evidence import SourceText, passage
from positions.models import Statement
from positions.tables import Tables
from positions.text.wording import MODE_WORDS, joined, published_words, quoted, said_on_words, step_words

View = dict[str, Any]


def card_view(
    statement: Statement, tables: Tables, marks: dict[str, Mark], text: SourceText | None = None
) -> View:
    """One statement; with a verified `text` its passage is shown around the phrase."""
    side = statement.member or statement.party
    shown = passage(statement, text) if text else None
    return {
        "id": statement.id,
        "side": tables.names[side] if side else "Commentary",
        "colour": marks[side].colour if side else None,
        "shape": marks[side].shape if side else None,
        "issue": tables.scales[statement.issue].name,
        "summary": statement.summary,
        "phrase": quoted(statement.phrase) if statement.phrase else None,
        "passage": [shown.before, shown.phrase, shown.after] if shown else None,
        "who": _who(statement, tables),
        "said": _said(statement),
        "source": _source(statement, tables),
        "copies": [
            ["Copy citation", citation(statement, tables)],
            ["Copy as sentence", sentence(statement, tables)],
        ],
        "facts": [[name, value] for name, value in _facts(statement, tables) if value],
    }


def _who(statement: Statement, tables: Tables) -> str:
    speaker = tables.speakers[statement.speaker]
    return f"{speaker.name}, {speaker.office}"


def _said(statement: Statement) -> str:
    inferred = ", day inferred" if statement.date_basis == "inferred" else ""
    return f"{said_on_words(statement.said_on)}{inferred} · {MODE_WORDS[statement.mode]}"


def _source(statement: Statement, tables: Tables) -> str:
    source = tables.sources[statement.source]
    flag = f" ({source.custom.outlet_flag})" if source.custom.outlet_flag else ""
    span = f", characters {statement.start}–{statement.end}" if statement.start is not None else ""
    return f"{source.custom.short_name}{flag}, {published_words(source)}{span}"


def _facts(statement: Statement, tables: Tables) -> Iterable[tuple[str, str | None]]:
    yield "About", joined([tables.names[side] for side in statement.about]) or None
    yield "Condition", statement.condition
    yield "Placed at", _placement(statement, tables)
    yield "Confidence", statement.confidence if statement.step_low is not None else None
    yield "Coder's note", statement.note


def _placement(statement: Statement, tables: Tables) -> str | None:
    if statement.step_low is None or statement.step_high is None:
        return None
    issue = tables.scales[statement.issue]
    low = f"step {statement.step_low}: {step_words(issue, statement.step_low)}"
    if statement.step_low == statement.step_high:
        return low
    return f"{low}, to step {statement.step_high}: {step_words(issue, statement.step_high)}"
