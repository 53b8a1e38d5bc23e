"""Statements as W3C Web Annotations (JSON-LD), so that other tools can show them in a text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.rows.statements import shown_statements
from positions.text.source_links import page_link
from positions.view import View

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def web_annotations(dossier: Dossier, statements: Sequence[Statement]) -> str:
    """An AnnotationCollection of the statements as JSON, in their order, ending in a line break.

    Each target has a TextPositionSelector for the passage, refined by a TextQuoteSelector for
    the phrase; a statement without a span has the phrase alone. The texts are not in it.
    Model: W3C Recommendation "Web Annotation Data Model" (2017), sections 4.2.4 and 4.2.5.
    """
    made = [_annotation(dossier, statement) for statement in statements]
    page = {"type": "AnnotationPage", "items": made}
    collection = {
        "@context": _CONTEXT,
        "id": f"urn:positions:{dossier.id}:{dossier.data_version}",
        "type": "AnnotationCollection",
        "label": dossier.title,
        "total": len(made),
        "first": page,
    }
    return json.dumps(collection, ensure_ascii=False, indent=2) + "\n"


def annotations_json(view: View) -> bytes:
    """The annotations of the statements behind the view, in the dossier's order."""
    return web_annotations(view.tables.dossier, shown_statements(view)).encode()


def _annotation(dossier: Dossier, statement: Statement) -> dict[str, Any]:
    source = next(one for one in dossier.sources if one.id == statement.source)
    tags = (statement.member or statement.party or "commentary", statement.issue, statement.mode)
    target: dict[str, Any] = {"source": page_link(source) or f"urn:positions:{dossier.id}:source:{source.id}"}
    selector = _selector(statement)
    return {
        "id": f"urn:positions:{dossier.id}:statement:{statement.id}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": [
            {
                "type": "TextualBody",
                "purpose": "describing",
                "value": statement.summary,
                "format": "text/plain",
            },
            *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags),
        ],
        "target": target | ({"selector": selector} if selector else {}),
    }


def _selector(statement: Statement) -> dict[str, Any] | None:
    quote = {"type": "TextQuoteSelector", "exact": statement.phrase} if statement.phrase else None
    if statement.start is None:
        return quote
    position: dict[str, Any] = {
        "type": "TextPositionSelector",
        "start": statement.start,
        "end": statement.end,
    }
    return position | ({"refinedBy": quote} if quote else {})
