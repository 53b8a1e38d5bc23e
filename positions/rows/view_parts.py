"""A view as one record, or a part of it: every number and sentence is the view's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any

from pydantic import Field, create_model

from positions.address import link_of
from positions.model.base import Record, field_meanings
from positions.model.fields import last_day
from positions.model.issues import Issue
from positions.rows import row_of
from positions.rows.cells import cell_rows
from positions.rows.changes import divergence_rows, movement_rows, span_rows
from positions.rows.coding import agreement_rows, variant_rows
from positions.rows.pairs import gap_rows, move_rows, tally_rows
from positions.rows.reasons import reason_rows
from positions.rows.sources import source_rows
from positions.rows.statements import StatementRow, shown_statements, statement_rows
from positions.rows.whole_view import (
    SCHEMA_VERSION,
    CitedRow,
    ColumnRecord,
    Coverage,
    DistanceRow,
    FindingLines,
    IssueRecord,
    RobustnessRecord,
    ViewRecord,
    WeightOfParty,
    Widest,
)
from positions.text.citation import citation
from positions.text.gaps import widest_words
from positions.text.key_lines import key_lines
from positions.text.robustness import count_sentences, removal_sentences
from positions.text.source_links import link_to_words
from positions.view import View

# What every part begins with: which view it is of, and on what terms it may be used.
_HEAD = (
    "schema_version",
    "dossier",
    "title",
    "data_version",
    "handling",
    "licence",
    "address",
    "as_of",
    "since",
    "source_line",
)
_PARTS: dict[str, tuple[str, ...]] = {
    "matrix": ("coverage", "columns", "issues", "cells"),
    "gaps": ("columns", "weights", "weights_of_parties", "gaps", "distances"),
    "statements": ("statements", "sources"),
    "changes": ("movement_finding", "movement_measure", "changes", "newly_said"),
    "findings": ("finding", "measure", "movement_finding", "movement_measure", "findings", "coverage"),
}


def _part(name: str) -> type[Record]:
    """The record of a part: fields of the whole one, with their meaning, in its order."""
    chosen = {*_HEAD, *_PARTS[name]}
    meanings = field_meanings(ViewRecord)
    fields: dict[str, Any] = {
        field: (one.annotation, Field(description=meanings[field]))
        for field, one in ViewRecord.model_fields.items()
        if field in chosen
    }
    described = f"A part of what a view shows: {name}. Empty (null) means that nothing is known."
    return create_model(f"{name.capitalize()}Record", __base__=Record, __doc__=described, **fields)


PARTS: dict[str, type[Record]] = {"view": ViewRecord, **{name: _part(name) for name in _PARTS}}


def part_record(view: View, part: str) -> Record:
    """The record of a part, a key of PARTS; nothing is worked out that is not in it."""
    return PARTS[part](**{name: _FIELDS[name](view) for name in PARTS[part].model_fields})


_OF_DOSSIER = (
    "title",
    "question",
    "period",
    "data_version",
    "handling",
    "licence",
    "searched",
    "parties",
    "speakers",
    "limits",
    "naming_note",
)
_OF_VIEW = ("finding", "measure", "source_line", "movement_finding", "movement_measure", "weights")


def _columns(view: View) -> tuple[ColumnRecord, ...]:
    tables = view.tables
    return tuple(
        ColumnRecord(id=one, name=tables.names[one], kind=getattr(tables.actors[one], "kind", ""))
        for one in view.columns
    )


def _coverage(view: View) -> Coverage:
    held, applies = view.coverage
    return Coverage(cells_with_words=held, cells=applies)


def _weights_of_parties(view: View) -> tuple[WeightOfParty, ...]:
    return tuple(
        WeightOfParty(party=party, issue=issue, weight=weight)
        for (party, issue), weight in view.weights_of_parties.items()
    )


def _issue(issue: Issue, view: View) -> IssueRecord:
    return row_of(IssueRecord, issue, widest=row_of(Widest, widest_words(view, issue.id)))


def _newly_said(view: View) -> tuple[str, ...]:
    if view.since is None:
        return ()
    return tuple(one.id for one in shown_statements(view) if last_day(one.said_on) > view.since)


def _robustness(view: View) -> RobustnessRecord:
    found = view.robustness
    return RobustnessRecord(
        variants=found.count,
        whole=found.whole(),
        empty=found.empty,
        sentences=count_sentences(view),
        removals=removal_sentences(view),
    )


def _cited(row: StatementRow, view: View) -> CitedRow:
    said = view.tables.by_id[row.id]
    return row_of(CitedRow, row, citation=citation(said, view.tables), link=link_to_words(said, view.tables))


_FIELDS: Mapping[str, Callable[[View], Any]] = {
    "schema_version": lambda _: SCHEMA_VERSION,
    "dossier": lambda view: view.tables.dossier.id,
    **{name: attrgetter(f"tables.dossier.{name}") for name in _OF_DOSSIER},
    "address": lambda view: link_of(view.selection, view.tables.dossier),
    "as_of": lambda view: view.day.isoformat(),
    "since": lambda view: view.since.isoformat() if view.since else None,
    **{name: attrgetter(name) for name in _OF_VIEW},
    "findings": lambda view: tuple(row_of(FindingLines, one) for one in key_lines(view)),
    "coverage": _coverage,
    "columns": _columns,
    "issues": lambda view: tuple(_issue(one, view) for one in view.issues),
    "weights_of_parties": _weights_of_parties,
    "cells": cell_rows,
    "reasons": reason_rows,
    "gaps": gap_rows,
    "moves": move_rows,
    "if_conditions_held": tally_rows,
    "distances": lambda view: tuple(row_of(DistanceRow, one) for one in view.distances),
    "changes": movement_rows,
    "divergences": divergence_rows,
    "newly_said": _newly_said,
    "history": span_rows,
    "robustness": lambda view: _robustness(view) if view.scaled else None,
    "variants": variant_rows,
    "statements": lambda view: tuple(_cited(row, view) for row in statement_rows(view)),
    "sources": source_rows,
    "agreement": lambda view: agreement_rows(view.tables),
}
