"""The view as JSON says what the screen says, and keeps to the schema that goes with it."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from positions.export.schema import DRAFT
from positions.export.view_json import view_json, view_schema
from positions.model.dossier import Dossier
from positions.reading.dossier import bundled_dossiers, dossier_folder, load_dossier
from positions.rows.whole_view import SCHEMA_VERSION
from positions.selection import default_selection
from positions.tables import Tables
from positions.text.citation import citation
from positions.text.movement import change_rows
from positions.text.robustness import robustness_words
from positions.view import View
from positions.view import view_of as view_at
from tests.positions.export.hostile import hostile_view, view_of
from tests.positions.factories import FEW, dossiers

SCHEMA = Draft202012Validator(view_schema())


@cache
def bundled(name: str) -> View:
    """The landing view of a bundled dossier with its codings; of the long one two issues, to be quick."""
    dossier = load_dossier(name)
    chosen = default_selection(dossier)
    chosen = replace(chosen, issues=chosen.issues[:2]) if name.startswith("ukraine") else chosen
    return view_at(Tables(dossier, dossier_folder(name)), chosen)


@cache
def written_of(name: str) -> dict[str, Any]:
    """Its JSON as plain values."""
    plain: dict[str, Any] = json.loads(view_json(bundled(name)))
    return plain


def test_the_schema_is_a_schema_with_a_version_and_descriptions() -> None:
    """It names its draft and version; every record says what it is, every field of the view what it holds."""
    schema = view_schema()
    Draft202012Validator.check_schema(schema)

    assert schema["$schema"] == DRAFT
    assert schema["$id"].endswith(f":view:{SCHEMA_VERSION}")
    assert all(record["description"] for record in schema["$defs"].values())
    assert all(field.get("description") or "$ref" in field for field in schema["properties"].values())


@pytest.mark.parametrize("name", bundled_dossiers())
def test_a_bundled_dossier_fits_the_schema_and_says_its_version(name: str) -> None:
    """What we write keeps to what we publish."""
    assert not list(SCHEMA.iter_errors(written_of(name)))
    assert written_of(name)["schema_version"] == SCHEMA_VERSION


def test_a_changed_file_is_refused() -> None:
    """An unknown field, a missing one, and words in the place of a number are each found."""
    wrong = {**written_of("training-strait"), "verdict": "good"}
    del wrong["finding"]
    wrong["coverage"] = {**wrong["coverage"], "cells": "many"}

    assert len(list(SCHEMA.iter_errors(wrong))) == 3


@pytest.mark.parametrize("name", bundled_dossiers())
def test_every_line_and_number_is_that_of_the_screen(name: str) -> None:
    """Lines, coverage, distances, robustness, changes, statements, sources and history are the view's."""
    view, written = bundled(name), written_of(name)
    told = robustness_words(view)

    assert (written["finding"], written["measure"]) == (view.finding, view.measure)
    assert (written["source_line"], written["movement_finding"]) == (view.source_line, view.movement_finding)
    assert tuple(written["coverage"].values()) == view.coverage
    assert [one["id"] for one in written["columns"]] == list(view.columns)
    assert [one["distance"] for one in written["distances"]] == [one.distance for one in view.distances]
    assert written["robustness"]["variants"] == len(written["variants"]) == view.robustness.count
    assert written["robustness"]["sentences"] == list(told.sentences)
    assert written["robustness"]["removals"] == list(told.removals)
    assert [one["words"] for one in written["changes"]] == [one.words for one in change_rows(view)]
    numbered = {one["number"]: one["id"] for one in written["statements"] if one["number"]}
    assert [numbered[number] for number in sorted(numbered)] == list(view.statements)
    by_id = view.tables.by_id
    assert all(one["citation"] == citation(by_id[one["id"]], view.tables) for one in written["statements"])
    assert {one["source"] for one in written["statements"]} <= {one["id"] for one in written["sources"]}
    spans = [span for track in view.tracks for span in track.spans if span.point]
    assert [one["first"] for one in written["history"]] == [span.first.isoformat() for span in spans]


def test_what_is_newly_said_was_said_between_the_two_days() -> None:
    """After the earlier day and up to the later, and all that was."""
    written = written_of("training-strait")
    said = {one["id"]: one["said_on"] for one in written["statements"]}

    assert written["newly_said"]
    assert all(written["since"] < said[one] <= written["as_of"] for one in written["newly_said"])
    assert not [
        one for one, day in said.items() if day > written["since"] and one not in written["newly_said"]
    ]


def test_hostile_texts_stay_texts() -> None:
    """Formulas and markup arrive letter by letter."""
    view = hostile_view()
    written = json.loads(view_json(view))

    assert not list(SCHEMA.iter_errors(written))
    assert {one["summary"] for one in written["statements"]} == {
        one.summary for one in view.tables.dossier.statements
    }


@FEW
@given(dossiers())
def test_cells_and_gaps_are_those_of_the_view(dossier: Dossier) -> None:
    """Every cell and gap is there once, in order, with the view's numbers; any dossier fits the schema."""
    view = view_of(dossier)
    written = json.loads(view_json(view))

    assert [(one["holder"], one["issue"], one["state"]) for one in written["cells"]] == [
        (cell.holder, cell.issue, cell.state) for cell in view.cells
    ]
    assert [
        (one["first"], one["second"], one["gap"], one["least"], one["most"]) for one in written["gaps"]
    ] == [(gap.first, gap.second, gap.gap, gap.least, gap.most) for gap in view.gaps]
    assert {(one["first"], one["second"], one["issue"]) for one in written["moves"]} == {
        (gap.first, gap.second, gap.issue) for gap in view.gaps
    }
    assert [tuple(one["pair"]) for one in written["if_conditions_held"]] == list(view.pairs)
    assert [one["actor"] for one in written["divergences"]] == [one.actor for one in view.other_words()]
    assert not list(SCHEMA.iter_errors(written))


@FEW
@given(dossiers())
def test_every_cell_comes_with_its_reasons(dossier: Dossier) -> None:
    """Those that lead are the statements of the cell, and the others have a rule."""
    view = view_of(dossier)
    written = json.loads(view_json(view))

    for cell in written["cells"]:
        rows = [one for one in written["reasons"] if _place(one) == _place(cell)]
        assert {one["statement"] for one in rows if one["leads"]} == set(cell["statements"])
        assert all((one["rule"] == "leads") == one["leads"] for one in rows)


def _place(row: dict[str, str]) -> tuple[str, str]:
    return row["holder"], row["issue"]
