"""Annotations follow the W3C model and hold no more of a text than the coded phrase."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

from positions.export.web_annotations import annotations_json, web_annotations
from positions.reading.dossier import load_dossier
from positions.view import View
from tests.positions.export.hostile import view_of

DOSSIER = load_dossier("istanbul-2022")


def test_each_statement_is_an_annotation_with_both_selectors() -> None:
    """Position by characters, refined by the quoted phrase; the body is the coder's own sentence."""
    collection = json.loads(web_annotations(DOSSIER, DOSSIER.statements[:3]))

    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    assert collection["total"] == 3
    first, coded = collection["first"]["items"][0], DOSSIER.statements[0]
    assert first["body"][0]["value"] == coded.summary
    assert first["target"]["selector"] == {
        "type": "TextPositionSelector",
        "start": coded.start,
        "end": coded.end,
        "refinedBy": {"type": "TextQuoteSelector", "exact": coded.phrase},
    }


def test_a_statement_without_span_keeps_its_phrase() -> None:
    """Where no text was at hand, the phrase alone selects."""
    bare = DOSSIER.statements[0].model_copy(update={"start": None, "end": None})
    items = json.loads(web_annotations(DOSSIER, [bare]))["first"]["items"]

    assert items[0]["target"]["selector"]["type"] == "TextQuoteSelector"


def test_the_same_dossier_gives_the_same_bytes() -> None:
    """Two exports can be compared."""
    assert web_annotations(DOSSIER, DOSSIER.statements) == web_annotations(DOSSIER, DOSSIER.statements)


def test_the_export_holds_the_statements_behind_the_view() -> None:
    """Issues that are not shown are not in it, nor what was said after the day."""
    landing = view_of(DOSSIER)
    early = replace(landing.selection, issues=("crimea",), day=dt.date(2022, 3, 29))
    written = json.loads(annotations_json(View(landing.tables, early)))
    ids = {one["id"].rsplit(":", 1)[1] for one in written["first"]["items"]}
    known = {one.id for one in DOSSIER.statements if one.issue == "crimea" and one.said_on <= "2022-03-29"}

    assert ids
    assert ids <= known
